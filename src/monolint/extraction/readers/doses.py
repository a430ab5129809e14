"""Doses and their maxima."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from monolint.domain.claim import Facet, Kind, Qualifier, Quantity, Strength
from monolint.extraction import lexicon
from monolint.extraction.dosing import DOSED, Dosing, dosing
from monolint.extraction.quantities import Amount
from monolint.extraction.rates import Rate
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed
from monolint.extraction.stages import stage
from monolint.extraction.statements import Draft, Lore, Statement

_MAXIMUM = re.compile(
    r"\b(?:max(?:imum|imal|\.)?\b(?:[^.;()\d]|\([^()\d]*\)){0,40}|(?:not|never)\s+(?:to\s+)?(?:be\s+)?exceed(?:ed|ing)?\b[^.;)\d]{0,30}"
    r"|(?:tolerable\s+)?upper\s+(?:intake\s+)?(?:limit|level)\b[^.;\d]{0,40}"
    r"|(?:no|not)\s+more\s+than\s+|limit(?:ed)?\s+(?:\w+\s+){0,2}to\s+|exceed(?:ing)?\s+|capped\s+at\s+"
    r"|up\s+to\s+(?:a\s+(?:max\w*|total)\s+of\s+)?)$",
    re.IGNORECASE,
)
_MAXIMUM_AFTER = re.compile(
    r"\s*(?:\(max(?:imum)?\.?\)|max(?:imum)?\b(?!\s*(?:of|dose|:)?\s*(?:of\s+)?\d)|is\s+the\s+max)",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\bup\s+to\s+$", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:increas|titrat|rais|escalat|adjust|reduc|decreas|lower)\w*[^.;]{0,40}$", re.IGNORECASE
)
_STEP = re.compile(r"\b(?:by|increments?\s+of|steps?\s+of|in)\s+(?:\w+\s+)?$", re.IGNORECASE)
_STEP_AFTER = re.compile(r"\s*(?:steps?|increments?|decrements?)\b", re.IGNORECASE)
_OR = re.compile(r"\s*(?:or|/)\s*", re.IGNORECASE)
_STRENGTH = re.compile(
    r"\b(?:contain(?:s|ing)?|available|strengths?|supplied|each|per\s+\w+|equivalent\s+to|vials?\s+of)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_STRENGTH_AFTER = re.compile(
    r"\s*(?:-?strength|tablets?|capsules?|vials?|ampoules?|sachets?|suppositor\w+)\b", re.IGNORECASE
)
_EQUIVALENT = re.compile(
    r"\s*(?:of\s+[\w-]+\s+)?(?:is|are|=)?\s*(?:approximately\s+|about\s+|roughly\s+)?(?:equal|equivalent)\b",
    re.IGNORECASE,
)
_DAILY_BEFORE = re.compile(r"\b(?:daily|per\s+day|a\s+day|24[\s-]hours?)\b[^.;]{0,30}$", re.IGNORECASE)
_DAILY_AFTER = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:per\s+day|a\s+day|/\s*day|daily|each\s+day"
    r"|(?:in|within|per)\s+(?:any\s+|a\s+)?24[\s-]?(?:h|hours?)\b)",
    re.IGNORECASE,
)
_DIVIDED = re.compile(r"\bdivided\b|\bin\s+(?:two|three|four|\d)\s+(?:equal\s+)?doses\b", re.IGNORECASE)
_BODY_WEIGHT = re.compile(r"\s*(?:body\s*weight|bw)\b", re.IGNORECASE)
_PHASE = re.compile(
    r"\b(maintenance|loading|followed\s+by|thereafter|then|after\s+which)\b[^.;:]{0,40}$", re.IGNORECASE
)
_PHASES = {
    "maintenance": "maintenance",
    "loading": "loading",
    "followed": "subsequent",
    "thereafter": "subsequent",
    "then": "subsequent",
    "after": "subsequent",
}
_WEIGHT_KG = 1_000_000
_RATE_OF_FLOW = ("L", "dL", "min", "h")


@reader(sections=DOSED)
def read_doses(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of dose and max_dose."""
    found = dosing(statement, lore)
    if found is None:
        return
    doses = [amount for amount in found.amounts if is_dose(amount, found.text)]
    for amount in doses:
        yield from _dose(found, amount, _rate_of(found, amount, doses))


