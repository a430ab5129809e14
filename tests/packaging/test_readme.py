"""The commands that the README promises."""

from __future__ import annotations

import re
from pathlib import Path

_RUN = "pip install . && monolint check seeds/"
_TEST = "pip install '.[dev]' && pytest"
_FENCE = re.compile(r"^```sh\n(?P<commands>.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_two_commands(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    commands = [line for fence in _FENCE.finditer(readme) for line in fence["commands"].splitlines()]
    assert [command for command in commands if command.startswith("pip install")] == [_RUN, _TEST]


def test_continuous_integration_runs_the_same_line_last(root: Path) -> None:
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    assert script.rstrip().splitlines()[-1] == _TEST
