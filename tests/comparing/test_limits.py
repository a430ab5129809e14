"""Usual figures against their minimum."""

from __future__ import annotations

from typing import Any

from monolint.comparing.interface import Verdict
from monolint.domain.claim import Claim, Kind, Qualifier

from .claims import at_least, claim, run

AGE = Kind.AGE_LIMIT


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
