"""Units: every spelling has one unit, and the closed registry converts exactly."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import pint
import pytest

from monolint.extraction import lexicon
from monolint.extraction.lexicon.loading import listed, read_data


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry[Decimal]:
    registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(None, non_int_type=Decimal)
    registry.load_definitions(lexicon.units_definitions().splitlines())
    return registry


def test_every_spelling_has_one_unit() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in read_data("units.yaml")["units"]:
        for name in listed(entry["names"]):
            owners[name].add(entry["symbol"])
    assert {name: symbols for name, symbols in owners.items() if len(symbols) > 1} == {}


@pytest.mark.parametrize(
    ("spelling", "symbol"),
    [
        ("mg", "mg"),
        ("MG", "mg"),
        ("Mg", "mg"),
        ("µg", "mcg"),
        ("μg", "mcg"),
        ("micrograms", "mcg"),
        ("ML", "mL"),
        ("hrs", "h"),
        ("units", "IU"),
        ("million units", "million IU"),
        ("MIU", "million IU"),
        ("mIU", "mIU"),
        ("%", "%"),
        ("puffs", "puff"),
    ],
)
def test_spellings(spelling: str, symbol: str) -> None:
    found = lexicon.unit(spelling)
    assert found is not None
    assert found.symbol == symbol


@pytest.mark.parametrize("spelling", ["", "M", "patients", "kilometre"])
def test_other_words_are_no_units(spelling: str) -> None:
    assert lexicon.unit(spelling) is None


def test_every_unit_is_in_the_registry(registry: pint.UnitRegistry[Decimal]) -> None:
    assert [found.pint for found in lexicon.units().values() if found.pint not in registry] == []


@pytest.mark.parametrize(
    ("number", "unit", "target", "expected"),
    [
        ("1", "gram", "milligram", "1000"),
        ("0.1", "microgram", "nanogram", "100"),
        ("1", "week", "hour", "168"),
        ("1", "year", "month", "12"),
        ("2", "million_international_unit", "international_unit", "2000000"),
        ("5", "millicurie", "megabecquerel", "185"),
    ],
)
def test_conversion_is_exact(
    registry: pint.UnitRegistry[Decimal], number: str, unit: str, target: str, expected: str
) -> None:
    assert registry.Quantity(Decimal(number), unit).to(target).magnitude == Decimal(expected)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("month", "day"),
        ("kilogram", "kilogram_body_weight"),
        ("tablet", "capsule"),
        ("international_unit", "milligram"),
        ("milliliter", "milligram"),
        ("percent", "tablet"),
    ],
)
def test_unlike_units_do_not_convert(registry: pint.UnitRegistry[Decimal], left: str, right: str) -> None:
    with pytest.raises(pint.DimensionalityError):
        registry.Quantity(Decimal(1), left).to(right)


def test_a_dose_by_weight_is_no_pure_number(registry: pint.UnitRegistry[Decimal]) -> None:
    assert not registry.Quantity(Decimal(1), "milligram / kilogram_body_weight").dimensionless


def test_nothing_outside_the_file_is_known(registry: pint.UnitRegistry[Decimal]) -> None:
    assert "megagauss" not in registry
    assert "radian" not in registry
