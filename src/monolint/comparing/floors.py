"""Figures below the minimum for their case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from monolint.comparing.components import conflicts
from monolint.comparing.interface import AGREEMENT, Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.ranges import above
from monolint.comparing.scopes import agreement
from monolint.comparing.selection import by_object, of_kind
from monolint.domain.claim import Agreement, Claim, Facet, Kind, Qualifier, Quantity, Strength
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup

_FORMS = (Facet.FORMULATION, Facet.ROUTE)
_LEAST = (Qualifier.MINIMUM, Qualifier.FALLBACK)


class FloorOptions(Options):
    """`objects`: only these objects.

    A minimum that is only a lack of data (a fallback) stands against other documents, and only where
    its own document gives no figure below it.
    `scope`: what a facet means that only one side gives, where it differs from the general rule.
    """

    objects: tuple[str, ...] = ()
    scope: Mapping[Facet, Agreement] = {}


def _compare(group: DrugGroup, kind: Kind, options: FloorOptions) -> Iterator[Conflict]:
    def judge(one: Claim, two: Claim) -> Judgement:
        usual, least = (two, one) if two.qualifier is Qualifier.USUAL else (one, two)
        if usual.qualifier is not Qualifier.USUAL or least.qualifier not in _LEAST:
            return AGREEMENT
        return _reaches(usual, least, options)

    for topic, claims in by_object(of_kind(group.claims, kind)):
        if not options.objects or topic in options.objects:
            figures = [claim for claim in claims if isinstance(claim.value, Quantity)]
            yield from conflicts(kind, topic, _without_answered_doubts(figures), judge)


def _without_answered_doubts(claims: Sequence[Claim]) -> list[Claim]:
    """Drop a lack of data that the same document does not keep to."""
    lowest: dict[str, Decimal] = {}
    for claim in claims:
        assert isinstance(claim.value, Quantity)
        if claim.qualifier is Qualifier.USUAL and claim.value.low is not None:
            lowest[claim.document] = min(lowest.get(claim.document, claim.value.low), claim.value.low)
    return [
        claim
        for claim in claims
        if claim.qualifier is not Qualifier.FALLBACK
        or not isinstance(claim.value, Quantity)
        or not above(claim.value.low, lowest.get(claim.document), Decimal(0))
    ]


def _reaches(usual: Claim, least: Claim, options: FloorOptions) -> Judgement:
    assert isinstance(usual.value, Quantity)
    assert isinstance(least.value, Quantity)
    scope = agreement(usual.scope, least.scope, options.scope)
    below = above(least.value.low, usual.value.low, Decimal(0))
    # A minimum for one form says nothing of a figure that names no form.
    if any(least.scope.get(facet) and not usual.scope.get(facet) for facet in _FORMS):
        return AGREEMENT
    if usual.value.unit != least.value.unit or scope is Agreement.DIFFERENT or not below:
        return AGREEMENT
    if _are_other_kinds_of_a_disease(usual, least):
        return AGREEMENT
    if least.qualifier is Qualifier.FALLBACK:
        if least.strength is Strength.HEDGED:
            return AGREEMENT
        elsewhere = usual.document != least.document
        return Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM) if elsewhere else AGREEMENT
    if scope is Agreement.EQUAL and Strength.HEDGED not in (usual.strength, least.strength):
        return Judgement(Verdict.CONTRADICTION)
    return Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM)


def _are_other_kinds_of_a_disease(usual: Claim, least: Claim) -> bool:
    """Whether a dose is for a kind of the disease that a limit is for, or the reverse."""
    mine, theirs = usual.scope.get(Facet.INDICATION), least.scope.get(Facet.INDICATION)
    return bool(mine and theirs) and mine != theirs


FLOOR = Comparator("floor", "a figure below the minimum for the same case", FloorOptions, _compare)
