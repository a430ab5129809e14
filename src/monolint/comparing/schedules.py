"""Intervals and courses that nothing in the other place meets.

A dosing section lists alternatives that are not always told apart by what is read. So two figures are in
conflict only where neither is met on the other side: no figure there agrees, for a case that may be the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from monolint.comparing.components import conflicts
from monolint.comparing.interface import AGREEMENT, Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.scopes import agreement
from monolint.comparing.selection import by_object, of_kind
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
        and not _apart(_range(claim), _range(other), options.tolerance)
        and not _overlap_only(claim, other, options)
        and agreement(_any_phase(claim), _any_phase(other), options.scope) is not Agreement.DIFFERENT
        for other in others
    )


def _any_phase(claim: Claim) -> Scope:
    """The scope of a claim whatever phase it names: a maintenance dose can be the other side's usual one."""
    phase = claim.scope.get(Facet.PHASE)
    return claim.scope.without(Facet.PHASE) if phase == _MAINTENANCE else claim.scope


def _judge(one: Claim, two: Claim, options: ScheduleOptions) -> Judgement:
    if one.document == two.document and one.place.block == two.place.block:
        return AGREEMENT
    if one.qualifier not in _STATED or two.qualifier not in _STATED:
        return _extended(one, two, options)
    apart = _apart(_range(one), _range(two), options.tolerance)
    if not apart and not _overlap_only(one, two, options):
        return AGREEMENT
    scope = agreement(one.scope, two.scope, options.scope)
    if scope is Agreement.DIFFERENT:
        return AGREEMENT
    if one.document == two.document and (scope is Agreement.PARTIAL or _people(one) != _people(two)):
        return AGREEMENT  # what one document leaves open in one place it says in another
    confidence = Confidence.HIGH if scope is Agreement.EQUAL else Confidence.MEDIUM
    limited = {one.qualifier, two.qualifier} != {Qualifier.USUAL}
    plain = apart and scope is Agreement.EQUAL and not limited
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
    beyond = _above(_exact(plain)[0], _exact(changed)[0], options.tolerance)
    return Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM) if beyond else AGREEMENT


def _overlap_only(one: Claim, two: Claim, options: ScheduleOptions) -> bool:
    """Whether two ranges share a part only, or two limits of one sense differ.

    A single figure inside a range is met by it; a range that ends elsewhere is another range.
    """
    if one.qualifier is not two.qualifier:
        return False
    left, right = _exact(one), _exact(two)
    if one.qualifier is not Qualifier.USUAL:
        return _apart(left, right, Decimal(0))
    if _inside(left, right) or _inside(right, left):
        return options.ends == "discrepancy" and left != right and _is_proper(left) and _is_proper(right)
    return True


Bounds = tuple[Decimal | None, Decimal | None]


def _exact(claim: Claim) -> Bounds:
    """A figure's range in hours."""
    assert isinstance(claim.value, Quantity)
    return _in_hours(claim.value.low, claim.value.high, claim.value.unit)


@lru_cache(maxsize=512)
def _in_hours(low: Decimal | None, high: Decimal | None, unit: str) -> Bounds:
    """Days and months in hours, other units as they are; a month has 28 to 31 days."""
    if unit == "mo":
        return _times(low, _SHORTEST_MONTH * _HOURS_A_DAY), _times(high, _LONGEST_MONTH * _HOURS_A_DAY)
    factor = _HOURS_A_DAY if unit == "d" else Decimal(1)
    return _times(low, factor), _times(high, factor)


def _range(claim: Claim) -> Bounds:
    """What a figure allows: a minimum everything above it, a maximum everything below."""
    low, high = _exact(claim)
    if claim.qualifier is Qualifier.MINIMUM:
        return low, None
    return (None, high) if claim.qualifier is Qualifier.MAXIMUM else (low, high)


def _times(bound: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if bound is None else bound * factor


def _apart(one: Bounds, two: Bounds, tolerance: Decimal) -> bool:
    return _above(one[0], two[1], tolerance) or _above(two[0], one[1], tolerance)


def _above(low: Decimal | None, high: Decimal | None, tolerance: Decimal) -> bool:
    return low is not None and high is not None and low > high * (1 + tolerance)


def _is_proper(bounds: Bounds) -> bool:
    return bounds[0] is not None and bounds[1] is not None and bounds[0] < bounds[1]


def _inside(inner: Bounds, outer: Bounds) -> bool:
    low = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    high = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return low and high


SCHEDULES = Comparator(
    "schedules", "intervals or courses that nothing in the other place meets", ScheduleOptions, _compare
)
