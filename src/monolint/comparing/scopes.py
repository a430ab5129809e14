"""Whether two claims speak of the same case."""

from __future__ import annotations

from collections.abc import Mapping

from monolint.domain.claim import Agreement, Facet, Scope
from monolint.extraction.stated_conditions import ANY_DISEASE

# What it means that only one of two claims gives a facet. A claim without a population speaks of
# adults; a phase, an organ function or an age band makes another case of it.
ONE_SIDED: Mapping[Facet, Agreement] = {
    Facet.POPULATION: Agreement.DIFFERENT,
    Facet.AGE: Agreement.DIFFERENT,
    Facet.WEIGHT: Agreement.DIFFERENT,
    Facet.SEX: Agreement.PARTIAL,
    Facet.PRIOR_THERAPY: Agreement.DIFFERENT,
    Facet.INDICATION: Agreement.PARTIAL,
    Facet.ROUTE: Agreement.PARTIAL,
    Facet.FORMULATION: Agreement.PARTIAL,
    Facet.PRODUCT: Agreement.PARTIAL,
    Facet.RENAL: Agreement.DIFFERENT,
    Facet.HEPATIC: Agreement.DIFFERENT,
    Facet.SEVERITY: Agreement.DIFFERENT,
    Facet.TRIMESTER: Agreement.PARTIAL,
    Facet.PHASE: Agreement.DIFFERENT,
    Facet.COMPONENT: Agreement.DIFFERENT,
    Facet.PERIOD: Agreement.PARTIAL,
    Facet.CONDITION: Agreement.DIFFERENT,
}
_ADULT = frozenset({"adult"})
_SILENT: frozenset[str] = frozenset()


def agreement(one: Scope, two: Scope, overrides: Mapping[Facet, Agreement] | None = None) -> Agreement:
    """The weakest agreement over all facets.

    `overrides` replaces, facet by facet, what a facet given on one side only means.
    """
    if one.facets == two.facets:
        return Agreement.EQUAL
    mine, theirs = dict(one.facets), dict(two.facets)
    worst = Agreement.EQUAL
    for facet in mine.keys() | theirs.keys():
        found = _facet_agreement(facet, mine.get(facet, _SILENT), theirs.get(facet, _SILENT), overrides or {})
        if found is Agreement.DIFFERENT:
            return found
        if found is Agreement.PARTIAL:
            worst = found
    return worst


def _facet_agreement(
    facet: Facet, one: frozenset[str], two: frozenset[str], overrides: Mapping[Facet, Agreement]
) -> Agreement:
    if facet is Facet.POPULATION:
        one, two = one or _ADULT, two or _ADULT
    if one == two:
        return Agreement.EQUAL
    if not one or not two:
        return overrides.get(facet, ONE_SIDED[facet])
    if facet is Facet.INDICATION:
        return _indications(one, two)
    if facet is Facet.POPULATION and (one <= two or two <= one):
        return Agreement.EQUAL
    return Agreement.PARTIAL if one & two else Agreement.DIFFERENT


def _indications(one: frozenset[str], two: frozenset[str]) -> Agreement:
    """Conditions agree in part when one is named more narrowly than the other."""
    if one & two:
        return Agreement.EQUAL if one <= two or two <= one else Agreement.PARTIAL
    meet = any(_narrower(a, b) or _narrower(b, a) for a in one for b in two)
    return Agreement.PARTIAL if meet else Agreement.DIFFERENT


def _narrower(one: str, two: str) -> bool:
    """Whether `two` is `one` with more modifiers; "disease: early" stands for any early disease."""
    (base, _, words), (other, _, others) = one.partition(": "), two.partition(": ")
    return base in (other, ANY_DISEASE) and set(words.split()) <= set(others.split())


def shared(one: Scope, two: Scope) -> Scope:
    """The facets that both scopes give, with the members that either names."""
    facets = {name: members & two.get(name) or members for name, members in one if two.get(name)}
    return Scope.of(facets)
