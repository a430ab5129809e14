from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.comparing.scopes import ONE_SIDED, agreement, shared
from monolint.domain.claim import Agreement, Facet, Scope

from .claims import scope

ANOTHER_CASE = {
    Facet.POPULATION,
    Facet.AGE,
    Facet.WEIGHT,
    Facet.PRIOR_THERAPY,
    Facet.RENAL,
    Facet.HEPATIC,
    Facet.SEVERITY,
    Facet.PHASE,
    Facet.COMPONENT,
    Facet.CONDITION,
}
"""Facets that make another case of a claim when the other side is silent about them."""


def test_every_facet_has_a_meaning_when_one_side_is_silent() -> None:
    assert set(ONE_SIDED) == set(Facet)


@pytest.mark.parametrize("facet", Facet)
def test_a_facet_on_one_side_is_another_case_or_agrees_in_part(facet: Facet) -> None:
    expected = Agreement.DIFFERENT if facet in ANOTHER_CASE else Agreement.PARTIAL
    given = scope(**{facet: "x"})
    assert agreement(given, scope()) is agreement(scope(), given) is expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (scope(), scope(), Agreement.EQUAL),
        (scope(population="adult"), scope(), Agreement.EQUAL),
        (scope(population="child"), scope(), Agreement.DIFFERENT),
        (scope(population="child"), scope(population="adult"), Agreement.DIFFERENT),
        (scope(route="oral"), scope(), Agreement.PARTIAL),
        (scope(route="oral"), scope(route="intravenous"), Agreement.DIFFERENT),
        (scope(route="oral|rectal"), scope(route="oral"), Agreement.PARTIAL),
        (scope(renal="severe"), scope(), Agreement.DIFFERENT),
        (scope(indication="gout"), scope(indication="asthma"), Agreement.DIFFERENT),
        (scope(indication="gout"), scope(indication="gout: acute"), Agreement.PARTIAL),
        (scope(indication="disease: early"), scope(indication="cancer: early"), Agreement.PARTIAL),
        (scope(indication="hypertension"), scope(indication="pulmonary hypertension"), Agreement.DIFFERENT),
        (scope(indication="gout|asthma"), scope(indication="gout"), Agreement.EQUAL),
        (scope(indication="gout|asthma"), scope(indication="gout|angina"), Agreement.PARTIAL),
        (scope(indication="gout: acute"), scope(indication="gout: acute severe"), Agreement.PARTIAL),
        (scope(indication="gout: acute"), scope(indication="gout: chronic"), Agreement.DIFFERENT),
        (scope(population="adult|child"), scope(population="child"), Agreement.EQUAL),
        (scope(route="oral", sex="male"), scope(route="oral"), Agreement.PARTIAL),
        (scope(route="oral", renal="mild"), scope(sex="male"), Agreement.DIFFERENT),
    ],
)
def test_agreement(one: Scope, two: Scope, expected: Agreement) -> None:
    assert agreement(one, two) is expected
    assert agreement(two, one) is expected


@pytest.mark.parametrize("other", [scope(population="adult"), scope()], ids=["adults", "nobody named"])
def test_adults_and_children_meet_what_is_said_of_adults(other: Scope) -> None:
    both = scope(population="adult|child")
    assert agreement(both, other) is agreement(other, both) is not Agreement.DIFFERENT


def test_a_rule_can_say_what_silence_means() -> None:
    assert agreement(scope(route="oral"), scope(), {Facet.ROUTE: Agreement.EQUAL}) is Agreement.EQUAL


def test_shared_keeps_what_both_sides_give() -> None:
    one, two = scope(route="oral", population="adult"), scope(route="oral|rectal")
    assert shared(one, two) == scope(route="oral")


_SCOPES = st.dictionaries(
    st.sampled_from(list(Facet)), st.frozensets(st.sampled_from("abc"), min_size=1), max_size=4
).map(Scope.of)


@given(_SCOPES, _SCOPES)
def test_agreement_is_symmetric_and_a_scope_agrees_with_itself(one: Scope, two: Scope) -> None:
    assert agreement(one, two) is agreement(two, one)
    assert agreement(one, one) is Agreement.EQUAL
