"""Doses for one case, their alternatives, and maxima."""

from __future__ import annotations

from typing import Any

import pytest

from monolint.comparing.interface import Verdict
from monolint.domain.claim import Claim, Kind, Qualifier, Strength

from .claims import amount, claim, run


def verdict(comparator: str, *claims: Claim) -> Verdict:
    kind = Kind.MAX_DOSE if comparator == "maxima" else Kind.DOSE
    found = run(comparator, kind, *claims)
    return found[0].judgement.verdict if found else Verdict.AGREES


def other(low: int, high: int | None = None, unit: str = "mg", **more: Any) -> Claim:
    """A dose of another document."""
    return claim(amount(low, high, unit), path="b.md", **more)


def dose(low: int, high: int | None = None, unit: str = "mg", **more: Any) -> Claim:
    return claim(amount(low, high, unit), **more)


def child(low: int, path: str = "a.md", **more: Any) -> Claim:
    return claim(amount(low), path=path, population="child", **more)


GOUT: dict[str, Any] = {"indication": "gout"}
IR = "immediate release"
XR = "extended release"
BESIDE = "adjunctive levodopa therapy with"


def limit(high: int, unit: str = "mg/d", **more: Any) -> Claim:
    return claim(amount(high, unit=unit), kind=Kind.MAX_DOSE, qualifier=Qualifier.MAXIMUM, **more)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (dose(5), other(10), Verdict.DISCREPANCY),
        (dose(5, indication="gout"), other(10, indication="gout"), Verdict.CONTRADICTION),
        (dose(5), dose(10, at=9, block=7), Verdict.CONTRADICTION),
        (dose(5), other(5, 10), Verdict.AGREES),
        (dose(5, 20), other(10, 40), Verdict.DISCREPANCY),
        (dose(5, 20), other(5, 40), Verdict.DISCREPANCY),
        (dose(8, 10), other(8, 12), Verdict.AGREES),
        (dose(5), other(10, unit="mg/d"), Verdict.AGREES),
        (dose(5), other(10, population="child"), Verdict.AGREES),
        (dose(5), other(10, phase="loading"), Verdict.AGREES),
        (dose(5), other(10, phase="maintenance"), Verdict.DISCREPANCY),
        (dose(5), other(10, qualifier=Qualifier.INITIAL), Verdict.AGREES),
        (dose(5, formulation=XR), other(10), Verdict.AGREES),
        (dose(5, formulation=f"{XR}|{IR}"), other(10, formulation=IR), Verdict.DISCREPANCY),
        (dose(5, route="inhaled"), other(10), Verdict.AGREES),
        (dose(5, route="oral"), other(10), Verdict.DISCREPANCY),
        (dose(5, condition="with levodopa"), other(10, condition=BESIDE), Verdict.DISCREPANCY),
        (dose(5, condition="off-label"), other(10), Verdict.AGREES),
        (dose(5, 8, condition="off-label", **GOUT), other(10, **GOUT), Verdict.DISCREPANCY),
        (dose(5, condition="with levodopa"), other(10, condition="monotherapy"), Verdict.AGREES),
        (child(5, age="6-12"), child(10, "b.md", age="5-12"), Verdict.DISCREPANCY),
        (child(5, age="1-5"), child(10, "b.md", age="5-12"), Verdict.AGREES),
        (child(5, weight="20-40"), child(10, "b.md", weight="40-"), Verdict.AGREES),
    ],
)  # fmt: skip
def test_doses(one: Claim, two: Claim, expected: Verdict) -> None:
    assert verdict("doses", one, two) is expected
    assert verdict("doses", two, one) is expected


def test_a_section_lists_alternatives() -> None:
    assert verdict("doses", dose(5), dose(10, at=9)) is Verdict.AGREES
    assert verdict("doses", dose(5), dose(10, at=9), other(10)) is Verdict.AGREES
    assert verdict("doses", dose(5), dose(10, at=9), other(20)) is Verdict.DISCREPANCY


