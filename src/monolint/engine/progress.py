"""How far a run has come, told to whoever wants to know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

Told = Callable[[str, int, int], None]
"""What is being done ("reading"), how many are done, and how many there are."""


def untold(_doing: str, _done: int, _total: int) -> None:
    """For runs that nobody watches."""


def counted(items: Iterable[T], told: Told, doing: str, total: int) -> Iterator[T]:
    """The items, each told of as it comes."""
    for done, item in enumerate(items, start=1):
        told(doing, done, total)
        yield item
