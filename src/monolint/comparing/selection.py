"""Choosing the claims that a comparator looks at."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from monolint.domain.claim import Claim, Kind


def of_kind(claims: Iterable[Claim], *kinds: Kind) -> list[Claim]:
    return [claim for claim in claims if claim.kind in kinds]


def by_object(claims: Iterable[Claim]) -> list[tuple[str | None, list[Claim]]]:
    """Claims grouped by object, in the order of the objects' names."""
    ordered = sorted(claims, key=lambda claim: claim.object or "")
    return [(key or None, list(group)) for key, group in groupby(ordered, key=lambda c: c.object or "")]
