"""The one place where a crash is caught: it costs one file or one drug, not the run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from monolint.domain.finding import Failure

T = TypeVar("T")

REPORT_IT = "this is a defect of monolint, please report it with this file"


def guarded(work: Callable[[], T], name: str, doing: str) -> T | Failure:
    """The result of `work`, or the crash in it as a Failure about `name`."""
    try:
        return work()
    except Exception as error:
        message = f"internal error {doing} this: {type(error).__name__}: {error}"
        return Failure(name, message, REPORT_IT)
