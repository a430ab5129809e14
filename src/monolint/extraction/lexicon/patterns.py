"""Patterns of names, as the vocabulary files write them: "(renal|kidney) disease" is two names.

An empty alternative makes words optional: "(known|) allergy". A group stands between blanks or hyphens.
"""

from __future__ import annotations

import re
from functools import lru_cache

from monolint.extraction.lexicon.folding import fold, words

Key = tuple[str, ...]

_GROUP = re.compile(r"\(([^()]*)\)")
_PLAIN = re.compile(r"[A-Za-z0-9 -]*")
_CASED_LENGTH = 4


def is_cased(name: str) -> bool:
    """Whether a name is an abbreviation so short that it must be written in capitals (MI, TEN)."""
    return len(name) <= _CASED_LENGTH and name.isalpha() and name.isupper()


def keys(pattern: str) -> list[Key]:
    """The folded words of each name that a pattern stands for."""
    if "(" not in pattern:
        return [key(pattern)]
    found: list[Key] = [()]
    for piece in _GROUP.split(pattern):
        if piece and not piece.isspace():
            choices = [key(part) for part in piece.split("|")]
            found = [start + end for start in found for end in choices]
    return found


@lru_cache(maxsize=4096)
def key(name: str) -> Key:
    """The folded words of a name."""
    if _PLAIN.fullmatch(name):  # the quick way for almost all names
        return tuple(map(fold, name.replace("-", " ").split()))
    return tuple(word.folded for word in words(name))
