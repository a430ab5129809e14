"""The commands that the README promises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from monolint.cli.main import main

_RUN = "pip install . && monolint check seeds/"
_TEST = "pip install '.[dev]' && pytest"
_OUTPUT = re.compile(r"^```text\n(?P<parts>.*?)^```$", re.MULTILINE | re.DOTALL)
_CONFIGURATION = re.compile(r"^```toml\n(?P<toml>.*?)^```$", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^```sh\n(?P<commands>.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_two_commands(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    commands = [line for fence in _FENCE.finditer(readme) for line in fence["commands"].splitlines()]
    assert [command for command in commands if command.startswith("pip install")] == [_RUN, _TEST]


def test_the_output_it_shows_is_real(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    printed = CliRunner().invoke(main, ["check", "seeds/"]).stdout
    shown = _OUTPUT.search((root / "README.md").read_text(encoding="utf-8"))
    assert shown
    parts = [part.strip("\n") for part in shown["parts"].split("\n[...]\n")]
    assert len(parts) > 3
    assert [part for part in parts if part not in printed] == []


def test_the_configuration_it_shows_is_accepted(root: Path, tmp_path: Path) -> None:
    shown = _CONFIGURATION.search((root / "README.md").read_text(encoding="utf-8"))
    assert shown
    config = tmp_path / "monolint.toml"
    config.write_text(shown["toml"], encoding="utf-8")
    (tmp_path / "our-rules").mkdir()
    (tmp_path / "zelvorine.md").write_text("# Zelvorine\n\nFor coughs.\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--config", str(config), str(tmp_path)])
    assert result.exit_code == 0, result.output


def test_continuous_integration_runs_the_same_line_last(root: Path) -> None:
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    assert script.rstrip().splitlines()[-1] == _TEST
