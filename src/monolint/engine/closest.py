"""The right word for a wrong one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like `word`, or None when none is near."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.5)
    return near[0] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the closest known word, or all of them when they are few; else empty."""
    words = sorted(known)
    near = closest(word, words)
    if near is not None:
        return f'did you mean "{near}"?'
    if 0 < len(words) <= 12:
        return f"known here: {', '.join(words)}"
    return ""
