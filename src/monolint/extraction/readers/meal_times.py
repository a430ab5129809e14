"""How long before or after a meal a dose is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Kind
from monolint.extraction.quantities import find_amounts
from monolint.extraction.reader import reader
from monolint.extraction.readers.administration import is_about_taking, taking_scope
from monolint.extraction.statements import Draft, Lore, Statement

BEFORE, AFTER = "time before a meal", "time after a meal"

_CUES = ("meal", "food", "eating", "breakfast", "dinner", "supper", "lunch")
_MEAL = (
    r"(?:(?:a|an|any|the|each|main|every|your|light|full|of)\s+){0,3}"
    r"(?:meals?|food|eating|breakfast|dinner|supper|lunch)\b"
)
_SIDES = (
    (
        BEFORE,
        re.compile(
            rf"\s*(?:before|prior\s+to)\s+(?:{_MEAL}|(?:or|and)\s+(?=[^.;]{{0,30}}\b{_MEAL}))", re.IGNORECASE
        ),
    ),
    (
        AFTER,
        re.compile(
            rf"\s*(?:(?:before|prior\s+to)\s+(?:or|and)\s+)?(?:after|following)\s+{_MEAL}", re.IGNORECASE
        ),
    ),
)
_MEASURED = re.compile(r"\b(?:peak|absor|bioavail|auc\b|cmax|exposure|reduc|decreas|increas)", re.IGNORECASE)
_LONGEST = 360  # minutes; a longer time is a fast, not a place between meals


@reader()
def read_meal_times(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of the minutes before and after a meal ("1 hour before or 2 hours after food" gives both)."""
    text = statement.text
    lowered = text.lower()
    if not any(cue in lowered for cue in _CUES) or not is_about_taking(statement) or _MEASURED.search(text):
        return
    for amount in find_amounts(text):
        if amount.unit.symbol != "min" or amount.high > _LONGEST:
            continue
        for topic, pattern in _SIDES:
            if pattern.match(text, amount.end):
                scope = taking_scope(statement, text, lore)
                yield Draft(
                    Kind.ADMINISTRATION, topic, amount.exact, scope, marks=((amount.start, amount.end),)
                )
