"""Products of a document: a name is a case of its own only where there are several of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monolint.domain.claim import Claim, Facet


def without_only_product(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, without the product where the document is about just one."""
    products = {claim.scope.get(Facet.PRODUCT) for claim in claims} - {frozenset()}
    if len(products) != 1:
        return tuple(claims)
    return tuple(
        replace(claim, scope=claim.scope.without(Facet.PRODUCT)) if claim.scope.get(Facet.PRODUCT) else claim
        for claim in claims
    )
