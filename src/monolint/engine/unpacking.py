"""From what is kept of documents back to their readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monolint.domain.corpus import Reading
from monolint.domain.finding import Failure, Unread
from monolint.engine.batches import batched
from monolint.engine.cache.packing import Damaged
from monolint.engine.cache.shelf import Shelf
from monolint.engine.cache.values import bodies, unread_lists
from monolint.engine.entries import Entry
from monolint.engine.reading_one import Read, Task, read_file

_AT_ONCE = 100


class Vanished(Exception):
    """A document that was read in this run, was not kept, and cannot be read again."""

    def __init__(self, failure: Failure) -> None:
        self.failure = failure
        super().__init__(failure.message)


def reading_of(entry: Entry, body: bytes | None, unread: tuple[Unread, ...] = ()) -> Reading:
    """A document as rules compare it; where `body` is damaged or missing, its file is read again.

    Raises Vanished.
    """
    try:
        kept = bodies().unpack(body or b"")
    except Damaged:
        kept = bodies().unpack(_again(entry).row.body)
    return Reading(entry.path, entry.source, entry.subject, kept.claims, unread, kept.flaws)


def readings_of(entries: Sequence[Entry], shelf: Shelf) -> Iterator[Reading]:
    """The documents with all that was read in them. Raises Vanished."""
    for some in batched(entries, _AT_ONCE):
        for entry, unread in zip(some, unread_of(some, shelf), strict=True):
            yield reading_of(entry, shelf.body(entry.key), unread)


def unread_of(entries: Sequence[Entry], shelf: Shelf) -> Iterator[tuple[Unread, ...]]:
    """What was not understood in each document. Raises Vanished."""
    for some in batched(entries, _AT_ONCE):
        kept = shelf.unread([entry.key for entry in some if entry.unread])
        for entry in some:
            yield _unread(entry, kept.get(entry.key, b"")) if entry.unread else ()


def _unread(entry: Entry, packed: bytes) -> tuple[Unread, ...]:
    try:
        return unread_lists().unpack(packed)
    except Damaged:
        return unread_lists().unpack(_again(entry).row.unread)


def _again(entry: Entry) -> Read:
    size = entry.file.stat().st_size if entry.content is None else len(entry.content)
    result = read_file(Task(entry.file, entry.path, size, entry.content))
    if isinstance(result, Read):
        return result
    raise Vanished(result if isinstance(result, Failure) else Failure(entry.path, result.message))
