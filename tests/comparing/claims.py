"""Claims by hand, and comparators run over them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from monolint.comparing.interface import Conflict
from monolint.comparing.registry import COMPARATORS
from monolint.domain.claim import (
    Category,
    Claim,
    Facet,
    Kind,
    Place,
    Qualifier,
    Quantity,
    Scope,
    Strength,
    Terms,
    Value,
)
from monolint.domain.corpus import Reading
from monolint.domain.document import Origin, Subject
from monolint.domain.group import DrugGroup
from monolint.domain.text import Position, Span


def claim(
    value: Value,
    *,
    kind: Kind = Kind.DOSE,
    object: str | None = None,
    at: int = 0,
    path: str = "a.md",
    block: int = 0,
    line: int = 1,
    qualifier: Qualifier = Qualifier.USUAL,
    strength: Strength = Strength.PLAIN,
    section: str | None = None,
    origin: Origin = Origin.BODY,
    **facets: str,
) -> Claim:
    """A claim at offset `at` of `path`; facets are given as `route="oral"`, members parted by "|"."""
    place = Place(path, Span(at, at + 1), Position(line, at + 1), Position(line, at + 2), "x", block=block)
    case = scope(**facets)
    return Claim("exemplin", kind, object, case, value, qualifier, strength, place, section, origin)


def scope(**facets: str) -> Scope:
    return Scope.of({Facet(name): frozenset(members.split("|")) for name, members in facets.items()})


def group(*claims: Claim) -> DrugGroup:
    drug = Subject("exemplin", frozenset({"exemplin"}))
    documents = [Reading(path, None, drug) for path in sorted({claim.document for claim in claims})]
    return DrugGroup("exemplin", tuple(documents), claims)


def letters(*members: str, scheme: str | None = None) -> Category:
    return Category(scheme, frozenset(members))


def terms(*members: str) -> Terms:
    return Terms(frozenset(members))


def amount(low: int | str, high: int | str | None = None, unit: str = "mg") -> Quantity:
    """One figure, or a range when `high` is given; `at_most` and `at_least` leave a side open."""
    return Quantity(Decimal(low), Decimal(low if high is None else high), unit)


def at_most(high: int, unit: str = "mg") -> Quantity:
    return Quantity(None, Decimal(high), unit)


def at_least(low: int, unit: str = "mg") -> Quantity:
    return Quantity(Decimal(low), None, unit)


def run(comparator: str, kind: Kind, *claims: Claim, **options: Any) -> list[Conflict]:
    """What the comparator of that name says about the claims, with options as a rule file gives them."""
    named = COMPARATORS[comparator]
    return list(named.compare(group(*claims), kind, named.options.model_validate(options)))
