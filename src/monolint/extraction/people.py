"""Whom a text speaks of: population, age, body weight and sex."""

from __future__ import annotations

from decimal import Decimal

from monolint.domain.claim import Facet, Facets
from monolint.extraction import lexicon
from monolint.extraction.age_bands import age_band, bare_ages, is_age
from monolint.extraction.body_weights import weight_bands
from monolint.extraction.quantities import Amount, find_amounts

_GROUPS = frozenset(
    {"adult", "child", "adolescent", "infant", "neonate", "preterm neonate", "toddler", "elderly"}
)
# Everybody who is spoken of as a child.
YOUNG = frozenset({"child", "infant", "neonate", "toddler", "adolescent", "preterm neonate"})
_SEXES = frozenset({"male", "female"})
_ADULT_FROM = 16
_ELDERLY_FROM = 60


def people(text: str) -> Facets:
    """Population, age, body weight and sex."""
    facets: Facets = {}
    found = frozenset(match.term for match in lexicon.populations().index.find(text))
    groups = found & _GROUPS
    if groups:
        facets[Facet.POPULATION] = groups
    stated = (_age(text, amount) for amount in find_amounts(text))
    ages = frozenset(age for age in stated if age) | {band for band, _, _ in bare_ages(text)}
    grown = {age for age in ages if age.endswith("-") and Decimal(age[:-1]) >= _ADULT_FROM}
    if ages - grown:
        facets[Facet.AGE] = ages - grown
    elif grown and not groups:
        old = any(Decimal(age[:-1]) >= _ELDERLY_FROM for age in grown)
        facets[Facet.POPULATION] = frozenset({"elderly" if old else "adult"})
    weights = weight_bands(text)
    if weights:
        facets[Facet.WEIGHT] = weights
    sexes = found & _SEXES
    if len(sexes) == 1:
        facets[Facet.SEX] = sexes
    return facets


def _age(text: str, amount: Amount) -> str | None:
    """The age band that an amount states, in years ("6-12"), or None when it is no age."""
    return age_band(amount, text) if is_age(amount, text) else None
