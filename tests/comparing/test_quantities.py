from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.comparing.interface import Conflict, Verdict
from monolint.domain.claim import Claim, Kind, Qualifier, Quantity, Strength
from monolint.domain.finding import Confidence

from .claims import amount, at_least, at_most, claim, run


def compare(*claims: Claim, **options: Any) -> list[Conflict]:
    return run("quantities", Kind.DOSE, *claims, **options)


def verdict(*claims: Claim, **options: Any) -> Verdict:
    found = compare(*claims, **options)
    return found[0].judgement.verdict if found else Verdict.AGREES


def test_ranges_apart_contradict() -> None:
    (found,) = compare(claim(amount(5)), claim(amount(10, 20), at=9))
    assert found.judgement.verdict is Verdict.CONTRADICTION
    assert found.judgement.confidence is Confidence.HIGH
    assert [c.value for c in (*found.left, *found.right)] == [amount(5), amount(10, 20)]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (amount(5, 10), amount(8, 20), Verdict.DISCREPANCY),
        (amount(5, 20), amount(8, 10), Verdict.AGREES),
        (amount(5, 10), amount(10), Verdict.AGREES),
        (at_most(10), at_least(8), Verdict.DISCREPANCY),
        (at_most(10), at_most(20), Verdict.AGREES),
        (at_most(10), at_least(20), Verdict.CONTRADICTION),
        (at_most(10), amount(20), Verdict.CONTRADICTION),
        (at_least(10), amount(20), Verdict.AGREES),
    ],
)
def test_ranges_that_overlap_or_stand_inside_each_other(
    one: Quantity, two: Quantity, expected: Verdict
) -> None:
    pair = claim(one), claim(two, at=9)
    assert verdict(*pair, overlap="discrepancy") is expected
    assert verdict(*pair) is (Verdict.AGREES if expected is Verdict.DISCREPANCY else expected)


def test_tolerance_is_relative() -> None:
    pair = claim(amount(100)), claim(amount(104), at=9)
    assert compare(*pair, tolerance="0.05") == []
    assert len(compare(*pair, tolerance="0.03")) == 1


def test_other_units_cases_objects_and_qualifiers_are_not_compared() -> None:
    assert compare(claim(amount(5)), claim(amount(5, unit="mg/d"), at=9)) == []
    assert compare(claim(amount(5)), claim(amount(9), at=9, population="child")) == []
    assert compare(claim(amount(5), object="x"), claim(amount(9), at=9, object="y")) == []
    assert compare(claim(amount(5)), claim(amount(9), at=9, qualifier=Qualifier.INITIAL)) == []


def test_a_rule_names_the_qualifiers_it_compares() -> None:
    least = claim(amount(5), qualifier=Qualifier.MINIMUM), claim(amount(9), at=9, qualifier=Qualifier.MINIMUM)
    assert len(compare(*least)) == 1
    assert compare(*least, qualifiers=["usual"]) == []


def test_adults_are_meant_where_nobody_is_named() -> None:
    assert verdict(claim(amount(5)), claim(amount(9), at=9, population="adult")) is Verdict.CONTRADICTION


def test_one_sided_scope_and_hedges_make_a_discrepancy() -> None:
    oral = claim(amount(9), at=9, route="oral")
    (partial,) = compare(claim(amount(5)), oral)
    assert (partial.judgement.verdict, partial.judgement.confidence) == (
        Verdict.DISCREPANCY,
        Confidence.MEDIUM,
    )
    assert verdict(claim(amount(5)), oral, scope={"route": "equal"}) is Verdict.CONTRADICTION
    hedged = claim(amount(9), at=9, strength=Strength.HEDGED)
    assert verdict(claim(amount(5)), hedged) is Verdict.DISCREPANCY


def test_alternatives_of_a_section_agree_when_one_is_shared() -> None:
    body = claim(amount(5), block=1), claim(amount(10), at=5, block=1)
    assert compare(*body, alternatives=True) == []
    assert compare(*body, claim(amount(10), at=9, block=2), alternatives=True) == []
    assert len(compare(*body, claim(amount(20), at=9, block=2), alternatives=True)) == 1
    assert len(compare(*body)) == 1


def test_an_alternative_for_another_case_is_not_shared() -> None:
    body = claim(amount(5), block=1), claim(amount(10), at=5, block=1, population="child")
    adult = claim(amount(10), at=9, block=2)
    assert len(compare(*body, adult, alternatives=True)) == 1


def test_a_conditional_maximum_conflicts_only_between_documents() -> None:
    plain = claim(amount(6, unit="cycle"), path="b.md")
    inside = claim(amount(6, unit="cycle"), at=4)
    longer = claim(amount(9, unit="cycle"), qualifier=Qualifier.CONDITIONAL, prior_therapy="none")
    assert compare(longer, inside, conditional_maximum=True) == []
    assert verdict(longer, plain, conditional_maximum=True) is Verdict.DISCREPANCY
    assert compare(longer, plain) == []
    shorter = claim(amount(4, unit="cycle"), qualifier=Qualifier.CONDITIONAL)
    assert compare(shorter, plain, conditional_maximum=True) == []


_FIGURES = st.decimals(Decimal("0.001"), Decimal(5000), places=3)


@given(_FIGURES, st.integers(2, 6))
def test_equal_figures_never_conflict(figure: Decimal, count: int) -> None:
    written = [Quantity(figure, figure.normalize(), "mg") for _ in range(count)]
    assert compare(*(claim(value, at=i, block=i) for i, value in enumerate(written))) == []


@given(_FIGURES, _FIGURES, _FIGURES, _FIGURES)
def test_ranges_conflict_exactly_when_no_figure_is_in_both(
    a: Decimal, b: Decimal, c: Decimal, d: Decimal
) -> None:
    one, two = Quantity(min(a, b), max(a, b), "mg"), Quantity(min(c, d), max(c, d), "mg")
    meet = max(min(a, b), min(c, d)) <= min(max(a, b), max(c, d))
    assert (compare(claim(one), claim(two, at=9)) == []) is meet


def test_a_rule_can_doubt_what_is_aligned_in_part() -> None:
    (found,) = compare(claim(amount(5)), claim(amount(9), at=9, route="oral"), partial="low")
    assert found.judgement.confidence is Confidence.LOW
