"""A child's dose told by the adults' dose, against figures."""

from __future__ import annotations

from typing import Any

from monolint.comparing.interface import Verdict
from monolint.domain.claim import Claim, Kind, Nothing, Quantity, Value

from .claims import amount, claim, run, terms

SAME = terms("as for adults")
LOWER = terms("lower than for adults")


def told(value: Value, **facets: Any) -> Claim:
    return claim(value, object="children", population="child", **facets)


def adult(figure: Quantity) -> Claim:
    return claim(figure, path="b.md", at=3, population="adult")


def child(figure: Quantity, **facets: Any) -> Claim:
    return claim(figure, path="b.md", at=5, population="child", **facets)


def verdict(*claims: Claim) -> Verdict:
    found = run("relative-doses", Kind.DOSE, *claims)
    return found[0].judgement.verdict if found else Verdict.AGREES


def test_the_same_as_for_adults() -> None:
    assert verdict(told(SAME), adult(amount(20)), child(amount(5))) is Verdict.DISCREPANCY
    assert verdict(told(SAME), adult(amount(20)), child(amount(20))) is Verdict.AGREES
    assert verdict(told(SAME), adult(amount(20)), child(amount(5, unit="mg/kg"))) is Verdict.DISCREPANCY
    assert verdict(told(SAME), child(amount(5))) is Verdict.AGREES
    assert verdict(told(SAME, age="12-"), adult(amount(20)), child(amount(5))) is Verdict.AGREES
    assert verdict(told(SAME, age="12-"), adult(amount(20)), child(amount(5), age="2-6")) is Verdict.AGREES


def test_lower_than_for_adults() -> None:
    assert verdict(told(LOWER), adult(amount(20)), child(amount(5, 20))) is Verdict.DISCREPANCY
    assert verdict(told(LOWER), adult(amount(20)), child(amount(5, 10))) is Verdict.AGREES
    per_kg = amount(20, unit="mg/kg")
    assert verdict(told(LOWER), adult(per_kg), child(per_kg)) is Verdict.AGREES


def test_the_same_and_lower() -> None:
    same = claim(SAME, path="b.md", object="children", population="child")
    assert verdict(told(LOWER), same) is Verdict.CONTRADICTION
    assert verdict(told(LOWER, age="2-6"), same) is Verdict.DISCREPANCY


def test_no_standard_dose() -> None:
    assert verdict(told(Nothing()), child(amount(5))) is Verdict.DISCREPANCY
    assert verdict(told(Nothing()), adult(amount(5))) is Verdict.AGREES
    assert verdict(told(Nothing()), child(amount(5), condition="off-label")) is Verdict.AGREES


def test_a_statement_that_names_no_route_or_age_speaks_of_all() -> None:
    inhaled = child(amount(20), route="inhaled", age="4-11")
    grown = claim(amount(20), path="b.md", at=3, population="adult", route="inhaled")
    assert verdict(told(LOWER), grown, inhaled) is Verdict.DISCREPANCY


def test_a_dose_by_weight_at_twice_the_adults() -> None:
    per_kg, twice = amount(5, unit="mg/kg"), amount(10, unit="mg/kg")
    assert verdict(told(LOWER), adult(per_kg), child(twice)) is Verdict.DISCREPANCY
