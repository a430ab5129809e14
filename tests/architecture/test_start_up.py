"""What a command imports before it answers: slow libraries stay out of the paths that people wait for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

NEVER_ON_THE_WAY = {
    "frontmatter",
    "jinja2",
    "marko",
    "pint",
    "pydantic",
    "pydantic_core",
    "rich",
    "yaml",
    "monolint.comparing",
    "monolint.extraction",
    "monolint.form",
    "monolint.reading.document",
    "monolint.rules.loading",
}
"""Libraries and modules that neither `--version` nor a run over what is kept may import."""
_REPORT = """
import atexit, sys
atexit.register(lambda: sys.stderr.write("\\n".join(sys.modules)))
from monolint.cli.main import main
main(prog_name="monolint")
"""


def imported(*arguments: str, folder: Path) -> set[str]:
    """The modules that a command imports, with all that they import."""
    done = subprocess.run(
        [sys.executable, "-c", _REPORT, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert "monolint.cli.main" in done.stderr, done.stderr
    return set(done.stderr.split())


def forbidden(modules: set[str]) -> set[str]:
    return {name for name in modules if name in NEVER_ON_THE_WAY or name.split(".")[0] in NEVER_ON_THE_WAY}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"], ["cache", "info"]])
def test_commands_that_read_nothing(tmp_path: Path, arguments: list[str]) -> None:
    assert forbidden(imported(*arguments, folder=tmp_path)) == set()


def test_the_version_loads_the_command_line_alone(tmp_path: Path) -> None:
    loaded = imported("--version", folder=tmp_path)
    own = {name for name in loaded if name.startswith("monolint.")}
    assert own == {"monolint.cli", "monolint.cli.main"}
    assert not loaded & {"sqlite3", "pathspec", "platformdirs", "multiprocessing"}


@pytest.mark.parametrize("options", [[], ["--output-format", "concise"], ["--color", "always"]])
def test_a_warm_run(root: Path, options: list[str]) -> None:
    arguments = ["check", str(root / "seeds"), *options]
    cold = imported(*arguments, folder=root)
    assert forbidden(cold) >= {"marko", "pydantic", "monolint.extraction"}
    assert forbidden(imported(*arguments, folder=root)) == set()


def test_a_cold_run_does_not_load_what_only_terminals_need(root: Path) -> None:
    cold = imported("check", str(root / "seeds"), "--no-cache", folder=root)
    assert not cold & {"rich", "jinja2"}


def test_a_warm_run_for_programs_loads_what_checks_its_own_report(root: Path) -> None:
    arguments = ["check", str(root / "seeds"), "--output-format", "json"]
    imported(*arguments, folder=root)
    packages = {name.split(".")[0] for name in forbidden(imported(*arguments, folder=root))}
    assert packages == {"pydantic", "pydantic_core"}
