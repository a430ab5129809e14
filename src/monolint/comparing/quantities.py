"""Figures that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from monolint.comparing.components import conflicts
from monolint.comparing.interface import AGREEMENT, Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.ranges import above, apart, inside
from monolint.comparing.scopes import agreement
from monolint.comparing.selection import Section, by_object, by_section, of_kind, section
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
        beside = by_section(figures) if options.alternatives else {}

        def judge(one: Claim, two: Claim, beside: Mapping[Section, Sequence[Claim]] = beside) -> Judgement:
            found = _judge(one, two, options)
            # Only figures that disagree are worth the search for alternatives that their sections share.
            if found.verdict is Verdict.AGREES or not options.alternatives:
                return found
            return AGREEMENT if _share_alternative(one, two, beside, options) else found

        yield from conflicts(kind, topic, figures, judge)


def _share_alternative(
    one: Claim, two: Claim, beside: Mapping[Section, Sequence[Claim]], options: QuantityOptions
) -> bool:
    """Whether the sections of two figures have a figure for the same case in common."""
    if one.qualifier != two.qualifier:
        return False
    if section(one) == section(two):
        return True
    return any(
        _judge(left, right, options).verdict is Verdict.AGREES
        for left in beside[section(one)]
        for right in beside[section(two)]
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
    hedged = Strength.HEDGED in (one.strength, two.strength)
    if verdict is Verdict.CONTRADICTION and (scope is Agreement.PARTIAL or hedged):
        verdict = Verdict.DISCREPANCY
    doubtful = Confidence[options.partial.upper()]
    return Judgement(verdict, Confidence.HIGH if scope is Agreement.EQUAL else doubtful)


def _ranges(one: Quantity, two: Quantity, options: QuantityOptions) -> Verdict:
    if apart(one, two, options.tolerance):
        return Verdict.CONTRADICTION
    if options.overlap == "agrees" or inside(one, two) or inside(two, one):
        return Verdict.AGREES
    return Verdict.DISCREPANCY


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


QUANTITIES = Comparator(
    "quantities",
    "figures for the same case whose ranges do not meet",
    QuantityOptions,
    _compare,
)
