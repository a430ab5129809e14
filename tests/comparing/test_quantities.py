from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from monolint.comparing.interface import Conflict, Verdict
from monolint.comparing.quantities import ORDER, QUANTITIES
from monolint.domain.claim import Claim, Kind, Qualifier, Quantity, Strength
from monolint.domain.finding import Confidence

from .claims import claim, group


def mg(low: int | str, high: int | str | None = None, unit: str = "mg") -> Quantity:
    return Quantity(Decimal(low), Decimal(low if high is None else high), unit)


def compare(*claims: Claim, **options: Any) -> list[Conflict]:
    settings = QUANTITIES.options.model_validate(options)
    return list(QUANTITIES.compare(group(*claims), Kind.DOSE, settings))


def test_ranges_apart_contradict() -> None:
    (found,) = compare(claim(mg(5)), claim(mg(10, 20), at=9))
    assert found.judgement.verdict is Verdict.CONTRADICTION
    assert found.judgement.confidence is Confidence.HIGH
    assert [c.value for c in (*found.left, *found.right)] == [mg(5), mg(10, 20)]


def test_ranges_that_meet_agree_unless_overlap_counts() -> None:
    pair = claim(mg(5, 10)), claim(mg(8, 20), at=9)
    assert compare(*pair) == []
    (found,) = compare(*pair, overlap="discrepancy")
    assert found.judgement.verdict is Verdict.DISCREPANCY
    assert compare(claim(mg(5, 20)), claim(mg(8, 10), at=9), overlap="discrepancy") == []


def test_tolerance_is_relative() -> None:
    pair = claim(mg(100)), claim(mg(104), at=9)
    assert compare(*pair, tolerance="0.05") == []
    assert len(compare(*pair, tolerance="0.03")) == 1


def test_other_units_and_other_cases_are_not_compared() -> None:
    assert compare(claim(mg(5)), claim(mg(5, unit="mg/d"), at=9)) == []
    assert compare(claim(mg(5)), claim(mg(9), at=9, population="child")) == []
    assert compare(claim(mg(5)), claim(mg(9), at=9, qualifier=Qualifier.INITIAL)) == []


def test_adults_are_meant_where_nobody_is_named() -> None:
    assert len(compare(claim(mg(5)), claim(mg(9), at=9, population="adult"))) == 1


def test_one_sided_scope_and_hedges_make_a_discrepancy() -> None:
    (partial,) = compare(claim(mg(5)), claim(mg(9), at=9, route="oral"))
    assert partial.judgement.verdict is Verdict.DISCREPANCY
    (hedged,) = compare(claim(mg(5)), claim(mg(9), at=9, strength=Strength.HEDGED))
    assert hedged.judgement.verdict is Verdict.DISCREPANCY


def test_alternatives_of_a_section_agree_when_one_is_shared() -> None:
    body = claim(mg(5), block=1), claim(mg(10), at=5, block=1)
    assert compare(*body, alternatives=True) == []
    assert compare(*body, claim(mg(10), at=9, block=2), alternatives=True) == []
    assert len(compare(*body, claim(mg(20), at=9, block=2), alternatives=True)) == 1


def test_a_conditional_maximum_conflicts_only_between_documents() -> None:
    plain = claim(mg(6, unit="cycle"), path="b.md")
    inside = claim(mg(6, unit="cycle"), path="a.md", at=4)
    longer = claim(mg(9, unit="cycle"), path="a.md", qualifier=Qualifier.CONDITIONAL)
    assert compare(longer, inside, conditional_maximum=True) == []
    (found,) = compare(longer, plain, conditional_maximum=True)
    assert found.judgement.verdict is Verdict.DISCREPANCY
    assert compare(longer, plain) == []


def test_usual_above_maximum() -> None:
    options = ORDER.options.model_validate({"upper": "max_dose"})
    usual = claim(mg(80))
    maximum = claim(mg(60), kind=Kind.MAX_DOSE, at=9, qualifier=Qualifier.MAXIMUM)
    (found,) = ORDER.compare(group(usual, maximum), Kind.DOSE, options)
    assert found.judgement.verdict is Verdict.CONTRADICTION
    reaching = claim(mg(40, 80))
    (partly,) = ORDER.compare(group(reaching, maximum), Kind.DOSE, options)
    assert partly.judgement.verdict is Verdict.DISCREPANCY
    assert list(ORDER.compare(group(claim(mg(60)), maximum), Kind.DOSE, options)) == []


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(1, 50), st.sampled_from("ab")), max_size=7))
def test_the_order_of_claims_never_matters(rows: list[tuple[int, int, str]]) -> None:
    claims = [
        claim(mg(min(a, b), max(a, b)), at=i, path=f"{p}.md", block=i) for i, (a, b, p) in enumerate(rows)
    ]
    assert compare(*claims) == compare(*reversed(claims))


@given(st.integers(1, 9), st.integers(2, 6))
def test_equal_figures_never_conflict(figure: int, count: int) -> None:
    assert compare(*(claim(mg(figure), at=i, block=i) for i in range(count))) == []
