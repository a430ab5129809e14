"""Words that share a head: "renal or hepatic impairment", "liver/kidney disease"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from monolint.extraction.lexicon.folding import Word

# A term found: the indexes of its first and last word, and its canonical name.
Hit = tuple[int, int, str]

_CONJUNCTIONS = frozenset({"and", "or"})
_SLASH = re.compile(r"\s?/\s?\Z")
_COMMA = re.compile(r"\s?,\s?\Z")
_BLANK = re.compile(r"\s*\Z")


def shared_heads(
    text: str, found: Sequence[Word], hits: Iterable[Hit], names: Mapping[tuple[str, ...], str]
) -> Iterator[Hit]:
    """The terms of words before a hit that are complete only with the end of that hit.

    `hits` are in order and do not overlap; what is yielded does not overlap them either.
    """
    free_from = 0
    for first, last, _ in list(hits):
        tails = [tuple(word.folded for word in found[at : last + 1]) for at in range(first + 1, last + 1)]
        for at in _coordinated(text, found, first, free_from) if tails else ():
            term = next((names[key] for tail in tails if (key := (found[at].folded, *tail)) in names), None)
            if term is None:
                break
            yield at, at, term
        free_from = last + 1


def _coordinated(text: str, found: Sequence[Word], first: int, free_from: int) -> Iterator[int]:
    """The indexes of the words that are coordinated with the word at `first`, going backwards."""
    began = False
    at = first - 1
    while at >= free_from:
        gap = text[found[at].end : found[at + 1].start]
        if found[at].folded in _CONJUNCTIONS and _BLANK.match(gap):
            began = True
            at -= 1
            if at >= free_from and found[at].folded in _CONJUNCTIONS:  # "and/or"
                at -= 1
            if at < free_from:
                return
            gap = text[found[at].end : found[at + 1].start]
            if not (_BLANK.match(gap) or _COMMA.match(gap)):
                return
        elif _SLASH.match(gap):
            began = True
        elif not (began and _COMMA.match(gap)):
            return
        yield at
        at -= 1
