"""Which source a document belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from monolint.engine.config import Source
from monolint.engine.ignoring import Globs

SourceOf = Callable[[str], str | None]


def source_finder(sources: Sequence[Source]) -> SourceOf:
    """A function that gives, for a shown path, the name of the first source that takes it, or None."""
    compiled = [(source.name, Globs.of(source.include), Globs.of(source.exclude)) for source in sources]

    def source_of(name: str) -> str | None:
        for source, include, exclude in compiled:
            if include.cover(name) and not exclude.cover(name):
                return source
        return None

    return source_of
