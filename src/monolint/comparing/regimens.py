"""Doses of one sentence put together: what is taken at a time, and what a day adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monolint.domain.claim import Claim, Kind, Quantity
from monolint.domain.text import Span


@dataclass(frozen=True, slots=True)
class Regimen:
    """The claims that one figure of a dosing sentence makes."""

    single: Claim | None
    total: Claim | None


Key = tuple[str, Span, tuple[Span, ...]]


def key(claim: Claim) -> Key:
    """The figure that a claim was read from."""
    return claim.document, claim.place.span, claim.place.marks


def regimens(claims: Iterable[Claim]) -> Mapping[Key, Regimen]:
    """Regimens by the figure of their dose."""
    doses: dict[Key, list[Claim]] = {}
    for claim in claims:
        if claim.kind is Kind.DOSE and isinstance(claim.value, Quantity):
            doses.setdefault(key(claim), []).append(claim)
    return {
        figure: Regimen(
            next((claim for claim in members if not is_total(claim)), None),
            next((claim for claim in members if is_total(claim)), None),
        )
        for figure, members in doses.items()
    }


def quantity(claim: Claim) -> Quantity:
    """The figure of a claim that is known to have one."""
    assert isinstance(claim.value, Quantity)
    return claim.value


def is_total(claim: Claim) -> bool:
    """Whether a dose is what a day adds up to."""
    return quantity(claim).unit.endswith("/d")
