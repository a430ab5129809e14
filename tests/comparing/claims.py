"""Claims by hand."""

from __future__ import annotations

from monolint.domain.claim import (
    Category,
    Claim,
    Facet,
    Kind,
    Place,
    Qualifier,
    Scope,
    Strength,
    Terms,
    Value,
)
from monolint.domain.document import Document
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
    qualifier: Qualifier = Qualifier.USUAL,
    strength: Strength = Strength.PLAIN,
    section: str | None = None,
    **facets: str,
) -> Claim:
    """A claim at offset `at` of `path`; facets are given as `route="oral"`, members parted by "|"."""
    scope = Scope.of({Facet(name): frozenset(members.split("|")) for name, members in facets.items()})
    place = Place(path, Span(at, at + 1), Position(1, at + 1), Position(1, at + 2), "x", block=block)
    return Claim("exemplin", kind, object, scope, value, qualifier, strength, place, section)


def group(*claims: Claim) -> DrugGroup:
    paths = sorted({claim.document for claim in claims})
    return DrugGroup("exemplin", tuple(Document(path, "") for path in paths), claims)


def letters(*members: str, scheme: str | None = None) -> Category:
    return Category(scheme, frozenset(members))


def terms(*members: str) -> Terms:
    return Terms(frozenset(members))
