"""How long after the last dose pregnancy or breastfeeding is to wait."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Facet, Kind, Quantity, Scope, Strength
from monolint.extraction.quantities import find_amounts
from monolint.extraction.stances import find_hedges
from monolint.extraction.statements import Draft, Statement

AFTER_LAST_DOSE = "time after the last dose"
_SEX = r"(?:males?|men|females?|women)"
_SEXES = re.compile(rf"\b{_SEX}\b(?:\s*(?:/|and|or)\s*{_SEX}\b)?", re.IGNORECASE)
_WASH_OUT = re.compile(
    r"\s*(?:after|following|from|post)\s+(?:\w+\s+){0,4}?(?:dose|treatment|therapy|discontinu\w+|stopping|administration|infusion|injection)\b"
    r"|\s*(?:after|following)\s+(?:\w+\s+){0,3}?(?:stop\w*|end\w*|discontinu\w+|cessation)",
    re.IGNORECASE,
)
_BOUNDED = re.compile(r"\b(?:at\s+least|up\s+to|minimum\s+of|no\s+less\s+than)\s+$", re.IGNORECASE)
_NEAR = 60


def time_after_last_dose(statement: Statement, kind: Kind) -> Iterator[Draft]:
    """Drafts of the times to wait after the last dose."""
    text = statement.text
    for amount in find_amounts(text):
        if amount.unit.symbol not in ("min", "mo") or not _WASH_OUT.match(text, amount.end):
            continue
        value = amount.exact
        if amount.unit.symbol == "min":
            value = Quantity(amount.low / 1440, amount.high / 1440, "d")
        scope = _sexes(text, amount.start) if kind is Kind.CONTRACEPTION else Scope()
        hedged = _is_open(text[max(0, amount.start - _NEAR) : amount.start])
        firm = Strength.HEDGED if hedged and kind is Kind.LACTATION else Strength.PLAIN
        marks = ((amount.start, amount.end),)
        yield Draft(kind, AFTER_LAST_DOSE, value, scope, strength=firm, marks=marks)


def _is_open(before: str) -> bool:
    """Whether a time to wait is a least or a most one, or a choice ("may pump for up to")."""
    return bool(find_hedges(before) or _BOUNDED.search(before))


def _sexes(text: str, place: int) -> Scope:
    """The sexes that a text names last before a place, else all that it names."""
    named = [match.group().lower() for match in _SEXES.finditer(text)]
    before = [match.group().lower() for match in _SEXES.finditer(text, 0, place)]
    words = re.findall(_SEX, " ".join(before[-1:] or named))
    return Scope.of({Facet.SEX: frozenset("female" if "f" in w or "w" in w else "male" for w in words)})
