"""Which source a document belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from monolint.engine.config import Source
from monolint.engine.ignoring import Globs


def source_of(name: str, sources: Sequence[Source]) -> str | None:
    """The name of the first source whose globs take the shown path, or None."""
    for source in sources:
        if Globs.of(source.include).cover(name) and not Globs.of(source.exclude).cover(name):
            return source.name
    return None
