"""Processes that share the work of a run, and what becomes of it when one of them dies."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

SMALL_RUN = 200_000
"""Work of less weight (bytes of documents, about) is done before further processes have started."""
_CHUNK = 64_000
"""Weight that a worker is given at once: enough to keep it busy, little enough for all to end together."""
_AHEAD = 2_000
"""Tasks that may be done before the oldest one is; their results wait in memory."""


@dataclass(frozen=True, slots=True)
class Died:
    """What came of a task whose process died over it; `how` says in words what ended it."""

    how: str


def share_out(
    work: Callable[[Task], Result], tasks: Iterable[Task], weights: Sequence[int], jobs: int
) -> Iterator[Result | Died]:
    """The result of `work` for each task, in their order, from up to `jobs` processes.

    A small run is done in this process alone. A worker that dies costs the task that it was at; another
    takes its place. `work` is a function of a module, so that other processes find it. Leaving the
    iteration ends all workers.
    """
    if jobs < 2 or len(weights) < 2 or sum(weights) < SMALL_RUN:
        yield from map(work, tasks)
        return
    crew = _Crew(work, _chunks(tasks, weights), jobs)
    try:
        yield from crew.results()
    finally:
        crew.dismiss()


def _chunks(tasks: Iterable[Task], weights: Sequence[int]) -> Iterator[list[tuple[int, Task]]]:
    """The tasks with their numbers, in pieces of about the same weight."""
    chunk: list[tuple[int, Task]] = []
    weight = 0
    for number, (task, heavy) in enumerate(zip(tasks, weights, strict=True)):
        chunk.append((number, task))
        weight += heavy
        if weight >= _CHUNK:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk


@dataclass(slots=True)
class _Worker(Generic[Task]):
    """A process, the pipe to it, and the tasks that it has not answered yet."""

    process: Any
    pipe: Connection
    open: deque[tuple[int, Task]] = field(default_factory=deque)


class _Crew(Generic[Task, Result]):
    """The workers of one round of work."""

    def __init__(
        self, work: Callable[[Task], Result], chunks: Iterator[list[tuple[int, Task]]], jobs: int
    ) -> None:
        self._work = work
        self._chunks = chunks
        self._returned: deque[list[tuple[int, Task]]] = deque()
        self._done: dict[int, Result | Died] = {}
        self._told = 0
        # Forked workers share what this process has loaded; on other systems forking is not safe.
        self._forks = sys.platform == "linux"
        self._context: Any = multiprocessing.get_context("fork" if self._forks else "spawn")
        self._workers: list[_Worker[Task]] = []
        for _ in range(jobs):
            self._workers.append(self._started())

    def results(self) -> Iterator[Result | Died]:
        while True:
            for worker in self._workers:
                self._busy(worker)
            at_work = {worker.pipe: worker for worker in self._workers if worker.open}
            if not at_work:
                return
            for pipe in wait(list(at_work)):
                self._hear(at_work[pipe])  # type: ignore[index]
            while self._told in self._done:
                self._told += 1
                yield self._done.pop(self._told - 1)

    def dismiss(self) -> None:
        """End all workers at once. They write no files, so that nothing is left half done."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()

    def _started(self) -> _Worker[Task]:
        ours, theirs = self._context.Pipe()
        inherited = [ours, *(worker.pipe for worker in self._workers)] if self._forks else []
        process = self._context.Process(target=_serve, args=(theirs, self._work, inherited), daemon=True)
        process.start()
        # Only the worker holds its end now, so that the pipe tells of its death.
        theirs.close()
        return _Worker(process, ours)

    def _busy(self, worker: _Worker[Task]) -> None:
        """Give an idle worker its next chunk, first of all what a dead one has left."""
        if worker.open:
            return
        chunk = self._returned.popleft() if self._returned else self._next_chunk()
        if chunk:
            worker.open.extend(chunk)
            try:
                worker.pipe.send(chunk)
            except OSError:  # it died idle: its pipe tells so, and it is replaced there
                return

    def _next_chunk(self) -> list[tuple[int, Task]] | None:
        return next(self._chunks, None) if len(self._done) < _AHEAD else None

    def _hear(self, worker: _Worker[Task]) -> None:
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            self._replace(worker)
            return
        number, _ = worker.open.popleft()
        self._done[number] = result

    def _replace(self, worker: _Worker[Task]) -> None:
        """Another worker for one that died, and the blame for the task that it was at."""
        worker.process.join()
        worker.pipe.close()
        number, _ = worker.open.popleft()
        self._done[number] = Died(_how(worker.process.exitcode))
        if worker.open:
            self._returned.append(list(worker.open))
        self._workers[self._workers.index(worker)] = self._started()


def _how(code: int) -> str:
    try:
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    except ValueError:
        return f"killed by signal {-code}"


def _serve(pipe: Connection, work: Callable[[Any], Any], inherited: Sequence[Connection]) -> None:
    """A worker's life: chunks in, a result out for each task as soon as it is done.

    `inherited` are the first process's ends of pipes. Closed here, they close with that process, however it
    ends, and the pipe tells this one to end too.
    """
    # An interrupt of the terminal reaches every process; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for end in inherited:
        end.close()
    while True:
        try:
            chunk = pipe.recv()
        except (EOFError, OSError):
            return
        for _, task in chunk:
            result = work(task)
            try:
                pipe.send(result)
            except OSError:  # nobody listens any more
                return
