from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from monolint import __version__, reading

from ..engine.trees import write_tree
from .conftest import Monolint


def python(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, check=False, timeout=60
    )


def imported(*arguments: str, cwd: Path) -> set[str]:
    """The top-level packages that a run imports."""
    done = python("-X", "importtime", "-m", "monolint", *arguments, cwd=cwd)
    return set(re.findall(r"\|\s+(\w+)", done.stderr))


def test_the_version(monolint: Monolint) -> None:
    assert monolint("--version").stdout == f"monolint {__version__}\n"


def test_help_lists_the_commands(monolint: Monolint) -> None:
    result = monolint("--help")
    assert result.exit_code == 0
    for command in ("check", "claims", "explain", "rules", "schema"):
        assert re.search(rf"^  {command} ", result.stdout, re.MULTILINE)
        assert monolint(command, "--help").exit_code == 0


def test_wrong_use_ends_with_2(monolint: Monolint) -> None:
    assert monolint("chek").exit_code == 2
    assert monolint("explain").exit_code == 2


def test_an_interrupt_ends_with_130(monolint: Monolint, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "read_document", interrupted)
    assert monolint("check").exit_code == 130


def test_the_module_runs(tmp_path: Path) -> None:
    done = python("-m", "monolint", "--version", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"monolint {__version__}\n", "")


def test_version_imports_no_heavy_library(tmp_path: Path) -> None:
    heavy = {"marko", "pathspec", "pint", "pydantic", "rich", "yaml"}
    assert imported("--version", cwd=tmp_path) & heavy == set()
    assert "click" in imported("--version", cwd=tmp_path)


@pytest.mark.parametrize("chosen", ["json", "concise"])
def test_formats_for_programs_do_without_rich(tmp_path: Path, chosen: str) -> None:
    write_tree(tmp_path, {"a.md": "---\ntitle: Veltrazine\n---\n\n# Veltrazine\n\nText.\n"})
    packages = imported("check", "--output-format", chosen, cwd=tmp_path)
    assert "rich" not in packages
    assert "pydantic" in packages


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no pipes of this kind")
def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "monolint", "schema"],
        cwd=tmp_path,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(writer)
    assert done.stderr == b""
    assert done.returncode == 141
