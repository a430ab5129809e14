"""Sentences of a passage, and clauses of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from monolint.extraction.stems import stemmed

_BREAK = re.compile(r"[.!?][\"'”’)\]]?\s+(?=[\"'“‘(\[]?[A-Z0-9≥≤<>])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|max|min|no|dr|st|fig|resp|incl|spp?|ca|inj|tab|cap|wt|b\.i\.d|t\.i\.d|q\.i\.d"
    r"|q\.d|o\.d|p\.o|i\.v|i\.m|s\.c|p\.r\.n|u\.s|u\.k)|(?<![\w.])[A-Za-z])\.$",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 16
# Longer than any sentence of a monograph. Readers look around for each thing that a sentence names, so
# that their time grows faster than its length: a text without full stops is read in parts.
_LONGEST_SENTENCE = 1500
_ANSWER_WORD = re.compile(r"(?:yes|no)\b[\s.,!:;–—-]*", re.IGNORECASE)
_CLAUSE_BREAK = stemmed(
    "; but however although though whereas while .",
    r";\s*|,?\s+(?:but|however|although|though|whereas|while(?!\s+(?:\w+ing|pregnant|on)\b))\b,?\s*|,\s*(?:but|however)\b,?\s*|\.\s+(?=[A-Z])",
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence in `text`.

    An answer word that stands alone ("No.") belongs to the sentence it introduces.
    """
    start = _skip_blanks(text, 0)
    search = start
    while start < len(text):
        found = _BREAK.search(text, search)
        end = found.end() if found else len(text)
        if end - start > _LONGEST_SENTENCE:
            end = _last_blank(text, start, start + _LONGEST_SENTENCE)
            found = None
        candidate = text[start:end].rstrip()
        if found and (_is_abbreviation(candidate) or _ANSWER_WORD.fullmatch(candidate)):
            search = end
            continue
        yield start, start + len(candidate)
        start = search = _skip_blanks(text, end)


@lru_cache(maxsize=1024)
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of the parts of a sentence that contrast with each other."""
    parts: list[tuple[int, int]] = []
    start = 0
    # The full stop that ends a sentence parts no clauses of it.
    for found in _CLAUSE_BREAK.finditer(text, text.lower().rstrip(".")):
        if text[start : found.start()].strip():
            parts.append((start, found.start()))
            start = found.end()
    if text[start:].strip():
        parts.append((start, len(text)))
    return tuple(parts)


def _is_abbreviation(candidate: str) -> bool:
    """Whether what ends here is a shortened word; only the end is searched, so that long texts stay cheap."""
    return bool(_ABBREVIATION.search(candidate[-_LONGEST_ABBREVIATION:].rstrip("\"'”’)]")))


def _last_blank(text: str, start: int, end: int) -> int:
    """Where a part of a text that is too long to be one sentence is cut: between two words."""
    blank = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return blank + 1 if blank > start else end


def _skip_blanks(text: str, index: int) -> int:
    while index < len(text) and text[index].isspace():
        index += 1
    return index
