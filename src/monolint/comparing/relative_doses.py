"""What is said of children's doses as against adults', and the figures that are given for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from monolint.comparing.cases import Cases
from monolint.comparing.components import conflicts
from monolint.comparing.interface import AGREEMENT, Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.ranges import apart
from monolint.comparing.regimens import quantity
from monolint.comparing.selection import by_document, of_kind, section
from monolint.domain.claim import Agreement, Claim, Facet, Kind, Nothing, Qualifier, Quantity, Terms
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup
from monolint.extraction.people import YOUNG
from monolint.extraction.readers.relative_doses import AS_FOR_ADULTS, CHILDREN

_COMPARED = (Qualifier.USUAL, Qualifier.INITIAL)
_PER_PATIENT = ("/kg", "/m²")
_TENTATIVE = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|examples?|e\.g|off[\s-]label|may|might|some\s+(?:guidelines|sources|experts|protocols)|suggest\w*)\b",
    re.IGNORECASE,
)
_WHO = (Facet.POPULATION, Facet.AGE, Facet.WEIGHT)
_DOUBTFUL = Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM)


class RelativeDoseOptions(Options):
    """`tolerance`: relative distance from the adults' dose that is still the same dose (0.05 is 5 %)."""

    tolerance: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Figures:
    """The doses of a drug by document."""

    tolerance: Decimal
    cases: Cases
    documents: Mapping[str, Sequence[Claim]]

    def judge(self, one: Claim, two: Claim) -> Judgement:
        if isinstance(one.value, Terms) and isinstance(two.value, Terms):
            return self._told_twice(one, two)
        if isinstance(one.value, Quantity) == isinstance(two.value, Quantity):
            return AGREEMENT
        told, given = (two, one) if isinstance(one.value, Quantity) else (one, two)
        if section(told) == section(given) or not self._of_same_children(told, given):
            return AGREEMENT
        if isinstance(told.value, Nothing):
            if _TENTATIVE.search(given.place.text):
                return AGREEMENT
            return _DOUBTFUL  # "no standard dose" leaves room for one that a specialist chose
        assert isinstance(told.value, Terms)
        differs = self._is_another if told.value == AS_FOR_ADULTS else self._is_no_less
        return _DOUBTFUL if differs(given) else AGREEMENT

    def _told_twice(self, one: Claim, two: Claim) -> Judgement:
        """Children's doses that are the adults' in one place and lower in another."""
        if one.value == two.value or section(one) == section(two) or one.scope != two.scope:
            return AGREEMENT
        return Judgement(Verdict.CONTRADICTION, Confidence.MEDIUM)

    def _of_same_children(self, told: Claim, given: Claim) -> bool:
        """Whether a figure is for children that the other statement speaks of."""
        population = given.scope.get(Facet.POPULATION)
        if not population or not population <= YOUNG or given.scope.get(Facet.CONDITION):
            return False
        if told.scope.get(Facet.AGE) and not given.scope.get(Facet.AGE):
            return False
        open_to_all = [facet for facet, _ in given.scope if not told.scope.get(facet)]
        alike = self.cases.agree(
            _without(told, Facet.POPULATION), _without(given, Facet.POPULATION, *open_to_all)
        )
        return alike is not Agreement.DIFFERENT

    def _adults(self, given: Claim, unit: str) -> list[Claim]:
        """The adults' doses in the document of a child's dose, for the same use."""
        return [
            claim
            for claim in self.documents[given.document]
            if not claim.scope.get(Facet.POPULATION) - {"adult"}
            and not claim.scope.get(Facet.AGE)
            and claim.qualifier is given.qualifier
            and quantity(claim).unit == unit
            and self.cases.agree(_without(claim, *_WHO), _without(given, *_WHO)) is not Agreement.DIFFERENT
        ]

    def _is_another(self, given: Claim) -> bool:
        """Whether a child's dose is none of the adults'."""
        unit = quantity(given).unit
        adults = self._adults(given, unit)
        if adults:
            return all(apart(quantity(claim), quantity(given), self.tolerance) for claim in adults)
        flat = unit
        for part in _PER_PATIENT:
            flat = flat.replace(part, "")
        return flat != unit and bool(self._adults(given, flat))

    def _is_no_less(self, given: Claim) -> bool:
        """Whether a child's dose reaches the adults', which it is said to stay below."""
        figure = quantity(given)
        if figure.low is None or figure.high is None:
            return False
        adults = [quantity(claim).high for claim in self._adults(given, figure.unit)]
        if any(part in figure.unit for part in _PER_PATIENT):
            # A child weighs less: the same dose by weight is a lower one, but not one that is always higher.
            return bool(adults) and all(high is not None and figure.low > high for high in adults)
        return bool(adults) and all(high is not None and figure.high >= high for high in adults)


def _without(claim: Claim, *facets: Facet) -> Claim:
    return replace(claim, scope=claim.scope.without(*facets))


def _compare(group: DrugGroup, kind: Kind, options: RelativeDoseOptions) -> Iterator[Conflict]:
    doses = of_kind(group.claims, kind)
    told = [c for c in doses if c.object == CHILDREN and not isinstance(c.value, Quantity)]
    if not told:
        return
    given = [c for c in doses if isinstance(c.value, Quantity) and c.qualifier in _COMPARED]
    figures = _Figures(options.tolerance, Cases.of(given), by_document(given))
    yield from conflicts(kind, CHILDREN, [*told, *given], figures.judge)


RELATIVE_DOSES = Comparator(
    "relative-doses",
    "a child's dose that is told by the adults' dose, against the figures",
    RelativeDoseOptions,
    _compare,
)
