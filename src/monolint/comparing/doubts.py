"""Doubts and bans that leave room for what another document permits."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from monolint.domain.claim import Band, Claim, Facet, Stance, Strength


def doubting(claims: Sequence[Claim]) -> frozenset[str]:
    """The documents that doubt the use themselves."""
    return frozenset(claim.document for claim in claims if claim.value is Stance.NOT_ESTABLISHED)


def leave_room(one: Claim, two: Claim, doubting: Collection[str], parts: Sequence[Facet]) -> bool:
    """Whether one claim permits a use that the other does not speak of, or doubts no more than its document.

    "Not fully established" is what a source says that goes on with doses, or could; that doses stay as they
    are says nobody who doubts.
    """
    permission, other = (one, two) if _permits(one) else (two, one)
    if not _permits(permission) or _permits(other):
        return False
    if any(other.scope.get(facet) and not permission.scope.get(facet) for facet in parts):
        return True
    if other.value is not Stance.NOT_ESTABLISHED:
        return False
    shared = permission.document in doubting and permission.value is not Stance.NO_ADJUSTMENT
    return other.strength is Strength.HEDGED or shared


def _permits(claim: Claim) -> bool:
    return isinstance(claim.value, Stance) and claim.value.band is Band.PERMITS
