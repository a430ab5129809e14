"""From which age a drug may be used, and advice on its use in children."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from monolint.domain.claim import Band, Facet, Kind, Qualifier, Quantity, Scope, Stance
from monolint.extraction.dosing import dosing
from monolint.extraction.quantities import find_amounts
from monolint.extraction.reader import reader
from monolint.extraction.readers.doses import is_dose
from monolint.extraction.scoping import age_band, bare_ages, is_age
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import Advice, find_advice, overall, strength
from monolint.extraction.statements import Draft, Lore, Statement
from monolint.extraction.stems import stemmed
from monolint.extraction.topics import Topic, find_topics

CHILDREN = "children"
MINIMUM_AGE = "minimum age"
_ABOUT_OTHERS = frozenset(
    [
        "undesirable_effect",
        "mechanism",
        "pharmacokinetics",
        "interaction",
        "overdose",
        "storage",
        "monitoring",
        "pregnancy",
        "lactation",
    ]
)
_STANCES = frozenset(
    {
        Stance.CONTRAINDICATED,
        Stance.AVOID,
        Stance.NOT_RECOMMENDED,
        Stance.NOT_ESTABLISHED,
        Stance.SAFE,
        Stance.CAUTION,
        Stance.MAY_USE,
    }
)
_AGED = stemmed("age year", r"\b(?:aged?|years?)\b")
_OLDEST_MINIMUM = 21
_ADULT_AGE = 18
_CHILDREN = frozenset({"child", "infant", "neonate", "toddler", "adolescent", "preterm neonate"})
_CASE = frozenset({Facet.INDICATION, Facet.ROUTE, Facet.FORMULATION, Facet.COMPONENT})
_IN_LABEL = frozenset({"paediatric"})


@reader()
def read_ages(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of age_limit claims."""
    if statement.section in _ABOUT_OTHERS or Topic.LACTATION in find_topics(statement.text):
        return
    yield from _dosed(statement, lore)
    labelled = _under_children(statement)
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        if not (labelled or Topic.CHILDREN in find_topics(part) or _AGED.search(part, part.lower())):
            continue
        advice = overall([a for a in find_advice(part) if a.stance in _STANCES], part)
        if advice:
            yield from _limits(part, start, advice, labelled or Topic.CHILDREN in find_topics(part))


def _dosed(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """A dose for children lets them have the drug, from the age that it is given for."""
    found = dosing(statement, lore)
    doses = [amount for amount in found.amounts if is_dose(amount, found.text)] if found else []
    for amount in doses:
        assert found is not None
        scope = found.scope(amount.start, amount.end)
        bands = [band for band in scope.get(Facet.AGE) if _youngest(band) is not None]
        if scope.get(Facet.RENAL) or scope.get(Facet.HEPATIC):
            continue
        if not bands and not scope.get(Facet.POPULATION) & _CHILDREN:
            continue
        mark = ((amount.start, amount.end),)
        case = Scope(tuple(item for item in scope if item[0] in _CASE))
        if bands:
            youngest = min(age for band in bands if (age := _youngest(band)) is not None)
            value = Quantity(youngest, youngest, "y")
            yield Draft(Kind.AGE_LIMIT, MINIMUM_AGE, value, case, marks=mark)
        yield Draft(Kind.AGE_LIMIT, CHILDREN, Stance.ADVISED, case, marks=mark)


def _youngest(band: str) -> Decimal | None:
    """The least age in years of a band that holds children ("6-12", "12-")."""
    low = band.partition("-")[0]
    return Decimal(low) if low and Decimal(low) < _ADULT_AGE else None


def _under_children(statement: Statement) -> bool:
    labels = statement.passage.labels
    named = find_topics(statement.text)
    if not statement.speaks_for_label or (Topic.ELDERLY in named and Topic.CHILDREN not in named):
        return False
    return bool(labels) and (
        labels[-1].section in _IN_LABEL or Topic.CHILDREN in find_topics(labels[-1].text)
    )


def _limits(part: str, start: int, advice: Advice, children: bool) -> Iterator[Draft]:
    mark = ((start + advice.start, start + advice.end),)
    bands = [
        (age_band(amount, part), amount.start, amount.end)
        for amount in find_amounts(part)
        if is_age(amount, part)
    ]
    bands += bare_ages(part)
    hedged = strength(part, advice)
    for band, first, last in bands:
        limit = _minimum(band, advice.stance)
        if limit is not None and limit <= _OLDEST_MINIMUM:
            quantity = Quantity(limit, limit, "y")
            place = ((start + first, start + last),)
            yield Draft(Kind.AGE_LIMIT, MINIMUM_AGE, quantity, Scope(), Qualifier.MINIMUM, hedged, place)
    if children and not bands:
        yield Draft(Kind.AGE_LIMIT, CHILDREN, advice.stance, Scope(), strength=hedged, marks=mark)


def _minimum(band: str, stance: Stance) -> Decimal | None:
    """The age from which the drug may be used: where a ban ends or a permission begins."""
    if stance.band is Band.FORBIDS and band.startswith("-"):
        return Decimal(band[1:])
    if stance.band is Band.PERMITS and band.endswith("-"):
        return Decimal(band[:-1])
    return None
