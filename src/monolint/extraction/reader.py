"""Readers: functions that turn a statement into drafts, with what a statement must have for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from monolint.extraction.statements import Draft, Lore, Statement

Read = Callable[[Statement, Lore], Iterator[Draft]]


@dataclass(frozen=True, slots=True)
class Reader:
    """A function that reads statements, and which ones it is asked to read at all.

    It reads only sentences that hold one of `stems` (letters in lower case), and only under labels of
    one of `sections`; where a set is empty, all. Most sentences are nothing for most readers, and to
    ask that first is many times as fast as to let each of them search.
    """

    read: Read
    stems: tuple[str, ...] = ()
    sections: Set[str] = frozenset()

    def may_read(self, statement: Statement, lowered: str) -> bool:
        """Whether a statement can hold anything for this reader; `lowered` is its text in lower case."""
        if self.sections and self.sections.isdisjoint(statement.sections):
            return False
        for stem in self.stems:
            if stem in lowered:
                return True
        return not self.stems

    def __call__(self, statement: Statement, lore: Lore) -> Iterator[Draft]:
        """The drafts of a statement that this reader may read."""
        return self.read(statement, lore) if self.may_read(statement, statement.text.lower()) else iter(())


def reader(*stems: str, sections: Set[str] = frozenset()) -> Callable[[Read], Reader]:
    """Make a function a Reader that is asked only about statements with what it needs."""
    return lambda read: Reader(read, stems, sections)
