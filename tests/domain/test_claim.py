"""Values and scopes of claims."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.domain.claim import Category, Facet, Nothing, Quantity, Scope, Stance, Terms

FACETS = st.dictionaries(st.sampled_from(Facet), st.frozensets(st.sampled_from("abc")), max_size=5)


def quantity(low: str | None, high: str | None, unit: str = "mg") -> Quantity:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    return Quantity(bounds[0], bounds[1], unit)


@pytest.mark.parametrize(
    ("value", "normal"),
    [
        (Quantity(Decimal(10) / 24, Decimal(10) / 24, "d"), "10 h"),
        (Quantity(Decimal("0.5"), Decimal(1), "d"), "12-24 h"),
        (quantity("5", "5"), "5 mg"),
        (quantity("5.0", "5"), "5 mg"),
        (quantity("0.50", "1.5"), "0.5-1.5 mg"),
        (quantity("1000", "1E+3"), "1000 mg"),
        (quantity("0", "0"), "0 mg"),
        (quantity(None, "40"), "<= 40 mg"),
        (quantity("40", None), ">= 40 mg"),
        (quantity("504", "504", "h"), "21 d"),
        (quantity("8", "24", "h"), "8-24 h"),
        (quantity(None, "72", "h"), "<= 3 d"),
    ],
)
def test_a_quantity_is_written_one_way(value: Quantity, normal: str) -> None:
    assert value.normal == normal


@given(st.decimals(Decimal(0), Decimal(10**6), places=4), st.integers(0, 6))
def test_trailing_zeros_are_no_other_quantity(figure: Decimal, zeros: int) -> None:
    written = figure.quantize(Decimal(1).scaleb(-4 - zeros))
    assert Quantity(written, written, "mg").normal == Quantity(figure, figure, "mg").normal
    assert "E" not in Quantity(figure, figure, "mg").normal


def test_sets_are_written_in_order() -> None:
    assert Category("FDA", frozenset({"D", "C"})).normal == "FDA C|D"
    assert Category(None, frozenset({"C"})).normal == "C"
    assert Terms(frozenset({"rash", "cough"})).normal == "cough, rash"
    assert Nothing().normal == "none"


@pytest.mark.parametrize("stance", Stance)
def test_every_stance_has_its_band(stance: Stance) -> None:
    assert stance.band.value
    assert stance.normal == stance.value


@given(FACETS)
def test_a_scope_keeps_what_is_given_and_leaves_out_what_is_empty(
    facets: dict[Facet, frozenset[str]],
) -> None:
    scope = Scope.of(facets)
    assert dict(scope) == {facet: members for facet, members in facets.items() if members}
    assert scope == Scope.of(dict(reversed(facets.items())))
    assert all(scope.get(facet) == facets.get(facet, frozenset()) for facet in Facet)


@given(FACETS, st.sampled_from(Facet))
def test_a_scope_without_a_facet_is_silent_about_it(
    facets: dict[Facet, frozenset[str]], dropped: Facet
) -> None:
    rest = Scope.of(facets).without(dropped)
    assert rest.get(dropped) == frozenset()
    assert rest == Scope.of({facet: members for facet, members in facets.items() if facet is not dropped})


def test_a_scope_is_written_in_order() -> None:
    scope = Scope.of({Facet.ROUTE: frozenset({"rectal", "oral"}), Facet.AGE: frozenset({"18"})})
    assert scope.normal == "age=18; route=oral|rectal"
