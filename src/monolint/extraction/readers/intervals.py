"""How often doses are given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from monolint.domain.claim import Facet, Kind, Qualifier, Quantity, Scope
from monolint.extraction.dose_figures import is_dose
from monolint.extraction.dosing import DOSED, Dosing, dosing
from monolint.extraction.rates import Rate
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed
from monolint.extraction.stages import stage
from monolint.extraction.statements import Draft, Lore, Statement

_GIVEN = re.compile(
    r"\b(?:administ|given|tak(?:e|en)|inject|infus|appl|dos|cycles?|use|instil|insert|wash|spray)",
    re.IGNORECASE,
)
_WATCHED = re.compile(
    r"\b(?:monitor|check|test|measur|evaluat|examin|assess|review|missed?|recalculat|dressing|bandag)",
    re.IGNORECASE,
)
_NOT_SO_OFTEN = re.compile(
    r"\b(?:not|never|no\s+need|avoid|without|n't|than|miss\w*|instead\s+of|previous\w*)\b(?!\s+(?:\w+\s+)?(?:more|exceed))"
    r"[^.;,:]{0,30}$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(r"\s*(?:\w+\s+){0,2}(?:is|are)\s+(?:generally\s+|usually\s+)?not\b", re.IGNORECASE)
_DIVIDED = re.compile(r"[^.;]{0,25}\bdivided\b|\s*(?:in|as)\s+(?:\w+\s+){0,2}doses\b", re.IGNORECASE)
_PARTS = re.compile(
    r"\bdivided\s+(?:into|in|as)\s+(?P<low>\d|two|three|four)(?:\s*(?:-|–|to|or)\s*(?P<high>\d|two|three|four|six))?"
    r"\s+(?:equal\s+)?(?:daily\s+)?(?:doses|administrations|portions)\b"
    r"|\b(?P<low2>\d|two|three|four)(?:\s*(?:-|–|to|or)\s*(?P<high2>\d|two|three|four|six))?"
    r"\s+(?:equally\s+)?divided\s+doses\b",
    re.IGNORECASE,
)
_OPTIONAL = re.compile(r"\b(?:can|may|could|often|sometimes|or|if)\s+(?:be\s+)?$", re.IGNORECASE)
_ONE_OR = re.compile(
    r"\b(?:one|once|1|single)(?:\s+(?:daily|a\s+day))?\s*(?:or|to|-|–|/)\s*(?:in\s+)?$", re.IGNORECASE
)
# "Several applications per day", "two days a week" and "daily use" count no doses.
_NOT_COUNTED = re.compile(
    r"\b(?:several|multiple|many|few|numerous)\s+(?:\w+\s+)?$|\bdays?\s*$|\be\.g\.?,?\s*$", re.IGNORECASE
)
_NO_RATE_AFTER = re.compile(
    r"\s*(?:or\s+(?:long|short)|us(?:e|age)\b|dosing|li(?:fe|ving)|activit|drug-free|doses?\b|regimen)",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+(?:up\s+)?to\s+(?:once\s+)?", re.IGNORECASE)
_COURSES = re.compile(r"\s*(?:courses?|cycles?|treatments?|visits?|dosages?)\b", re.IGNORECASE)
_COUNTS = {"two": 2, "three": 3, "four": 4, "six": 6}
# "40 mg daily" is a day's total, taken at once or in parts; "once daily" and "one tablet daily" are not.
_TOTAL = re.compile(r"(?:daily|weekly|monthly|(?:per|a)\s+(?:day|week|month))$", re.IGNORECASE)
_MAXIMUM_DOSE = re.compile(r"\b(?:max(?:imum)?|exceed\w*)\b[^.;()]{0,60}$", re.IGNORECASE)
_SOME_MASS = re.compile(r"\b(?:grams?|milligrams?|units|mg|mcg|g|IU|ml)\b[^.;,]{0,30}$", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:up\s+to|(?:no|not)\s+more\s+(?:often\s+)?than|max(?:imum)?(?:\s+(?:of|is))?|at\s+most)\s*:?\s*$",
    re.IGNORECASE,
)
_MAXIMUM = re.compile(
    r"\b(?:max(?:imum)?|exceed\w*|limit\w*|more\s+than|up\s+to|total)\b[^.;()]{0,60}$", re.IGNORECASE
)
# A time of the day is a rate only where nothing else is ("10 mg at bedtime").
_TIME_OF_DAY = re.compile(
    r"\b(?:bedtime|night(?:ly)?|nocte|evening|morning|mane|q?hs|qam|qpm)\b", re.IGNORECASE
)
# The morning of an injection that is given every month tells when, not how often.
_PART_OF_DAY = re.compile(r"\b(?:evening|morning|mane|qam|qpm)\b", re.IGNORECASE)
_AND = re.compile(r"\band\s+$", re.IGNORECASE)
# "Three times a day and at bedtime" is four times.
_AND_AT_BEDTIME = re.compile(
    r"\s*(?:\([^)]*\)\s*)?,?\s*(?:and|plus)\s+(?:once\s+)?(?:at|before)\s+(?:bed|night)", re.I
)
_SOME = re.compile(
    r"\b(?:doses\s+(?:greater|above|over|higher|more|exceeding|of\s+more)|in\s+(?:some|certain|severe|more|rare|acute|resistant)\b|some\s+(?:patients|individuals|people|cases|sources)"
    r"|sometimes|alternative(?:ly)?|for\s+(?:severe|acute)|severe\s+(?:cases|infections?)|if\s+(?:needed|necessary|required))\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_SOME_AFTER = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:,\s*)?(?:in\s+(?:some|severe|certain|acute)\b|for\s+severe\b|initially\b|at\s+first\b"
    r"|for\s+the\s+first\b|on\s+(?:the\s+first\s+day|day\s+(?:1|one))\b|if\s+(?:needed|necessary|required|tolerated)\b)",
    re.IGNORECASE,
)
_MAINTAINED = re.compile(r"\bmaintenance\b[^.;]{0,50}$|\bfollowed\s+by\b[^.;]{0,50}$", re.IGNORECASE)
_ORAL_FORMS = frozenset(
    {"tablet", "chewable tablet", "dispersible tablet", "effervescent tablet", "capsule", "oral solution"}
    | {"oral suspension", "syrup", "elixir"}
)
_SKIN_FORMS = frozenset({"cream", "ointment", "lotion", "shampoo", "topical solution", "foam"})
_DAY = Decimal(24)


@reader(sections=DOSED)
def read_intervals(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of frequency: from one dose to the next, in hours or months.

    "Up to three times a day" sets the shortest interval (minimum), and so does a maximum. A day's total is
    a fallback: it agrees with one dose a day, and is in conflict with nothing.
    """
    found = dosing(statement, lore)
    if found is None or not _speaks_of_doses(found):
        return
    for rate in _joined(found):
        value = _value(found, rate)
        if value is None or _is_denied(found, rate):
            continue
        scope = _with_route_of_form(found.scope(rate.start, rate.end))
        if _MAINTAINED.search(found.text[: rate.start]):
            scope = narrowed(scope, {Facet.PHASE: frozenset({"maintenance"})})
        yield Draft(
            Kind.FREQUENCY, None, value, scope, _qualifier(found, rate), marks=((rate.start, rate.end),)
        )
    yield from _parts_of_a_day(found)


