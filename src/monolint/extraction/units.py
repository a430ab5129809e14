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

from monolint.extraction import lexicon
from monolint.extraction.lexicon.entries import Unit as UnitName

_BASES: Mapping[str, str] = {"time": "min", "calendar": "mo", "mass": "mg", "volume": "mL"}
"""The canonical unit of dimensions in which several units are common; elsewhere pint's own root."""
_PER_PATIENT: Mapping[str, str] = {"kg": "kg", "m²": "m²"}
"""Units that stand for the patient's weight and body surface where they are what a dose is divided by."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in canonical form: `figure * factor` is in the unit `symbol` ("mg/kg/d")."""

    symbol: str
    factor: Decimal
    dimension: str
    per: tuple[str, ...] = ()


@cache
def spellings() -> str:
    """A regular expression for all unit spellings in any case, longest first."""
    ordered = sorted({name.lower() for name in lexicon.units()}, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in ordered)


def unit_name(spelling: str) -> UnitName | None:
    """The unit that a spelling stands for."""
    return lexicon.unit(" ".join(spelling.split()))


@cache
def _registry() -> Any:
    import pint

    registry: Any = pint.UnitRegistry(None, non_int_type=Decimal)
    registry.load_definitions(lexicon.units_definitions().splitlines())
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
    return next((name.symbol for name in lexicon.units().values() if name.pint == root), unit.symbol)


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
