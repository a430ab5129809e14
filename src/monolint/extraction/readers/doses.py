"""Doses and their maxima."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from monolint.domain.claim import Facet, Kind, Qualifier, Quantity, Scope, Strength
from monolint.extraction.components import is_of_unnamed_ingredient
from monolint.extraction.dose_figures import find_doses, given
from monolint.extraction.dosing import DOSED, Dosing, dosing
from monolint.extraction.maxima import (
    is_conditional,
    is_intake,
    is_maximum,
    is_of_the_start,
    is_up_to,
    limit,
    per_day,
)
from monolint.extraction.quantities import Amount
from monolint.extraction.rates import Rate
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed
from monolint.extraction.stages import phase_of, stage
from monolint.extraction.statements import Draft, Lore, Statement

_CHANGED = re.compile(
    r"\b(?:increas|titrat|rais|escalat|adjust|reduc|decreas|lower)\w*[^.;]{0,40}$", re.IGNORECASE
)
_STEP = re.compile(r"\b(?:by|increments?\s+of|steps?\s+of|in)\s+(?:\w+\s+)?$", re.IGNORECASE)
_STEP_AFTER = re.compile(r"\s*(?:steps?|increments?|decrements?)\b", re.IGNORECASE)
_TOGETHER = re.compile(r"[\w\s-]{0,30}(?:\+|\band\b|\bplus\b|\bwith\b|/)[\w\s-]{0,30}", re.IGNORECASE)
# "From 50 mg daily to higher doses" gives one end of a range; "at most 2 mg (e.g. 40 g of it)" an example.
_FROM = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
_ON_TO = re.compile(r"[^.;,\d]{0,25}\b(?:to|and)\s+(?:\d|(?:much\s+)?(?:higher|larger|more))", re.IGNORECASE)
_EXAMPLE = re.compile(r"\bmax\w*\b[^()]{0,60}\((?:e\.g\.|for\s+example|such\s+as)[^()]*$", re.IGNORECASE)
_PARTED = re.compile(r"\bdivided\s+(?:and|doses)\b", re.IGNORECASE)
_FIRST = frozenset({"first"})
_DAY = re.compile(
    r"\b(?:total\s+)?daily\s+(?:\w+\s+)?(?:dos(?:e|es|age)|intake|amount|requirement|allowance)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)


@reader(sections=DOSED)
def read_doses(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of dose and max_dose."""
    found = dosing(statement, lore)
    if found is None:
        return
    doses = find_doses(found.text)
    for amount in doses:
        scope = found.scope(amount.start, amount.end)
        if (
            is_of_unnamed_ingredient(scope, amount, lore)
            or found.is_adjusted(scope)
            or found.is_of_another_drug(amount)
        ):
            continue
        yield from _dose(found, amount, _rate_of(found, amount, doses), scope)


def _dose(found: Dosing, amount: Amount, rate: Rate | None, scope: Scope) -> Iterator[Draft]:
    before, after = found.before(amount.start), found.text[amount.end :]
    if (_STEP.search(before) and _CHANGED.search(before)) or _STEP_AFTER.match(after):
        return
    if (_FROM.search(before) and _ON_TO.match(after)) or _EXAMPLE.search(before):
        return
    phase = phase_of(found.text, amount.start, amount.end, found.statement.leading)
    marks = ((amount.start, amount.end),)
    if is_intake(found, amount):
        scope = narrowed(scope, {Facet.CONDITION: frozenset({"dietary intake"})})
    if is_maximum(found, amount):
        if is_of_the_start(found, amount):
            phase = "first"
        elif scope.get(Facet.PHASE) == _FIRST and found.statement.start:
            scope = scope.without(Facet.PHASE)  # "Initial dose: ... The maximum is ..." has left the start
        if phase and phase != "single":
            scope = narrowed(scope, {Facet.PHASE: frozenset({phase})})
        weak = is_up_to(found, amount) or is_conditional(found, amount)
        hedged = Strength.HEDGED if weak else Strength.PLAIN
        value = limit(found, amount, rate)
        yield Draft(Kind.MAX_DOSE, None, value, scope, Qualifier.MAXIMUM, hedged, marks)
        return
    qualifier = stage(before, after)
    if phase:
        scope = narrowed(scope, {Facet.PHASE: frozenset({phase})})
    elif qualifier is not Qualifier.INITIAL and scope.get(Facet.PHASE) == _FIRST:
        scope = scope.without(Facet.PHASE)  # a later sentence under "Initial dose" has left the start behind
    quantity = given(amount, found.text)
    if quantity.unit.endswith("/d") or (rate and rate.is_total) or _DAY.search(before):
        value = Quantity(quantity.low, quantity.high, per_day(quantity.unit))
        yield Draft(Kind.DOSE, None, value, scope, qualifier, marks=marks)
        return
    yield Draft(Kind.DOSE, None, quantity, scope, qualifier, marks=marks)
    if rate and rate.per_day:
        fewest, most = rate.per_day
        value = Quantity(amount.low * fewest, amount.high * most, per_day(quantity.unit))
        # A total that follows from dose and interval is a weaker statement than one that is written.
        yield Draft(Kind.DOSE, None, value, scope, qualifier, Strength.HEDGED, marks)


def _rate_of(found: Dosing, amount: Amount, doses: Sequence[Amount]) -> Rate | None:
    """The rate that follows a dose before the next dose and before the sentence turns."""
    following, last = len(found.text), amount
    for dose in sorted(doses, key=lambda dose: dose.start):
        if dose.start <= amount.start:
            continue
        if len(found.lore.ingredients) < 2 or not _TOGETHER.fullmatch(found.text, last.end, dose.start):
            following = dose.start
            break
        last = dose  # "5 mg of one and 20 mg of the other, twice daily"
    stop = min(following, found.turn(amount.end))
    inner = [rate for rate in found.rates if amount.end <= rate.start < stop]
    if inner and _PARTED.search(found.text, amount.end, inner[0].start):
        return None  # "14 mg/kg, divided and given every 8 hours" is what the parts add up to
    return inner[0] if inner else None