def _joined(found: Dosing) -> list[Rate]:
    """The rates of a sentence; "once a week to once a month" is one of them."""
    rates: list[Rate] = []
    for rate in found.rates:
        last = rates[-1] if rates else None
        if last and last.unit == rate.unit and _TO.fullmatch(found.text, last.end, rate.start):
            low, high = min(last.low, rate.low), max(last.high, rate.high)
            rates[-1] = Rate(low, high, rate.unit, last.start, rate.end)
        elif last and _TO.fullmatch(found.text, last.end, rate.start):
            rates.pop()  # from hours to months: no unit of ours holds both
        else:
            rates.append(rate)
    return rates


def _speaks_of_doses(found: Dosing) -> bool:
    if _WATCHED.search(found.text) or not (found.rates or "divided" in found.text.lower()):
        return False
    return bool(_GIVEN.search(found.text)) or any(is_dose(amount, found.text) for amount in found.amounts)


def _value(found: Dosing, rate: Rate) -> Quantity | None:
    written = found.text[rate.start : rate.end]
    before = found.before(rate.start)
    if _COURSES.match(found.text, rate.end):
        return None
    if _DIVIDED.match(found.text, rate.end):
        return None
    if _TIME_OF_DAY.search(written) and (len(found.rates) > 1 or _AND.search(before)):
        return None
    if _AND_AT_BEDTIME.match(found.text, rate.end):
        return None
    if "divided" in written.lower():
        return None  # the parts of a day are read on their own
    if not _TOTAL.fullmatch(written):
        return rate.quantity
    uncounted = _NOT_COUNTED.search(before) or _NO_RATE_AFTER.match(found.text, rate.end)
    return None if uncounted or _MAXIMUM.search(before) else rate.quantity


