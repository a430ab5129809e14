"""Units as monographs write them, in the canonical units of our own closed registry.

The registry (lexicon/data/units.txt) is pint's, with exact decimals and no default definitions: body
weight is a dimension of its own, so that mg/kg is never a pure number. Prose never reaches pint's
parser; only unit names that the vocabulary maps do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from monolint.extraction.lexicon.loading import names, read_data, read_text

_BASES: Mapping[str, str] = {"time": "min", "calendar": "mo", "mass": "mg", "volume": "mL"}
"""The canonical unit of dimensions in which several units are common; elsewhere pint's own root."""
_PER_PATIENT: Mapping[str, str] = {"kg": "kg", "m²": "m²"}
"""Units that stand for the patient's weight and body surface where they are what a dose is divided by."""


@dataclass(frozen=True, slots=True)
class UnitName:
    """One unit of the vocabulary: its symbol, its name in the registry, its dimension."""

    symbol: str
    pint: str
    dimension: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in canonical form: `figure * factor` is in the unit `symbol` ("mg/kg/d")."""

    symbol: str
    factor: Decimal
    dimension: str
    per: tuple[str, ...] = ()


@cache
def _vocabulary() -> tuple[Mapping[str, UnitName], Mapping[str, UnitName]]:
    """Spellings as written, and in lower case for those that no other unit claims."""
    exact: dict[str, UnitName] = {}
    lower: dict[str, UnitName] = {}
    for entry in read_data("units.yaml")["units"]:
        unit = UnitName(entry["symbol"], entry["pint"], entry["dimension"])
        for name in names(entry["names"]):
            exact.setdefault(name, unit)
            lower.setdefault(name.lower(), unit)
    return exact, lower


@cache
def spellings() -> str:
    """A regular expression for all unit spellings, longest first."""
    exact, _ = _vocabulary()
    ordered = sorted(exact, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in ordered)


def unit_name(spelling: str) -> UnitName | None:
    """The unit that a spelling stands for."""
    exact, lower = _vocabulary()
    folded = " ".join(spelling.split())
    return exact.get(folded) or lower.get(folded.lower())


@cache
def _registry() -> Any:
    import pint

    registry: Any = pint.UnitRegistry(None, non_int_type=Decimal)
    registry.load_definitions(read_text("units.txt").splitlines())
    return registry


@cache
def factor(unit: UnitName) -> tuple[Decimal, str]:
    """How many canonical units one `unit` is, and the canonical unit's symbol."""
    registry = _registry()
    base = _BASES.get(unit.dimension)
    if base is None:
        root = registry.Quantity(Decimal(1), unit.pint).to_root_units()
        return Decimal(root.magnitude), _symbol_of(str(root.units), unit)
    target = unit_name(base)
    assert target is not None
    return Decimal(registry.Quantity(Decimal(1), unit.pint).to(target.pint).magnitude), target.symbol


def _symbol_of(root: str, unit: UnitName) -> str:
    exact, _ = _vocabulary()
    return next((name.symbol for name in exact.values() if name.pint == root), unit.symbol)


@cache
def compound(numerator: str, denominators: tuple[str, ...]) -> Unit | None:
    """The unit "numerator/denominator/..." from its spellings, or None where one is unknown."""
    unit = unit_name(numerator)
    if unit is None:
        return None
    value, symbol = factor(unit)
    per: list[str] = []
    for spelling in denominators:
        below = unit_name(spelling)
        if below is None:
            return None
        patient = _PER_PATIENT.get(below.symbol) or ("kg" if below.dimension == "body_weight" else None)
        if patient:
            per.append(patient)
        elif below.dimension == "time":
            per.append(below.symbol)
        else:
            share, name = factor(below)
            value /= share
            per.append(name)
    return Unit("/".join((symbol, *per)), value, unit.dimension, tuple(per))
