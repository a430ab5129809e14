"""A line on the terminal that says how far a long run has come."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from monolint.engine.progress import Told, untold

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE_S = 2.0
"""Runs that end sooner show nothing."""
_BETWEEN_S = 0.1


@contextmanager
def progress() -> Iterator[Told]:
    """What to tell progress to: a line on standard error, or nothing in pipes and on CI."""
    if not is_watched(sys.stderr):
        yield untold
        return
    line = Line(sys.stderr)
    try:
        yield line.told
    finally:
        line.clear()


def is_watched(stream: TextIO) -> bool:
    """Whether there is a person who sees a line change."""
    return stream.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


class Line:
    """The line: shown when a run takes long, gone when it ends."""

    def __init__(
        self, stream: TextIO, *, patience: float = PATIENCE_S, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream
        self._clock = clock
        self._next = clock() + patience
        self._shown: Progress | None = None
        self._tasks: dict[str, TaskID] = {}
        self._began: dict[str, float] = {}

    def told(self, doing: str, done: int, total: int) -> None:
        now = self._clock()
        self._began.setdefault(doing, now)
        if now < self._next:
            return
        self._next = now + _BETWEEN_S
        if self._shown is None:
            self._shown = self._started()
        if doing not in self._tasks:
            for task in self._tasks.values():
                self._shown.update(task, visible=False)
            self._tasks[doing] = self._shown.add_task(doing.capitalize(), rate="")
        elapsed = now - self._began[doing]
        rate = f"{done / elapsed:.0f}/s" if elapsed else ""
        self._shown.update(self._tasks[doing], completed=done, total=total, rate=rate)
        self._shown.refresh()

    def clear(self) -> None:
        if self._shown is not None:
            self._shown.stop()

    def _started(self) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        # No thread redraws the line: workers are forked, and threads and forks do not go together.
        shown = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=Console(file=self._stream, stderr=True),
            auto_refresh=False,
            transient=True,
        )
        shown.start()
        return shown
