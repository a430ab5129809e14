"""The route of a medicine that has only one: it holds for every dose of its document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monolint.domain.claim import Claim, Facet, Kind, Scope

_DOSED = (Kind.DOSE, Kind.MAX_DOSE, Kind.FREQUENCY)


def with_only_route(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, with the document's route on every dose where all doses that name a route agree."""
    routes = {claim.scope.get(Facet.ROUTE) for claim in claims if claim.kind in _DOSED} - {frozenset[str]()}
    if len(routes) != 1:
        return tuple(claims)
    (route,) = routes
    return tuple(
        replace(claim, scope=Scope.of({**dict(claim.scope.facets), Facet.ROUTE: route}))
        if claim.kind in _DOSED
        else claim
        for claim in claims
    )
