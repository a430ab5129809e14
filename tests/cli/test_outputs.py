from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Monolint


def test_one_run_writes_several_outputs(monolint: Monolint, folder: Path) -> None:
    result = monolint(
        "check", "--output", "sarif=out.sarif", "--output", "csv=out.csv", "--output", "concise=-"
    )
    assert result.exit_code == 1
    assert result.stdout.startswith("a.md:")
    findings = json.loads((folder / "out.sarif").read_text())["runs"][0]["results"]
    assert len(findings) == len((folder / "out.csv").read_text().splitlines()) - 1 > 0


def test_a_format_alone_goes_to_standard_output(monolint: Monolint) -> None:
    assert json.loads(monolint("check", "--output", "json").stdout)["schema_version"] == "1"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--output", "pdf"], "'pdf' is no format; formats are text, concise, json"),
        (["--output", "json", "--output", "text"], "Two outputs go to standard output"),
        (["--output", "json=a.out", "--output", "text=./a.out"], "a.out; give each a file"),
        (["--output", "json", "--output-format", "text"], "not both"),
        (["--output", "json=a", "--output-file", "b"], "not both"),
    ],
)
def test_outputs_that_cannot_be_are_refused(
    monolint: Monolint, folder: Path, arguments: list[str], message: str
) -> None:
    before = sorted(folder.iterdir())
    result = monolint("check", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert sorted(folder.iterdir()) == before


def test_an_output_that_cannot_be_written_keeps_the_others(monolint: Monolint, folder: Path) -> None:
    result = monolint("check", "--output", "json=missing/out.json", "--output", "csv=out.csv")
    assert result.exit_code == 2
    assert "missing/out.json: cannot be written" in result.stderr
    assert (folder / "out.csv").read_text().startswith("severity,")


def test_paths_for_hosts_start_at_the_repository(monolint: Monolint, folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / "docs").mkdir()
    (folder / "docs" / "b.md").write_text("veltrazine")
    (folder / "docs" / "monolint.toml").write_text("")
    result = monolint("check", "docs", "--output", "gitlab", "--output", "json=out.json")
    assert {entry["location"]["path"] for entry in json.loads(result.stdout)} == {"docs/b.md"}
    findings = json.loads((folder / "out.json").read_text())["findings"]
    assert {finding["evidence"][0]["path"] for finding in findings} == {"b.md"}


def test_github_gets_annotations_and_a_summary(
    monolint: Monolint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = folder / "summary"
    summary.write_text("# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert monolint("check", "--output", "github").stdout.startswith("::warning file=a.md,")
    assert summary.read_text().startswith("# Before\n## monolint: ")


def test_a_summary_that_cannot_be_written_is_told(
    monolint: Monolint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "missing/summary.md")
    result = monolint("check", "--output", "github")
    assert result.exit_code == 2
    assert "check GITHUB_STEP_SUMMARY" in result.stderr


def test_a_log_of_a_ci_run_gets_no_commands(
    monolint: Monolint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "::error::x ##[y].md").write_text("veltrazine")
    monkeypatch.delenv("CI", raising=False)
    assert "\n::error::x ##[y]" in monolint("check", "--output", "concise").stdout
    monkeypatch.setenv("CI", "true")
    printed = monolint("check", "--output", "concise").stdout
    assert "::error::x" in printed
    assert not [line for line in printed.splitlines() if line.startswith("::")]
    assert "##[" not in printed
