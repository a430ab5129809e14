"""What stands in brackets: it speaks of the word before them."""

from __future__ import annotations

import re
from functools import lru_cache

_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]")


@lru_cache(maxsize=2048)
def brackets(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every pair of brackets, the innermost of nested ones."""
    return tuple(match.span() for match in _BRACKET.finditer(text))


def bracket_after(text: str, end: int) -> tuple[int, int] | None:
    """The brackets that follow a word directly."""
    return next(((s, e) for s, e in brackets(text) if s >= end and not text[end:s].strip()), None)


def is_inside(text: str, start: int) -> bool:
    """Whether a place stands in brackets."""
    return any(first <= start < last for first, last in brackets(text))


def without(text: str, spans: list[tuple[int, int]]) -> str:
    """A text with blanks for some of its parts, so that places in it stay the same."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
