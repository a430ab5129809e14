"""Doses for children: who is given one may have the drug, from the age that it is given for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from monolint.domain.claim import Facet, Kind, Quantity, Scope, Stance
from monolint.domain.document import LabelKind
from monolint.extraction.child_advice import IN_A_SITUATION, TENTATIVE
from monolint.extraction.dose_figures import is_dose
from monolint.extraction.dosing import OFF_LABEL, Dosing, dosing
from monolint.extraction.people import YOUNG
from monolint.extraction.statements import Draft, Lore, Statement

CHILDREN = "children"
MINIMUM_AGE = "minimum age"
ADULT_AGE = 18
# "Not under 16" keeps the drug from children as such; "not under 6" does not.
GROWN = 16
CASE = frozenset({Facet.INDICATION, Facet.ROUTE, Facet.FORMULATION, Facet.COMPONENT})
# Below this age "children" means what it says; from it on, adolescents alone are spoken of.
_ADOLESCENT = 12
_INFANT = 2
_GROWN_UP = re.compile(
    r"(?:\b(?:over|above|from)|[≥>])\s*1[6-9]\b|\b1[6-9]\s*(?:\+|years?\s+(?:of\s+age\s+)?(?:and|or)\s+(?:older|above|over)\b)",
    re.IGNORECASE,
)
# A dose that is named only to say that it is none.
_NOT_GIVEN = re.compile(
    r"\bno\s+(?:longer|established|specific|standard)\b|\bpreviously\b|\boverdos\w*"
    r"|\bnot\s+(?:been\s+|be\s+)?(?:recommended|established|given|used)\b",
    re.IGNORECASE,
)


def read_child_doses(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of age_limit claims that follow from doses."""
    found = dosing(statement, lore)
    if found is None or _NOT_GIVEN.search(_introduced(statement)) or _is_tentative(statement):
        return
    for amount in found.amounts:
        if is_dose(amount, found.text):
            yield from _allowed(found, amount.start, amount.end)


def _is_tentative(statement: Statement) -> bool:
    """Whether a dose is one that was tried or proposed, or for children in a situation of their own."""
    said = statement.leading + statement.text
    return bool(TENTATIVE.search(said) or IN_A_SITUATION.search(said))


def _introduced(statement: Statement) -> str:
    """A sentence with the words that introduce it or its list ("No dose for children is established:")."""
    above = [label.text for label in statement.passage.labels if label.kind is LabelKind.INTRO]
    return " ".join([*above, statement.leading, statement.text])


def _allowed(found: Dosing, start: int, end: int) -> Iterator[Draft]:
    scope = found.scope(start, end)
    if scope.get(Facet.RENAL) or scope.get(Facet.HEPATIC) or OFF_LABEL in scope.get(Facet.CONDITION):
        return
    bands = scope.get(Facet.AGE)
    ages = [age for band in bands if (age := youngest(band)) is not None]
    ages += [Decimal(0) for band in bands if _from_birth(band)]
    named = scope.get(Facet.POPULATION) & YOUNG
    grown = any(_GROWN_UP.search(said) for said in (found.before(start), found.statement.label_text))
    if not ages and (not named or grown):
        return
    mark = ((start, end),)
    case = Scope(tuple(item for item in scope if item[0] in CASE))
    if ages:
        value = Quantity(min(ages), min(ages), "y")
        yield Draft(Kind.AGE_LIMIT, MINIMUM_AGE, value, case, marks=mark)
        if min(ages) >= GROWN:
            return
    yield Draft(Kind.AGE_LIMIT, CHILDREN, Stance.ADVISED, allowed_case(case, ages, named), marks=mark)


def youngest(band: str) -> Decimal | None:
    """The least age in years of a band that holds children ("6-12", "12-")."""
    low = band.partition("-")[0]
    return Decimal(low) if low and Decimal(low) < ADULT_AGE else None


def _from_birth(band: str) -> bool:
    """Whether a band of infants begins at birth ("-1"); "under 12" need not."""
    return band.startswith("-") and Decimal(band[1:]) <= _INFANT


def allowed_case(case: Scope, ages: list[Decimal], named: frozenset[str]) -> Scope:
    """Whom a permission lets have the drug: adolescents only, or children as well."""
    grown = min(ages) >= _ADOLESCENT if ages else named == {"adolescent"}
    people = frozenset({"adolescent"}) if grown else named - {"adolescent"} | {"child"}
    return Scope.of({**dict(case.facets), Facet.POPULATION: people})
