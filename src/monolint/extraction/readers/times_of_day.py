"""The time of day that a daily dose is taken at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Facet, Kind
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed, text_facets
from monolint.extraction.statements import Draft, Lore, Statement

TIME = "time of day"
_MORNING = "in the morning"
_NIGHT = "in the evening or at bedtime"

_CUES = ("morning", "bedtime", "evening", "at night")
_WHEN = (
    (_MORNING, re.compile(r"\b(?:in|every|each|first\s+thing\s+in)\s+the\s+morning\b", re.IGNORECASE)),
    (_NIGHT, re.compile(r"\bin\s+the\s+evening\b|\b(?:at|before)\s+bedtime\b|\bat\s+night\b", re.IGNORECASE)),
)
_ANY_TIME = re.compile(r"\b(?:morning|bedtime|evening|night|noon|midday|lunch|afternoon)\b", re.IGNORECASE)
_TAKEN = re.compile(r"\b(?:tak(?:e|en)|administer(?:ed)?|given|once\s+(?:daily|a\s+day))\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:may|can|or|if|twice|two|three|thrice|b\.?i\.?d|t\.?i\.?d|divided|second|additional|rest|remaining|meals\s+and"
    r"|some|depend\w*|prefer\w*|often|usually|typically|generally|avoid|not|last|initial\w*|start\w*|surgery|before\s+the)\b",
    re.IGNORECASE,
)
_DOSED = frozenset({"posology", "administration", "faq"})
_CASE = frozenset({Facet.FORMULATION, Facet.POPULATION, Facet.INDICATION, Facet.AGE})


@reader(*_CUES, sections=_DOSED)
def read_times_of_day(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """A draft of the one time of day that a sentence fixes for the dose; a habit or a choice fixes none."""
    text = statement.text
    if not _TAKEN.search(text) or _PART.search(text) or len(_ANY_TIME.findall(text)) != 1:
        return
    own = {facet: names for facet, names in text_facets(text, lore).items() if facet in _CASE}
    for name, pattern in _WHEN:
        hit = pattern.search(text)
        if hit:
            value = Category(None, frozenset({name}))
            yield Draft(Kind.ADMINISTRATION, TIME, value, narrowed(statement.scope, own), marks=(hit.span(),))
