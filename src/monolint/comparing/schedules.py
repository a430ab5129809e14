"""Intervals and courses that nothing in the other place meets.

A dosing section lists alternatives that are not always told apart by what is read. So two figures are in
conflict only where neither is met on the other side: no figure there agrees, for a case that may be the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from monolint.comparing.components import conflicts
from monolint.comparing.interface import AGREEMENT, Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.ranges import above, apart, inside
from monolint.comparing.scopes import agreement
from monolint.comparing.selection import by_object, of_kind, section
from monolint.domain.claim import Agreement, Claim, Facet, Kind, Qualifier, Quantity, Scope
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup

_SHORTEST_MONTH, _LONGEST_MONTH = Decimal(28), Decimal(31)
_HOURS_A_DAY = Decimal(24)
_ADULT = frozenset({"adult"})
_MAINTENANCE = frozenset({"maintenance"})
_STATED = (Qualifier.USUAL, Qualifier.MINIMUM, Qualifier.MAXIMUM)


class ScheduleOptions(Options):
    """`objects`: only these objects; all where it is empty.

    `ends`: what two ranges are of which one lies inside the other.
    `tolerance`: relative distance between ranges that is still agreement.
    `scope`: what a facet means that only one side gives, where it differs from the general rule.
    """

    objects: tuple[str, ...] = ()
    ends: Literal["agree", "discrepancy"] = "agree"
    tolerance: Decimal = Decimal(0)
    scope: Mapping[Facet, Agreement] = {}


def _compare(group: DrugGroup, kind: Kind, options: ScheduleOptions) -> Iterator[Conflict]:
    for topic, claims in by_object(of_kind(group.claims, kind)):
        if options.objects and topic not in options.objects:
            continue
        figures = [claim for claim in claims if isinstance(claim.value, Quantity)]

        def judge(one: Claim, two: Claim, figures: Sequence[Claim] = figures) -> Judgement:
            judgement = _judge(one, two, options)
            if judgement.verdict is Verdict.AGREES:
                return judgement
            met = _is_met(one, _beside(two, one, figures), options) or _is_met(
                two, _beside(one, two, figures), options
            )
            return AGREEMENT if met else judgement

        yield from conflicts(kind, topic, figures, judge)


def _beside(claim: Claim, other: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """What stands with a claim: its document, or its section beside another one of the same document."""
    inside = claim.document == other.document
    return [
        each
        for each in claims
        if each.document == claim.document and (not inside or each.place.block == claim.place.block)
    ]


def _is_met(claim: Claim, others: Sequence[Claim], options: ScheduleOptions) -> bool:
    return any(
        (other.qualifier is not Qualifier.INITIAL or claim.qualifier is Qualifier.INITIAL)
        and not apart(_range(claim), _range(other), options.tolerance)
        and not _overlap_only(claim, other, options)
        and agreement(_any_phase(claim), _any_phase(other), options.scope) is not Agreement.DIFFERENT
        for other in others
    )


def _any_phase(claim: Claim) -> Scope:
    """The scope of a claim whatever phase it names: a maintenance dose can be the other side's usual one."""
    phase = claim.scope.get(Facet.PHASE)
    return claim.scope.without(Facet.PHASE) if phase == _MAINTENANCE else claim.scope


def _judge(one: Claim, two: Claim, options: ScheduleOptions) -> Judgement:
    if section(one) == section(two):
        return AGREEMENT
    if one.qualifier not in _STATED or two.qualifier not in _STATED:
        return _extended(one, two, options)
    differ = apart(_range(one), _range(two), options.tolerance)
    if not differ and not _overlap_only(one, two, options):
        return AGREEMENT
    scope = agreement(one.scope, two.scope, options.scope)
    if scope is Agreement.DIFFERENT:
        return AGREEMENT
    if one.document == two.document and (scope is Agreement.PARTIAL or _people(one) != _people(two)):
        return AGREEMENT  # what one document leaves open in one place it says in another
    confidence = Confidence.HIGH if scope is Agreement.EQUAL else Confidence.MEDIUM
    limited = {one.qualifier, two.qualifier} != {Qualifier.USUAL}
    plain = differ and scope is Agreement.EQUAL and not limited
    return Judgement(Verdict.CONTRADICTION if plain else Verdict.DISCREPANCY, confidence)


def _people(claim: Claim) -> frozenset[str]:
    return claim.scope.get(Facet.POPULATION) or _ADULT


def _extended(one: Claim, two: Claim, options: ScheduleOptions) -> Judgement:
    """A change that one document allows beyond what the other one plainly states."""
    if one.document == two.document or {one.qualifier, two.qualifier} != {
        Qualifier.CONDITIONAL,
        Qualifier.USUAL,
    }:
        return AGREEMENT
    changed, plain = (one, two) if one.qualifier is Qualifier.CONDITIONAL else (two, one)
    if agreement(changed.scope, plain.scope, options.scope) is Agreement.DIFFERENT:
        return AGREEMENT
    beyond = above(_exact(plain).low, _exact(changed).low, options.tolerance)
    return Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM) if beyond else AGREEMENT


def _overlap_only(one: Claim, two: Claim, options: ScheduleOptions) -> bool:
    """Whether two ranges share a part only, or two limits of one sense differ.

    A single figure inside a range is met by it; a range that ends elsewhere is another range.
    """
    if one.qualifier is not two.qualifier:
        return False
    left, right = _exact(one), _exact(two)
    if one.qualifier is not Qualifier.USUAL:
        return apart(left, right, Decimal(0))
    if inside(left, right) or inside(right, left):
        return options.ends == "discrepancy" and left != right and _is_proper(left) and _is_proper(right)
    return True


def _exact(claim: Claim) -> Quantity:
    """A figure's range in hours."""
    assert isinstance(claim.value, Quantity)
    return _in_hours(claim.value.low, claim.value.high, claim.value.unit)


@lru_cache(maxsize=512)
def _in_hours(low: Decimal | None, high: Decimal | None, unit: str) -> Quantity:
    """Days and months in hours, other units as they are; a month has 28 to 31 days."""
    if unit == "mo":
        least, most = _SHORTEST_MONTH * _HOURS_A_DAY, _LONGEST_MONTH * _HOURS_A_DAY
        return Quantity(_times(low, least), _times(high, most), "h")
    if unit == "d":
        return Quantity(_times(low, _HOURS_A_DAY), _times(high, _HOURS_A_DAY), "h")
    return Quantity(low, high, unit)


def _range(claim: Claim) -> Quantity:
    """What a figure allows: a minimum everything above it, a maximum everything below."""
    exact = _exact(claim)
    if claim.qualifier is Qualifier.MINIMUM:
        return replace(exact, high=None)
    return replace(exact, low=None) if claim.qualifier is Qualifier.MAXIMUM else exact


def _times(bound: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if bound is None else bound * factor


def _is_proper(figure: Quantity) -> bool:
    return figure.low is not None and figure.high is not None and figure.low < figure.high


SCHEDULES = Comparator(
    "schedules", "intervals or courses that nothing in the other place meets", ScheduleOptions, _compare
)
