"""Figures that cannot both be right, and figures below their minimum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from monolint.comparing.components import conflicts
from monolint.comparing.interface import AGREEMENT, Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.ranges import above, apart, inside
from monolint.comparing.scopes import agreement
from monolint.comparing.selection import by_object, of_kind
from monolint.domain.claim import Agreement, Claim, Facet, Kind, Qualifier, Quantity, Strength
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup


class QuantityOptions(Options):
    """`objects`: only these objects; all where it is empty.

    `tolerance`: relative distance between ranges that is still agreement (0.05 is 5 %).

    `overlap`: what ranges are that overlap, with neither inside the other.
    `partial`: the confidence where one side leaves a part of the case open.
    `alternatives`: figures of one section are alternatives; two sections agree when they share one.
    `qualifiers`: which figures are compared with their like.
    `conditional_maximum`: whether a conditional figure of one document conflicts with the plain,
    lower figure of another (a discrepancy).
    `between`: "documents" leaves alone what one document says in two places.
    `scope`: what a facet means that only one side gives, where it differs from the general rule.
    """

    objects: tuple[str, ...] = ()
    tolerance: Decimal = Decimal(0)
    between: Literal["anywhere", "documents"] = "anywhere"
    overlap: Literal["agrees", "discrepancy"] = "agrees"
    partial: Literal["medium", "low"] = "medium"
    alternatives: bool = False
    qualifiers: tuple[Qualifier, ...] = (
        Qualifier.USUAL,
        Qualifier.INITIAL,
        Qualifier.MAXIMUM,
        Qualifier.MINIMUM,
    )
    conditional_maximum: bool = False
    scope: Mapping[Facet, Agreement] = {}


def _compare(group: DrugGroup, kind: Kind, options: QuantityOptions) -> Iterator[Conflict]:
    for topic, claims in by_object(of_kind(group.claims, kind)):
        if options.objects and topic not in options.objects:
            continue
        figures = [claim for claim in claims if isinstance(claim.value, Quantity)]
        beside = _beside(figures) if options.alternatives else {}

        def judge(one: Claim, two: Claim, beside: Mapping[Section, Sequence[Claim]] = beside) -> Judgement:
            found = _judge(one, two, options)
            # Only figures that disagree are worth the search for alternatives that their sections share.
            if found.verdict is Verdict.AGREES or not options.alternatives:
                return found
            return AGREEMENT if _share_alternative(one, two, beside, options) else found

        yield from conflicts(kind, topic, figures, judge)


Section = tuple[str, int]


def _section(claim: Claim) -> Section:
    return claim.document, claim.place.block


def _beside(claims: Sequence[Claim]) -> Mapping[Section, Sequence[Claim]]:
    """The figures that stand together in one section."""
    found: dict[Section, list[Claim]] = {}
    for claim in claims:
        found.setdefault(_section(claim), []).append(claim)
    return found


def _share_alternative(
    one: Claim, two: Claim, beside: Mapping[Section, Sequence[Claim]], options: QuantityOptions
) -> bool:
    """Whether the sections of two figures have a figure for the same case in common."""
    if one.qualifier != two.qualifier:
        return False
    if _section(one) == _section(two):
        return True
    return any(
        _judge(left, right, options).verdict is Verdict.AGREES
        for left in beside[_section(one)]
        for right in beside[_section(two)]
        if _alike(left, one, options) and _alike(right, two, options) and _alike(left, right, options)
    )


def _alike(one: Claim, two: Claim, options: QuantityOptions) -> bool:
    """Whether two figures answer the same question: unit, qualifier and case."""
    assert isinstance(one.value, Quantity)
    assert isinstance(two.value, Quantity)
    if one.value.unit != two.value.unit or one.qualifier != two.qualifier:
        return False
    return agreement(one.scope, two.scope, options.scope) is not Agreement.DIFFERENT


def _judge(one: Claim, two: Claim, options: QuantityOptions) -> Judgement:
    assert isinstance(one.value, Quantity)
    assert isinstance(two.value, Quantity)
    if one.value.unit != two.value.unit:
        return AGREEMENT
    if options.between == "documents" and one.document == two.document:
        return AGREEMENT
    if one.qualifier != two.qualifier:
        return _conditional(one, two, options)
    if one.qualifier not in options.qualifiers:
        return AGREEMENT
    verdict = _ranges(one.value, two.value, options)
    if verdict is Verdict.AGREES:
        return AGREEMENT
    scope = agreement(one.scope, two.scope, options.scope)
    if scope is Agreement.DIFFERENT:
        return AGREEMENT
    if verdict is Verdict.CONTRADICTION and (scope is Agreement.PARTIAL or _hedged(one, two)):
        verdict = Verdict.DISCREPANCY
    doubtful = Confidence[options.partial.upper()]
    return Judgement(verdict, Confidence.HIGH if scope is Agreement.EQUAL else doubtful)


def _ranges(one: Quantity, two: Quantity, options: QuantityOptions) -> Verdict:
    if apart(one, two, options.tolerance):
        return Verdict.CONTRADICTION
    if options.overlap == "agrees" or inside(one, two) or inside(two, one):
        return Verdict.AGREES
    return Verdict.DISCREPANCY


def _hedged(one: Claim, two: Claim) -> bool:
    return Strength.HEDGED in (one.strength, two.strength)


def _conditional(one: Claim, two: Claim, options: QuantityOptions) -> Judgement:
    """A conditional maximum of one document against the plain figure of another."""
    if not options.conditional_maximum or one.document == two.document:
        return AGREEMENT
    if one.qualifier is Qualifier.CONDITIONAL and two.qualifier is Qualifier.USUAL:
        conditional, plain = one, two
    elif two.qualifier is Qualifier.CONDITIONAL and one.qualifier is Qualifier.USUAL:
        conditional, plain = two, one
    else:
        return AGREEMENT
    relaxed = {**options.scope, Facet.PRIOR_THERAPY: Agreement.PARTIAL, Facet.CONDITION: Agreement.PARTIAL}
    if agreement(conditional.scope, plain.scope, relaxed) is Agreement.DIFFERENT:
        return AGREEMENT
    assert isinstance(conditional.value, Quantity)
    assert isinstance(plain.value, Quantity)
    longer = above(conditional.value.high, plain.value.high, options.tolerance)
    return Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM) if longer else AGREEMENT


class FloorOptions(Options):
    """`objects`: only these objects.

    A minimum that is only a lack of data (a fallback) stands against other documents, and only where
    its own document gives no figure below it.
    `scope`: what a facet means that only one side gives, where it differs from the general rule.
    """

    objects: tuple[str, ...] = ()
    scope: Mapping[Facet, Agreement] = {}


def _floor(group: DrugGroup, kind: Kind, options: FloorOptions) -> Iterator[Conflict]:
    def judge(one: Claim, two: Claim) -> Judgement:
        usual, least = (two, one) if two.qualifier is Qualifier.USUAL else (one, two)
        if usual.qualifier is not Qualifier.USUAL or least.qualifier not in _LEAST:
            return AGREEMENT
        return _reaches(usual, least, options)

    for topic, claims in by_object(of_kind(group.claims, kind)):
        if not options.objects or topic in options.objects:
            figures = [claim for claim in claims if isinstance(claim.value, Quantity)]
            yield from conflicts(kind, topic, _without_answered_doubts(figures), judge)


_FORMS = (Facet.FORMULATION, Facet.ROUTE)
_LEAST = (Qualifier.MINIMUM, Qualifier.FALLBACK)


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
        apart = usual.document != least.document
        return Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM) if apart else AGREEMENT
    if scope is Agreement.EQUAL and not _hedged(usual, least):
        return Judgement(Verdict.CONTRADICTION)
    return Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM)


def _are_other_kinds_of_a_disease(usual: Claim, least: Claim) -> bool:
    """Whether a dose is for a kind of the disease that a limit is for, or the reverse."""
    mine, theirs = usual.scope.get(Facet.INDICATION), least.scope.get(Facet.INDICATION)
    return bool(mine and theirs) and mine != theirs


QUANTITIES = Comparator(
    "quantities",
    "figures for the same case whose ranges do not meet",
    QuantityOptions,
    _compare,
)
FLOOR = Comparator("floor", "a figure below the minimum for the same case", FloorOptions, _floor)
