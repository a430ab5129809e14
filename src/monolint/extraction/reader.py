"""Readers: functions that turn a statement into drafts, with what a statement must have for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
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

    def may_read_under(self, sections: Iterable[str]) -> bool:
        """Whether there can be anything for this reader under labels of these sections."""
        return not self.sections or not self.sections.isdisjoint(sections)

    def may_read(self, lowered: str) -> bool:
        """Whether a sentence, in lower case, can hold anything for this reader."""
        for stem in self.stems:
            if stem in lowered:
                return True
        return not self.stems


def reader(*stems: str, sections: Set[str] = frozenset()) -> Callable[[Read], Reader]:
    """Make a function a Reader that is asked only about statements with what it needs."""
    return lambda read: Reader(read, stems, sections)
