from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from click.testing import Result

from ..engine.trees import write_tree
from .conftest import Monolint


def rules_found(result: Result) -> list[str]:
    return [finding["rule"] for finding in json.loads(result.stdout)["findings"]]


def test_findings_end_with_1_and_go_to_standard_output(monolint: Monolint) -> None:
    result = monolint("check", "a.md")
    assert result.exit_code == 1
    assert "a.md:1:1" in result.stdout
    assert result.stdout.endswith(
        "1 document checked, 0 skipped; 0 claims, 0 passages not understood; 3 warnings.\n"
    )
    assert result.stderr == ""


def test_no_path_is_the_current_directory(monolint: Monolint) -> None:
    assert monolint("check").stdout == monolint("check", ".").stdout != ""


def test_nothing_found_ends_with_0(monolint: Monolint, folder: Path) -> None:
    write_tree(folder, {"monolint.toml": "[severity]\nalpha-one = 'off'\n"})
    result = monolint("check", "--select", "alpha-one")
    assert result.exit_code == 0
    assert "Silence is not approval" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--fail-on", "error"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "warning"], 1),
        (["--exit-zero"], 0),
        (["--exit-zero", "gone.md"], 2),
        (["--fail-on", "never", "gone.md"], 2),
        (["--fail-on", "sometimes"], 2),
        (["--no-such-option"], 2),
        (["--min-severity", "error"], 1),
    ],
)
def test_exit_codes(monolint: Monolint, arguments: list[str], code: int) -> None:
    assert monolint("check", "a.md", *arguments).exit_code == code


def test_the_gate_of_the_configuration_and_of_the_command_line(monolint: Monolint, folder: Path) -> None:
    write_tree(folder, {"monolint.toml": "fail-on = 'error'\n"})
    assert monolint("check").exit_code == 0
    assert monolint("check", "--fail-on", "warning").exit_code == 1


def test_select_and_ignore_take_ids_globs_and_lists(monolint: Monolint) -> None:
    def found(*arguments: str) -> list[str]:
        return rules_found(monolint("check", "--output-format", "json", *arguments))

    assert found("--select", "alpha-*") == ["alpha-one", "alpha-two"]
    assert found("--select", "alpha-one,beta-one") == ["alpha-one", "beta-one"]
    assert found("--select", "alpha-*", "--ignore", "alpha-two") == ["alpha-one"]
    assert found("--ignore", "alpha-*", "--ignore", "beta-one") == []


def test_a_wrong_rule_id_names_the_closest(monolint: Monolint) -> None:
    result = monolint("check", "--select", "alpha-on", "--ignore", "gamma-one")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert 'no rule is called "alpha-on" (did you mean "alpha-one"?)' in result.stderr
    assert 'no rule is called "gamma-one"' in result.stderr


def test_a_wrong_configuration_is_named_whole(monolint: Monolint, folder: Path) -> None:
    write_tree(folder, {"pyproject.toml": "[tool.monolint]\nselct = []\nfail-on = 1\n"})
    result = monolint("check")
    assert result.exit_code == 2
    assert result.stdout == ""
    rows = result.stderr.splitlines()
    assert len(rows) == 2
    assert all(row.startswith(f"monolint: {folder / 'pyproject.toml'}: ") for row in rows)
    assert any('"tool.monolint.selct" (did you mean "select"?)' in row for row in rows)


def test_a_named_configuration(monolint: Monolint, folder: Path) -> None:
    write_tree(folder, {"conf/other.toml": "select = ['beta-*']\n"})
    result = monolint("check", "--config", "conf/other.toml", "--output-format", "json")
    assert rules_found(result) == ["beta-one"]
    assert monolint("check", "--config", "conf/gone.toml").exit_code == 2


def test_failures_are_told_and_the_rest_is_checked(monolint: Monolint, folder: Path) -> None:
    write_tree(folder, {"binary.md": b"\0", "crash.md": "crash", "empty.md": "", "utf.md": b"caf\xe9"})
    result = monolint("check", ".", "gone", "--output-format", "concise")
    assert result.exit_code == 2
    assert result.stdout.count("a.md:1:1: warning") == 3
    rows = result.stderr.splitlines()
    assert [row.split(": ")[1] for row in rows] == ["gone", "binary.md", "crash.md", "utf.md"]
    assert "internal error reading this: ZeroDivisionError: by design" in rows[2]


def test_min_severity_of_formats(monolint: Monolint, folder: Path) -> None:
    write_tree(folder, {"monolint.toml": "[severity]\nalpha-one = 'info'\n"})
    assert len(rules_found(monolint("check", "--output-format", "json"))) == 3
    assert "[alpha-one]" not in monolint("check").stdout
    assert "[alpha-one]" not in monolint("check", "--output-format", "concise").stdout
    assert "[alpha-one]" in monolint("check", "--min-severity", "info").stdout
    write_tree(folder, {"monolint.toml": "min-severity = 'error'\n"})
    assert rules_found(monolint("check", "--output-format", "json")) == []


def test_paths_are_those_of_the_root_in_json_and_of_the_reader_in_text(
    monolint: Monolint, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(folder, {"monolint.toml": "", "docs/b.md": "zolmirane"})
    monkeypatch.chdir(folder / "docs")
    report = json.loads(monolint("check", "--output-format", "json").stdout)
    assert {finding["evidence"][0]["path"] for finding in report["findings"]} == {"docs/b.md"}
    assert "b.md:1:1: warning" in monolint("check", "--output-format", "concise").stdout.splitlines()[0][:18]


def test_colour_only_when_it_helps(monolint: Monolint, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in monolint("check").stdout
    assert "\x1b[" in monolint("check", "--color", "always").stdout
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert "\x1b[" not in monolint("check", "--color", "never").stdout


def test_quiet_prints_findings_only(monolint: Monolint) -> None:
    assert "checked" not in monolint("check", "-q").stdout
    assert monolint("check", "-q", "--min-severity", "error").stdout == ""


def test_the_output_file_holds_the_report(monolint: Monolint, folder: Path) -> None:
    to_screen = monolint("check", "--output-format", "json")
    result = monolint("check", "--output-format", "json", "--output-file", "report.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (folder / "report.json").read_text(encoding="utf-8") == to_screen.stdout
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((folder / "report.json").stat().st_mode) == 0o666 & ~mask


def test_the_output_file_is_replaced_whole(monolint: Monolint, folder: Path) -> None:
    (folder / "real.json").write_text("old" * 10_000)
    (folder / "link.json").symlink_to("real.json")
    monolint("check", "--output-format", "json", "--output-file", "link.json")
    assert (folder / "link.json").is_symlink()
    assert json.loads((folder / "real.json").read_text())["schema_version"] == "1"
    assert sorted(path.name for path in folder.iterdir()) == ["README.md", "a.md", "link.json", "real.json"]


@pytest.mark.parametrize("target", ["gone/report.json", "sub"])
def test_an_output_file_that_cannot_be_written(monolint: Monolint, folder: Path, target: str) -> None:
    (folder / "sub").mkdir()
    result = monolint("check", "a.md", "--exit-zero", "--output-file", target)
    assert result.exit_code == 2
    assert f"monolint: {target}: cannot be written: " in result.stderr
    assert list((folder / "sub").iterdir()) == []


def test_a_device_is_written_to_and_not_replaced(monolint: Monolint) -> None:
    assert monolint("check", "--output-file", os.devnull).exit_code == 1
    assert not Path(os.devnull).is_file()