def _is_total(found: Dosing, rate: Rate) -> bool:
    """Whether a rate stands after a mass, or after more than one tablet or dose."""
    before = [amount for amount in found.amounts if amount.end <= rate.start]
    if before and (before[-1].unit.dimension in ("mass", "activity") or before[-1].high > 1):
        return True
    return bool(_SOME_MASS.search(found.text[: rate.start]))


def _is_denied(found: Dosing, rate: Rate) -> bool:
    return bool(_NOT_SO_OFTEN.search(found.text[: rate.start]) or _DENIED_AFTER.match(found.text, rate.end))


def _qualifier(found: Dosing, rate: Rate) -> Qualifier:
    before = found.before(rate.start)
    written = found.text[rate.start : rate.end]
    if (_TOTAL.fullmatch(written) and _is_total(found, rate)) or _PART_OF_DAY.search(written):
        return Qualifier.FALLBACK
    if _LIMIT.search(before) or _MAXIMUM_DOSE.search(before):
        return Qualifier.MINIMUM
    if _SOME.search(before) or _SOME_AFTER.match(found.text, rate.end):
        return Qualifier.CONDITIONAL
    return stage(before)


def _parts_of_a_day(found: Dosing) -> Iterator[Draft]:
    """The intervals of a day's dose that is divided ("in two or three divided doses")."""
    for match in _PARTS.finditer(found.text):
        fewest = match["low"] or match["low2"]
        most = match["high"] or match["high2"] or fewest
        low, high = (
            _DAY / _COUNTS.get(word.lower(), int(word) or 1 if word.isdigit() else 1)
            for word in (most, fewest)
        )
        before = found.before(match.start())
        once = bool(_ONE_OR.search(before))
        optional = _OPTIONAL.search(before) and not once
        yield Draft(
            Kind.FREQUENCY,
            None,
            Quantity(low, _DAY if once else high, "h"),
            _with_route_of_form(found.scope(*match.span())),
            Qualifier.CONDITIONAL if optional else stage(before),
            marks=(match.span(),),
        )


def _with_route_of_form(scope: Scope) -> Scope:
    """The scope with the route that its form of medicine is for, where no route is named."""
    forms = scope.get(Facet.FORMULATION)
    if not forms or scope.get(Facet.ROUTE):
        return scope
    routes = {name for name, members in (("oral", _ORAL_FORMS), ("topical", _SKIN_FORMS)) if forms <= members}
    return narrowed(scope, {Facet.ROUTE: frozenset(routes)}) if routes else scope
