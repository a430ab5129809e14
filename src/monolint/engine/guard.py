"""The one place where a crash is caught: it costs one file or one drug, not the run."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from monolint.domain.finding import Failure

T = TypeVar("T")


def guarded(work: Callable[[], T], name: str, doing: str) -> T | Failure:
    """The result of `work`, or the crash in it as a Failure about `name`."""
    try:
        return work()
    except Exception as error:
        message = f"internal error {doing} this: {type(error).__name__}: {error}"
        return Failure(name, message, f"please report it with this file; it happened at {_origin(error)}")


def _origin(error: Exception) -> str:
    """Module and line that raised: what a maintainer asks for first."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"
