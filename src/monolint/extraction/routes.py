"""The route of a medicine that has only one: it holds for every dose of its document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monolint.domain.claim import Claim, Facet, Kind, Scope
from monolint.extraction import lexicon
from monolint.extraction.statements import Statement

_DOSED = (Kind.DOSE, Kind.MAX_DOSE, Kind.FREQUENCY)
# "There is no intravenous form" and "after intravenous treatment" name a route that the dose has not.
_OTHER_ROUTE = re.compile(
    r"\b(?:no|not|never|without|neither|nor|unlike|instead\s+of|rather\s+than|after|following|from|previous|prior|initial"
    r"|switch\w*|avoid)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)


def named_routes(statement: Statement) -> frozenset[str]:
    """Routes of administration that a statement about dosing and its labels name and do not deny."""
    named = frozenset(
        match.term
        for match in lexicon.routes().find(statement.text)
        if not _OTHER_ROUTE.search(statement.text[: match.start])
    )
    return named | statement.scope.get(Facet.ROUTE)


def with_only_route(claims: Sequence[Claim], routes: frozenset[str]) -> tuple[Claim, ...]:
    """The claims, with the document's route on every dose where its dosing sections name just one."""
    if len(routes) != 1:
        return tuple(claims)
    return tuple(
        replace(claim, scope=Scope.of({**dict(claim.scope.facets), Facet.ROUTE: routes}))
        if claim.kind in _DOSED
        else claim
        for claim in claims
    )