def test_the_dose_for_the_use_itself_overrules_the_usual_dose() -> None:
    usual, gout = other(10), other(5, indication="gout", at=9)
    assert verdict("doses", dose(5, indication="gout"), usual, gout) is Verdict.AGREES
    assert verdict("doses", dose(5, indication="gout"), usual) is Verdict.DISCREPANCY


def test_steps_of_a_titration_explain_a_dose() -> None:
    step = dose(20, at=9, qualifier=Qualifier.CONDITIONAL)
    assert verdict("doses", dose(5), step, other(10)) is Verdict.AGREES
    assert verdict("doses", dose(5), step, other(40)) is Verdict.DISCREPANCY


def test_the_total_of_the_day_decides() -> None:
    twice = [dose(5, at=3), dose(10, unit="mg/d", at=3, strength=Strength.HEDGED)]
    once = [other(10, at=3), other(10, unit="mg/d", at=3, strength=Strength.HEDGED)]
    thrice = [other(10, at=3), other(30, unit="mg/d", at=3, strength=Strength.HEDGED)]
    assert verdict("doses", *twice, *once) is Verdict.AGREES
    assert verdict("doses", *twice, *thrice) is Verdict.DISCREPANCY


def test_maxima() -> None:
    there = {"path": "b.md"}
    assert verdict("maxima", limit(40), limit(80, **there)) is Verdict.CONTRADICTION
    assert verdict("maxima", limit(40), limit(40, **there)) is Verdict.AGREES
    assert verdict("maxima", limit(40), limit(80, unit="mg", **there)) is Verdict.AGREES
    assert verdict("maxima", limit(40), limit(80, indication="gout", **there)) is Verdict.DISCREPANCY
    assert verdict("maxima", limit(40), limit(80, renal="severe", **there)) is Verdict.AGREES
    assert verdict("maxima", limit(40), limit(80, phase="maintenance", **there)) is Verdict.CONTRADICTION
    for_gout = limit(40, indication="gout", at=9, **there)
    assert verdict("maxima", limit(40, indication="gout"), limit(80, **there), for_gout) is Verdict.AGREES


def test_up_to_is_a_maximum_only_above_one() -> None:
    up_to = {"path": "b.md", "strength": Strength.HEDGED}
    assert verdict("maxima", limit(40), limit(20, **up_to)) is Verdict.AGREES
    assert verdict("maxima", limit(40), limit(80, **up_to)) is Verdict.DISCREPANCY
    higher = limit(90, at=9, path="b.md")
    assert verdict("maxima", limit(90, at=5), limit(80, **up_to), higher) is Verdict.AGREES


@pytest.mark.parametrize(
    ("usual", "expected"),
    [
        (dose(80, unit="mg/d", block=5), Verdict.CONTRADICTION),
        (dose(40, unit="mg/d", block=5), Verdict.AGREES),
        (dose(20, 60, unit="mg/d", block=5), Verdict.DISCREPANCY),
        (dose(80, unit="mg", block=5), Verdict.AGREES),
        (dose(80, unit="mg/d", block=5, indication="gout"), Verdict.AGREES),
        (dose(80, unit="mg/d", strength=Strength.HEDGED), Verdict.AGREES),
        (dose(80, unit="mg/d", block=5, qualifier=Qualifier.CONDITIONAL), Verdict.AGREES),
        (other(80, unit="mg/d", qualifier=Qualifier.CONDITIONAL), Verdict.DISCREPANCY),
    ],
)
def test_usual_doses_above_the_maximum(usual: Claim, expected: Verdict) -> None:
    assert verdict("dose-above-maximum", usual, limit(40, at=9)) is expected


def test_a_dose_stands_under_the_maximum_of_its_own_section() -> None:
    usual, own = other(80, unit="mg/d"), limit(90, at=5, path="b.md")
    assert verdict("dose-above-maximum", usual, own, limit(40)) is Verdict.AGREES
