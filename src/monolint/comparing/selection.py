"""Choosing the claims that a comparator looks at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from monolint.domain.claim import Claim, Kind

Section = tuple[str, int]
"""A document and the heading, question or key in it, by where that stands."""


def section(claim: Claim) -> Section:
    """The section that a claim stands in."""
    return claim.document, claim.place.block


def by_section(claims: Iterable[Claim]) -> Mapping[Section, Sequence[Claim]]:
    """Claims by the section that they stand in."""
    found: dict[Section, list[Claim]] = {}
    for claim in claims:
        found.setdefault(section(claim), []).append(claim)
    return found


def by_document(claims: Iterable[Claim]) -> Mapping[str, Sequence[Claim]]:
    """Claims by their document."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.document, []).append(claim)
    return found


def of_kind(claims: Iterable[Claim], *kinds: Kind) -> list[Claim]:
    return [claim for claim in claims if claim.kind in kinds]


def by_object(claims: Iterable[Claim]) -> list[tuple[str | None, list[Claim]]]:
    """Claims grouped by object, in the order of the objects' names."""
    ordered = sorted(claims, key=lambda claim: claim.object or "")
    return [(key or None, list(group)) for key, group in groupby(ordered, key=lambda c: c.object or "")]
