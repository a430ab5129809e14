"""Conditions that a text names as indications, with their modifiers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from monolint.extraction import lexicon
from monolint.extraction.statements import Lore
from monolint.extraction.stems import Stemmed, stemmed

_STAGED = stemmed(
    "metastatic advanced early",
    r"\b(?P<words>(?:metastatic|advanced|early(?:-stage)?)\s+)(?:disease|setting)\b",
)
_ALTERNATIVE = re.compile(r"\s+(?:and|or|to)\s+|/")
ANY_DISEASE = "disease"
# Facets of their own: nobody takes a drug for them.
_ORGAN_STATES = frozenset({"renal impairment", "hepatic impairment"})


@cache
def _modifiers_before() -> Stemmed:
    modifier = "|".join(lexicon.words("condition_modifiers"))
    return stemmed(
        " ".join(lexicon.words("condition_modifiers")),
        rf"(?P<words>(?:(?:{modifier})(?:-stage)?(?:\s+(?:and|or|to)\s+|/|\s+))+)"
        r"(?:[\w]+-(?:positive|negative)\s+)?$",
    )


def find_indications(text: str, lore: Lore) -> list[tuple[str, int, int]]:
    """Conditions that a text names, with their modifiers, and where they stand.

    A condition is written "breast cancer: early"; "early and metastatic breast cancer" are two. Short
    forms that the document defines are read as what they stand for.
    """
    found = list(_known_indications(text))
    for short, pattern, names in lore.conditions:
        if short in text:
            found.extend((name, *place.span()) for place in pattern.finditer(text) for name in names)
    return sorted(set(found), key=lambda item: (item[1], item[0])) if len(found) > 1 else found


@lru_cache(maxsize=2048)
def _known_indications(text: str) -> tuple[tuple[str, int, int], ...]:
    """The conditions of the vocabulary in a text, with their modifiers, and where they stand."""
    found: list[tuple[str, int, int]] = []
    lowered = text.lower()
    for match in lexicon.conditions().find(text):
        if match.term in _ORGAN_STATES:
            continue
        before = _modifiers_before().search(text[: match.start], lowered)
        start = before.start() if before else match.start
        found.extend(
            (name, start, match.end) for name in _names(match.term, before["words"] if before else "")
        )
    for staged in _STAGED.finditer(text, lowered):
        found.extend((name, staged.start(), staged.end()) for name in _names(ANY_DISEASE, staged["words"]))
    return tuple(found)


def abbreviated_conditions(
    abbreviations: Mapping[str, str],
) -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    """The short forms that stand for conditions, with patterns for them and the names of these."""
    bare = Lore("", frozenset(), {})
    found = []
    for short, long in abbreviations.items():
        names = tuple(name for name, _, _ in find_indications(long, bare))
        if names:
            found.append((short, re.compile(rf"\b{re.escape(short)}\b"), names))
    return tuple(found)


def _names(term: str, written: str) -> list[str]:
    """The names of a condition, one for each alternative among its modifiers."""
    base, own = _parted(term)
    alternatives = (
        [_modifiers(part) for part in _ALTERNATIVE.split(written.strip())] if written.strip() else [set()]
    )
    named = [own | part for part in alternatives]
    return [f"{base}: {' '.join(sorted(part))}" if part else base for part in named]


def _parted(term: str) -> tuple[str, set[str]]:
    """A term of the vocabulary parted into condition and modifiers ("early breast cancer")."""
    words = term.split()
    count = 0
    while count < len(words) - 1 and words[count].lower() in lexicon.words("condition_modifiers"):
        count += 1
    base = " ".join(words[count:])
    known = lexicon.conditions().canonical(base) if count else None
    return (known, set(words[:count])) if known else (term, set())


def _modifiers(words: str) -> set[str]:
    return {word.removesuffix("-stage") for word in words.lower().split()} & set(
        lexicon.words("condition_modifiers")
    )
