"""The line of progress: for people who wait, and for nobody else."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from monolint.cli.progress import Line, is_watched

from ..engine.generated import write_corpus


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def _on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_short_run_shows_nothing() -> None:
    stream, clock = Terminal(), Clock()
    line = Line(stream, clock=clock)
    for done in range(19):
        clock.now += 0.1
        line.told("reading", done, 20)
    line.clear()
    assert stream.getvalue() == ""


def test_a_long_run_shows_what_is_done_and_how_much() -> None:
    stream, clock = Terminal(), Clock()
    line = Line(stream, clock=clock)
    clock.now += 2.5
    line.told("reading", 40, 100)
    clock.now += 1
    line.told("reading", 70, 100)
    assert "Reading" in stream.getvalue()
    assert "70/100" in stream.getvalue()
    clock.now += 1
    line.told("reading", 90, 100)
    assert "45/s" in stream.getvalue()
    clock.now += 1
    line.told("comparing", 1, 9)
    assert "Comparing" in stream.getvalue()
    line.clear()


def test_the_line_is_drawn_a_few_times_a_second() -> None:
    stream, clock = Terminal(), Clock()
    line = Line(stream, patience=0, clock=clock)
    line.told("reading", 1, 10_000)
    drawn = stream.getvalue()
    for done in range(2, 1_000):
        line.told("reading", done, 10_000)
    assert stream.getvalue() == drawn
    line.clear()


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("TERM", "dumb")])
def test_logs_are_not_watched(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    assert is_watched(Terminal())
    monkeypatch.setenv(name, value)
    assert not is_watched(Terminal())
    assert not is_watched(io.StringIO())


_RUN = """
import sys
from monolint.cli import progress
progress.PATIENCE_S = 0
progress.Line.__init__.__kwdefaults__["patience"] = 0
from monolint.cli.main import main
main(prog_name="monolint")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_a_real_terminal_sees_it_and_the_report_does_not(tmp_path: Path) -> None:
    write_corpus(tmp_path, drugs=8, seed=1)
    above, below = os.openpty()
    words = [sys.executable, "-c", _RUN, "check", str(tmp_path), "--no-cache"]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=below, check=False)
    os.close(below)
    seen = os.read(above, 100_000).decode()
    os.close(above)
    assert "Reading" in seen
    assert "16/16" in seen or "/16" in seen
    piped = subprocess.run(words, capture_output=True, check=False)
    assert piped.stderr == b""
    assert piped.stdout == done.stdout
