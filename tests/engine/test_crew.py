"""Work shared out over processes: the same results in the same order, whatever becomes of a process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator

import pytest

from monolint.engine.crew import SMALL_RUN, Died, share_out

HEAVY = SMALL_RUN


def squared(number: int) -> int:
    return number * number


def process_of(_: int) -> int:
    return os.getpid()


def dying(number: int) -> int:
    """Negative numbers kill the process that looks at them, each in its own way."""
    if number == -1:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == -2:
        os._exit(7)
    if number == -3:
        os.kill(os.getpid(), signal.SIGTERM)
    if number == -4:
        raise ZeroDivisionError
    return number


def shared(numbers: list[int], jobs: int = 2) -> list[int | Died]:
    return list(share_out(dying, iter(numbers), [HEAVY] * len(numbers), jobs))


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("weight", [1, HEAVY])
def test_results_stand_in_the_order_of_the_tasks(jobs: int, weight: int) -> None:
    numbers = list(range(300))
    assert list(share_out(squared, numbers, [weight] * 300, jobs)) == [n * n for n in numbers]


def test_nothing_to_do() -> None:
    assert list(share_out(squared, [], [], 2)) == []


@pytest.mark.parametrize(("count", "weight", "jobs"), [(50, 1, 8), (1, HEAVY, 8), (50, HEAVY, 1)])
def test_a_small_run_starts_no_process(count: int, weight: int, jobs: int) -> None:
    assert set(share_out(process_of, range(count), [weight] * count, jobs)) == {os.getpid()}


def test_a_large_run_works_in_other_processes() -> None:
    assert os.getpid() not in set(share_out(process_of, range(8), [HEAVY] * 8, 2))


@pytest.mark.parametrize("jobs", [2, 3])
def test_a_task_that_kills_its_process_is_named_and_all_others_are_done(jobs: int) -> None:
    found = shared([1, -1, 2, -2, -3, 3, 4, 5, 6], jobs)
    assert found == [
        1,
        Died("killed by SIGKILL"),
        2,
        Died("exit code 7"),
        Died("killed by SIGTERM"),
        3,
        4,
        5,
        6,
    ]


def test_a_death_inside_a_chunk_costs_one_task() -> None:
    numbers = [1, 2, -1, 3, 4, -2, 5]
    found = list(share_out(dying, numbers, [SMALL_RUN // 6] * 7, 2))
    assert [item for item in found if not isinstance(item, Died)] == [1, 2, 3, 4, 5]
    assert (found[2], found[5]) == (Died("killed by SIGKILL"), Died("exit code 7"))


def test_every_task_can_be_deadly() -> None:
    assert shared([-2] * 5) == [Died("exit code 7")] * 5


def test_an_error_that_no_one_caught_is_a_death(capfd: pytest.CaptureFixture[str]) -> None:
    assert shared([1, -4, 2]) == [1, Died("exit code 1"), 2]
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_leaving_early_ends_all_processes() -> None:
    results: Iterator[int | Died] = share_out(squared, range(500), [HEAVY] * 500, 2)
    next(results)
    assert multiprocessing.active_children()
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def endless(number: int) -> int:
    time.sleep(3600 if number else 0)
    return number


def test_an_interrupt_does_not_wait_for_work_that_goes_on() -> None:
    results = share_out(endless, range(2), [HEAVY] * 2, 2)
    assert next(results) == 0
    with pytest.raises(KeyboardInterrupt):
        results.throw(KeyboardInterrupt)  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_tasks_are_made_as_they_are_needed() -> None:
    made: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(5_000):
            made.append(number)
            yield number

    results = share_out(squared, tasks(), [HEAVY] * 5_000, 2)
    next(results)
    assert len(made) < 100
    assert sum(1 for _ in results) == 4_999
