"""How long treatment lasts, and how long an infusion runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Facet, Kind, Qualifier, Quantity, Strength
from monolint.extraction.dosing import DOSED, Dosing, dosing
from monolint.extraction.quantities import Amount
from monolint.extraction.reader import reader
from monolint.extraction.scoping import find_phase, is_age, narrowed
from monolint.extraction.statements import Draft, Lore, Statement

CYCLES, TIME = "cycles", "time"
_MINUTES_A_DAY = 24 * 60
_INFUSED = re.compile(r"\binfus\w+|\bintravenous|\bIV\b|\bdrip\b", re.IGNORECASE)
_INFUSION_TIME = re.compile(r"infusion\s+(?:time|duration)", re.IGNORECASE)
_INFUSION_AFTER = re.compile(r"\s*-?\s*infusion", re.IGNORECASE)
_OVER = re.compile(
    r"\bover\s+(?:(?:a\s+period\s+of|at\s+least|about|approximately|around)\s+)*$", re.IGNORECASE
)
_TYPICALLY = re.compile(r"\b(?:typically|usually|generally)\b[^.;]{0,25}$", re.IGNORECASE)
_NO_DURATION = re.compile(
    r"\b(?:every|after|within|before|each|between|ago|following|prior\s+to|over|last|previous|of\s+a|in\s+a|by)\s+"
    r"(?:(?:about|approximately|at\s+least|the|first|a)\s+)*$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:for|total\s+of|duration|course\s+of|last(?:s|ing)?|continue\w*|period\s+of|extended|treatment\s+is|limited\s+to)\b"
    r"[^.;,]{0,40}$",
    re.IGNORECASE,
)
_NO_LENGTH_AFTER = re.compile(r"\s*(?:after|following|prior|before)\b", re.IGNORECASE)
_LENGTH_AFTER = re.compile(
    r"\s*-?\s*(?:course|treatment|duration)\b|\s*of\s+(?:treatment|therapy)\b", re.IGNORECASE
)
_EXTENDED = re.compile(r"\b(?:extend|prolong|continu|increas)\w*[^.;]{0,40}$", re.IGNORECASE)
_UNTIL = re.compile(r"\buntil\b[^.;]{0,60}$", re.IGNORECASE)
_MINIMUM = re.compile(r"\b(?:at\s+least|minimum(?:\s+of)?|not\s+less\s+than)\s+$", re.IGNORECASE)
_MAXIMUM = re.compile(
    r"\b(?:up\s+to|max(?:imum)?(?:\s+of)?|no\s+more\s+than|not\s+exceed)\s+$", re.IGNORECASE
)
_FOR_PHASE = re.compile(r"\s*(?:for|in|with|as)\s+(?:the\s+)?", re.IGNORECASE)


@reader(sections=DOSED)
def read_durations(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of duration (cycles, or days and months) and infusion_time (minutes)."""
    found = dosing(statement, lore)
    if found is None:
        return
    for amount in found.amounts:
        if found.is_in_rate(amount):
            continue
        if _is_infusion_time(found, amount):
            yield _infusion_time(found, amount)
        elif _is_duration(found, amount):
            yield _duration(found, amount)


def _is_infusion_time(found: Dosing, amount: Amount) -> bool:
    text = found.text
    if amount.unit.symbol != "min" or amount.high > _MINUTES_A_DAY:
        return False
    if not _INFUSED.search(text + found.statement.question):
        return False
    before = text[: amount.start]
    named = bool(_INFUSION_TIME.search(text)) and not _NO_DURATION.search(before)
    return named or bool(_OVER.search(before)) or bool(_INFUSION_AFTER.match(text, amount.end))


def _infusion_time(found: Dosing, amount: Amount) -> Draft:
    phase = _phase(found, amount)
    scope = found.scope(amount.start, amount.end).without(Facet.ROUTE, Facet.FORMULATION)
    scope = narrowed(scope, {Facet.PHASE: frozenset({phase})} if phase else {})
    hedged = Strength.HEDGED if _TYPICALLY.search(found.text[: amount.start]) else Strength.PLAIN
    marks = ((amount.start, amount.end),)
    return Draft(Kind.INFUSION_TIME, None, amount.exact, scope, strength=hedged, marks=marks)


def _phase(found: Dosing, amount: Amount) -> str | None:
    """The phase named right after a figure ("for the first dose"), else between the figure before and it."""
    if _FOR_PHASE.match(found.text, amount.end):
        phase = find_phase(found.text[amount.end : amount.end + 40])
        if phase:
            return phase
    previous = max((other.end for other in found.amounts if other.end <= amount.start), default=0)
    return find_phase(found.text[previous : amount.start])


def _is_duration(found: Dosing, amount: Amount) -> bool:
    before = found.before(amount.start)
    if _NO_DURATION.search(before):
        return False
    if amount.unit.symbol in ("cycle", "course"):
        return True
    days = amount.unit.symbol == "min" and amount.high >= _MINUTES_A_DAY
    if not (days or amount.unit.symbol == "mo") or is_age(amount, found.text):
        return False
    if _NO_LENGTH_AFTER.match(found.text, amount.end):
        return False
    return bool(_FOR.search(before)) or bool(_LENGTH_AFTER.match(found.text, amount.end))


def _duration(found: Dosing, amount: Amount) -> Draft:
    value = amount.exact
    if amount.unit.symbol == "min":
        value = Quantity(amount.low / _MINUTES_A_DAY, amount.high / _MINUTES_A_DAY, "d")
    topic = TIME if amount.unit.symbol in ("min", "mo") else CYCLES
    scope = found.scope(amount.start, amount.end).without(Facet.ROUTE, Facet.FORMULATION)
    qualifier = _qualifier(found.before(amount.start))
    return Draft(Kind.DURATION, topic, value, scope, qualifier, marks=((amount.start, amount.end),))


def _qualifier(before: str) -> Qualifier:
    if _EXTENDED.search(before) and not _UNTIL.search(before):
        return Qualifier.CONDITIONAL
    if _MINIMUM.search(before):
        return Qualifier.MINIMUM
    return Qualifier.MAXIMUM if _MAXIMUM.search(before) else Qualifier.USUAL
