"""Limits and permissions of use by age, as one clause gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monolint.domain.claim import Facet, Kind, Qualifier, Quantity, Scope, Stance, Strength
from monolint.extraction.child_advice import (
    AT_DISCRETION,
    SLIGHT_DOUBT,
)
from monolint.extraction.people import YOUNG, people
from monolint.extraction.readers.child_doses import (
    CHILDREN,
    GROWN,
    MINIMUM_AGE,
    allowed_case,
    youngest,
)
from monolint.extraction.scoping import narrowed
from monolint.extraction.stances import Advice, strength
from monolint.extraction.statements import Draft

Age = tuple[str, int, int]
_OLDEST_MINIMUM = 21
_BOTH = re.compile(r"\bp(?:a)?ediatric|\badolesc|\bteen|\bminors?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AgeAdvice:
    """A clause that gives advice: on which ages, for which use, and of which children.

    `ages` are age bands and where they stand; bands of the label have no place in the clause.
    """

    part: str
    start: int
    advice: Advice
    ages: Sequence[Age]
    case: Scope
    about_children: bool
    whom: str

    @property
    def strength(self) -> Strength:
        if self.is_at_discretion or (
            self.advice.stance is Stance.NOT_ESTABLISHED and SLIGHT_DOUBT.search(self.part)
        ):
            return Strength.HEDGED
        return strength(self.part, self.advice)

    @property
    def is_at_discretion(self) -> bool:
        return bool(AT_DISCRETION.search(self.part))

    @property
    def limited_case(self) -> Scope:
        """The use that a limit is for; one that a doctor may lift is not one for what doctors order."""
        if not self.is_at_discretion:
            return self.case
        return narrowed(self.case, {Facet.CONDITION: frozenset({"without medical advice"})})

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        return ((self.start + self.advice.start, self.start + self.advice.end),)

    def marks_of(self, age: Age) -> tuple[tuple[int, int], ...]:
        _, first, last = age
        return ((self.start + first, self.start + last),) if last else self.marks

    @property
    def named(self) -> frozenset[str]:
        return people(self.whom).get(Facet.POPULATION, frozenset()) & YOUNG

    @property
    def of_all(self) -> bool:
        """Whether a ban or doubt is of all children: no age is named, or that at which they are grown."""
        if not self.ages:
            return self.about_children
        return all(
            band.startswith("-") and GROWN <= Decimal(band[1:]) <= _OLDEST_MINIMUM for band, _, _ in self.ages
        )

    @property
    def scope(self) -> Scope:
        """The use with the children that are named."""
        named = self.named or frozenset({"child"})
        if self.ages or ("child" in named and _BOTH.search(self.whom)):
            named |= {"child", "adolescent"}
        return narrowed(self.case, {Facet.POPULATION: named})


def permission(found: AgeAdvice) -> Iterator[Draft]:
    """A permission from an age on; it says nothing of younger ones, so they are left without."""
    for age in found.ages:
        band, low = age[0], youngest(age[0])
        if low is None:
            continue
        value, marks = Quantity(low, low, "y"), found.marks_of(age)
        yield Draft(Kind.AGE_LIMIT, MINIMUM_AGE, value, found.case, marks=marks)
        if band.endswith("-"):
            yield Draft(Kind.AGE_LIMIT, MINIMUM_AGE, value, found.case, Qualifier.FALLBACK, marks=marks)
        if low >= GROWN:
            continue
        scope = allowed_case(found.case, [low], frozenset())
        yield Draft(Kind.AGE_LIMIT, CHILDREN, found.advice.stance, scope, marks=marks)
    if found.about_children and not found.ages:
        scope = allowed_case(found.case, [], found.named)
        yield Draft(Kind.AGE_LIMIT, CHILDREN, found.advice.stance, scope, marks=found.marks)


def limits(found: AgeAdvice, qualifier: Qualifier) -> Iterator[Draft]:
    """A ban or a doubt below an age; it is of children as such where they end there."""
    for age in found.ages:
        band = age[0]
        if band.startswith("-") and Decimal(band[1:]) <= _OLDEST_MINIMUM:
            value = Quantity(Decimal(band[1:]), Decimal(band[1:]), "y")
            marks = found.marks_of(age)
            yield Draft(
                Kind.AGE_LIMIT, MINIMUM_AGE, value, found.limited_case, qualifier, found.strength, marks
            )
    if found.is_at_discretion:
        return
    if found.of_all:
        yield on_children(found)
    elif qualifier is Qualifier.MINIMUM:
        yield from _below(found)


def cautions(found: AgeAdvice) -> Iterator[Draft]:
    """Care that is asked for with all children, or with those below an age."""
    if found.ages:
        yield from _below(found)
    else:
        yield on_children(found)


def _below(found: AgeAdvice) -> Iterator[Draft]:
    """Advice on the children below an age, to be compared with other advice on just these."""
    for age in found.ages:
        if age[0].startswith("-") and Decimal(age[0][1:]) < GROWN:
            scope = narrowed(found.case, {Facet.AGE: frozenset({age[0]})})
            stance, marks = found.advice.stance, found.marks_of(age)
            yield Draft(Kind.AGE_LIMIT, CHILDREN, stance, scope, strength=found.strength, marks=marks)


def on_children(found: AgeAdvice) -> Draft:
    stance = found.advice.stance
    return Draft(Kind.AGE_LIMIT, CHILDREN, stance, found.scope, strength=found.strength, marks=found.marks)
