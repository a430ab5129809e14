"""The life of a baseline: switched on, one value changed, mended, renamed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from monolint.cli.main import main

Run = Callable[..., Result]

DOC = """# Veltrazine

## Contraindications
{contraindications}

## Pregnancy
{pregnancy}
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs monolint in a repository of two documents that disagree on porphyria."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    put(tmp_path, "a.md", "None.", "Do not use it in pregnancy.")
    put(tmp_path, "b.md", "Porphyria.", "Do not use it in pregnancy.")
    return lambda *arguments: CliRunner().invoke(main, arguments, catch_exceptions=False)


def put(folder: Path, name: str, contraindications: str, pregnancy: str) -> None:
    text = DOC.format(contraindications=contraindications, pregnancy=pregnancy)
    (folder / name).write_text(text)


def report(run: Run, *arguments: str) -> Any:
    return json.loads(run("check", "--output", "json", "--min-severity", "warning", *arguments).stdout)


def test_the_life_of_a_baseline(run: Run, tmp_path: Path) -> None:
    assert run("check").exit_code == 1
    created = run("baseline", "create")
    assert created.exit_code == 0
    assert "To use it" in created.stdout
    (tmp_path / "monolint.toml").write_text('baseline = "monolint-baseline.jsonl"\n')
    quiet = run("check")
    assert quiet.exit_code == 0
    assert "; 1 more in" in quiet.stdout
    assert "No new contradiction and no new discrepancy found." in quiet.stdout

    put(tmp_path, "b.md", "Porphyria.", "It may be used in pregnancy.")
    found = report(run)
    assert [item["rule"] for item in found["findings"]] == ["pregnancy-advice"]
    assert run("check").exit_code == 1

    put(tmp_path, "b.md", "None.", "Do not use it in pregnancy.")
    mended = run("check")
    assert mended.exit_code == 0
    assert "In the baseline, but no longer found:" in mended.stdout
    assert "contraindications-none" in mended.stdout
    updated = run("baseline", "update")
    assert "0 added, 0 renewed, " in updated.stdout
    assert "no longer found" not in run("check").stdout


def test_what_is_known_does_not_fail_a_run_that_shows_less(run: Run, tmp_path: Path) -> None:
    put(tmp_path, "b.md", "Porphyria.", "It may be used in pregnancy.")
    run("baseline", "create", "--baseline", "known.jsonl")
    assert run("check", "--baseline", "known.jsonl", "--min-severity", "error").exit_code == 0
    put(tmp_path, "b.md", "Porphyria.", "Use it with caution in pregnancy.")
    assert run("check", "--baseline", "known.jsonl", "--min-severity", "error").exit_code == 1


def test_a_renamed_document_is_told_apart(run: Run, tmp_path: Path) -> None:
    run("baseline", "create", "--baseline", "known.jsonl")
    (tmp_path / "b.md").rename(tmp_path / "c.md")
    result = run("check", "--baseline", "known.jsonl")
    assert result.exit_code == 0
    assert "Known, but found in another form" in result.stdout
    assert "a.md:4:1" in result.stdout
    state = report(run, "--baseline", "known.jsonl")["baseline"]
    assert [item["finding"]["rule"] for item in state["reopened"]] == ["contraindications-none"]
    assert state["stale"] == []
    assert ", 1 renewed, 0 dropped" in run("baseline", "update", "--baseline", "known.jsonl").stdout
    assert "another form" not in run("check", "--baseline", "known.jsonl").stdout


def test_new_findings_are_recorded_only_when_asked(run: Run, tmp_path: Path) -> None:
    run("baseline", "create", "--baseline", "known.jsonl")
    put(tmp_path, "b.md", "Porphyria.", "It may be used in pregnancy.")
    run("baseline", "update", "--baseline", "known.jsonl")
    assert run("check", "--baseline", "known.jsonl").exit_code == 1
    run("baseline", "update", "--add", "--baseline", "known.jsonl")
    assert run("check", "--baseline", "known.jsonl").exit_code == 0
    shown = run("baseline", "show", "--baseline", "known.jsonl").stdout
    assert "[pregnancy-advice]" in shown
    assert "    b.md: may_use" in shown


def test_what_a_run_did_not_look_at_is_not_stale(run: Run, tmp_path: Path) -> None:
    run("baseline", "create", "--baseline", "known.jsonl")
    for narrowed in (["a.md"], ["--select", "dose"], ["--min-severity", "error", "--ignore", "contra*"]):
        assert "no longer found" not in run("check", *narrowed, "--baseline", "known.jsonl").stdout
    (tmp_path / "b.md").unlink()
    assert "no longer found" in run("check", "a.md", "--baseline", "known.jsonl").stdout


def test_a_baseline_is_not_written_over_by_chance(run: Run, tmp_path: Path) -> None:
    run("baseline", "create")
    before = (tmp_path / "monolint-baseline.jsonl").read_bytes()
    put(tmp_path, "b.md", "Porphyria.", "It may be used in pregnancy.")
    refused = run("baseline", "create")
    assert refused.exit_code == 2
    assert "there is a baseline already" in refused.stderr
    assert (tmp_path / "monolint-baseline.jsonl").read_bytes() == before
    assert run("baseline", "create", "--force").exit_code == 0
    assert (tmp_path / "monolint-baseline.jsonl").read_bytes() != before


def test_nothing_is_recorded_when_a_document_could_not_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"\xff\xfe")
    result = run("baseline", "create")
    assert result.exit_code == 2
    assert "nothing was recorded" in result.stderr
    assert not (tmp_path / "monolint-baseline.jsonl").exists()


@pytest.mark.parametrize("command", [["check"], ["baseline", "update"], ["baseline", "show"]])
def test_a_baseline_that_cannot_be_used_stops_the_run(run: Run, tmp_path: Path, command: list[str]) -> None:
    missing = run(*command, "--baseline", "none.jsonl")
    assert missing.exit_code == 2
    assert "none.jsonl: there is no such baseline (write it: monolint baseline create)" in missing.stderr
    (tmp_path / "bad.jsonl").write_text("<<<<<<< HEAD\n")
    assert run(*command, "--baseline", "bad.jsonl").exit_code == 2