def is_dose(amount: Amount, text: str) -> bool:
    """Whether a figure is an amount of medicine, not a strength, a concentration, a rate or a weight."""
    unit = amount.unit
    if unit.dimension not in lexicon.words("dose_dimensions"):
        return False
    if any(per in lexicon.words("concentration_units") or per in _RATE_OF_FLOW for per in unit.per):
        return False
    before, after = text[: amount.start], text[amount.end :]
    if unit.symbol == "mg" and _is_weight(amount, before, after):
        return False
    if _EQUIVALENT.match(after):
        return False
    return not _STRENGTH.search(before) and not (unit.dimension == "mass" and _STRENGTH_AFTER.match(after))


def _is_weight(amount: Amount, before: str, after: str) -> bool:
    """Whether a mass is a patient's weight ("over 40 kg")."""
    return amount.low >= _WEIGHT_KG or bool(_BODY_WEIGHT.match(after)) or "weigh" in before[-30:].lower()


def _dose(found: Dosing, amount: Amount, rate: Rate | None) -> Iterator[Draft]:
    before, after = found.before(amount.start), found.text[amount.end :]
    if (_STEP.search(before) and _CHANGED.search(before)) or _STEP_AFTER.match(after):
        return
    phase = _PHASE.search(before)
    named = {Facet.PHASE: frozenset({_PHASES[phase.group(1).lower().split()[0]]})} if phase else {}
    scope = narrowed(found.scope(amount.start, amount.end), named)
    marks = ((amount.start, amount.end),)
    quantity = amount.exact
    if _MAXIMUM.search(before) or _MAXIMUM_AFTER.match(after) or _goes_on_with_maximum(found, amount):
        hedged = Strength.HEDGED if _UP_TO.search(before) else Strength.PLAIN
        value = _maximum(quantity, rate, before, after)
        yield Draft(Kind.MAX_DOSE, None, value, scope, Qualifier.MAXIMUM, hedged, marks)
        return
    qualifier = stage(before)
    if _is_daily(quantity.unit, after):
        value = Quantity(quantity.low, quantity.high, _per_day(quantity.unit))
        yield Draft(Kind.DOSE, None, value, scope, qualifier, marks=marks)
        return
    yield Draft(Kind.DOSE, None, quantity, scope, qualifier, marks=marks)
    if rate and rate.per_day:
        fewest, most = rate.per_day
        value = Quantity(amount.low * fewest, amount.high * most, _per_day(quantity.unit))
        # A total that follows from dose and interval is a weaker statement than one that is written.
        yield Draft(Kind.DOSE, None, value, scope, qualifier, Strength.HEDGED, marks)


def _goes_on_with_maximum(found: Dosing, amount: Amount) -> bool:
    """Whether a figure is the alternative of a maximum before it ("maximum 50 mg/kg or 3 g")."""
    previous = max((a for a in found.amounts if a.end <= amount.start), key=lambda a: a.end, default=None)
    if previous is None or not _OR.fullmatch(found.text, previous.end, amount.start):
        return False
    return bool(_MAXIMUM.search(found.before(previous.start)))


def _maximum(quantity: Quantity, rate: Rate | None, before: str, after: str) -> Quantity:
    """The limit that a maximum sets: "5 mg four times a day" limits the day to 20 mg."""
    if rate and rate.per_day and quantity.high is not None:
        _, most = rate.per_day
        return Quantity(quantity.high * most, quantity.high * most, _per_day(quantity.unit))
    return Quantity(quantity.high, quantity.high, _limited_unit(quantity.unit, before, after))


def _is_daily(unit: str, after: str) -> bool:
    """Whether a dose is the whole day's: "40 mg/day", "40 mg daily in two divided doses"."""
    return unit.endswith("/d") or (bool(_DAILY_AFTER.match(after)) and bool(_DIVIDED.search(after[:60])))


def _limited_unit(unit: str, before: str, after: str) -> str:
    """The unit of a maximum, per day where the words around it say so."""
    return _per_day(unit) if _DAILY_BEFORE.search(before) or _DAILY_AFTER.match(after) else unit


def _per_day(unit: str) -> str:
    return unit if unit.endswith("/d") else f"{unit}/d"


def _rate_of(found: Dosing, amount: Amount, doses: Sequence[Amount]) -> Rate | None:
    """The rate that follows a dose before the next dose and before the sentence turns."""
    _, stop = found.segment(amount.start, amount.end)
    following = min((dose.start for dose in doses if dose.start > amount.start), default=len(found.text))
    inner = [r for r in found.rates if amount.end <= r.start < following and r.start <= stop]
    return inner[0] if inner else None
