"""Usual figures against their maximum and their minimum."""

from __future__ import annotations

from typing import Any

from monolint.comparing.interface import Verdict
from monolint.domain.claim import Claim, Kind, Qualifier, Quantity, Strength

from .claims import amount, at_least, claim, run

AGE = Kind.AGE_LIMIT


def against_maximum(usual: Claim, highest: Quantity, tolerance: str = "0", **rest: Any) -> Verdict:
    maximum = claim(highest, kind=Kind.MAX_DOSE, at=9, qualifier=Qualifier.MAXIMUM, **rest)
    found = run("order", Kind.DOSE, usual, maximum, upper="max_dose", tolerance=tolerance)
    return found[0].judgement.verdict if found else Verdict.AGREES


def test_usual_above_maximum() -> None:
    assert against_maximum(claim(amount(80)), amount(60)) is Verdict.CONTRADICTION
    assert against_maximum(claim(amount(40, 80)), amount(60)) is Verdict.DISCREPANCY
    assert against_maximum(claim(amount(60)), amount(60)) is Verdict.AGREES
    assert against_maximum(claim(at_least(80)), amount(60)) is Verdict.AGREES
    assert against_maximum(claim(amount(61)), amount(60), tolerance="0.02") is Verdict.AGREES


def test_a_maximum_of_another_case_or_unit_limits_nothing() -> None:
    assert against_maximum(claim(amount(80)), amount(60), renal="severe") is Verdict.AGREES
    assert against_maximum(claim(amount(80)), amount(60, unit="mg/d")) is Verdict.AGREES
    assert against_maximum(claim(amount(80)), amount(60), route="oral") is Verdict.DISCREPANCY


def test_hedged_and_conditional_figures_may_reach_above_the_maximum() -> None:
    hedged = claim(amount(40, 80), strength=Strength.HEDGED)
    assert against_maximum(hedged, amount(60)) is Verdict.AGREES
    whole = claim(amount(80), strength=Strength.HEDGED)
    assert against_maximum(whole, amount(60)) is Verdict.DISCREPANCY
    conditional = claim(amount(80), qualifier=Qualifier.CONDITIONAL)
    assert against_maximum(conditional, amount(60)) is Verdict.AGREES


def test_two_maxima_are_not_compared_by_order() -> None:
    maxima = [claim(amount(n), kind=Kind.MAX_DOSE, at=n, qualifier=Qualifier.MAXIMUM) for n in (60, 80)]
    assert run("order", Kind.DOSE, *maxima, upper="max_dose") == []


def age(low: int, at: int, qualifier: Qualifier, **rest: Any) -> Claim:
    return claim(at_least(low, "y"), kind=AGE, object="minimum age", at=at, qualifier=qualifier, **rest)


def test_a_usual_figure_below_the_minimum() -> None:
    minimum = age(18, 0, Qualifier.MINIMUM)
    (found,) = run("floor", AGE, minimum, age(12, 5, Qualifier.USUAL))
    assert found.judgement.verdict is Verdict.CONTRADICTION
    assert run("floor", AGE, minimum, age(18, 5, Qualifier.USUAL)) == []
    assert run("floor", AGE, minimum, age(12, 5, Qualifier.MINIMUM)) == []
    (partial,) = run("floor", AGE, minimum, age(12, 5, Qualifier.USUAL, indication="asthma"))
    assert partial.judgement.verdict is Verdict.DISCREPANCY


def test_floor_looks_at_the_objects_it_names() -> None:
    pair = age(18, 0, Qualifier.MINIMUM), age(12, 5, Qualifier.USUAL)
    assert run("floor", AGE, *pair, objects=["other"]) == []
    assert len(run("floor", AGE, *pair, objects=["minimum age"])) == 1
