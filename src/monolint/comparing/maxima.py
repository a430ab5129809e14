"""Maximum doses for one case that differ, and usual doses above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monolint.comparing.cases import Cases
from monolint.comparing.components import conflicts
from monolint.comparing.interface import AGREEMENT, Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.ranges import above, apart
from monolint.comparing.regimens import quantity
from monolint.comparing.selection import by_document, of_kind, section
from monolint.domain.claim import Agreement, Claim, Kind, Qualifier, Quantity, Strength
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup


class MaximaOptions(Options):
    """`tolerance`: relative distance between maxima that is still agreement (0.05 is 5 %)."""

    tolerance: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Limits:
    """The maxima of a drug by document, all its doses by document, and their cases."""

    cases: Cases
    documents: Mapping[str, Sequence[Claim]]
    doses: Mapping[str, Sequence[Claim]]
    tolerance: Decimal

    @staticmethod
    def of(group: DrugGroup, tolerance: Decimal) -> _Limits:
        doses = [c for c in of_kind(group.claims, Kind.DOSE, Kind.MAX_DOSE) if isinstance(c.value, Quantity)]
        return _Limits(
            Cases.of(doses), by_document(of_kind(doses, Kind.MAX_DOSE)), by_document(doses), tolerance
        )

    def beside(self, claim: Claim, other: Claim) -> list[Claim]:
        """The maxima of a claim's document that speak of another claim's case, in its unit."""
        return [
            limit
            for limit in self.documents.get(claim.document, ())
            if quantity(limit).unit == quantity(other).unit
            and self.cases.agree(limit, other) is not Agreement.DIFFERENT
        ]

    def judge(self, one: Claim, two: Claim) -> Judgement:
        """Two maxima: each document's highest counts, and the one for the narrowest case."""
        if quantity(one).unit != quantity(two).unit or section(one) == section(two):
            return AGREEMENT
        case = self.cases.agree(one, two)
        if case is Agreement.DIFFERENT or not apart(quantity(one), quantity(two), self.tolerance):
            return AGREEMENT
        lefts, rights = self.beside(one, two), self.beside(two, one)
        if self._overruled(case, lefts, two) or self._overruled(case, rights, one):
            return AGREEMENT
        if self._goes_beyond(one, two) or self._goes_beyond(two, one):
            return Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM)
        if any(
            not apart(quantity(left), quantity(right), self.tolerance) for left in lefts for right in rights
        ):
            return AGREEMENT
        if self._is_step(one, two) or self._is_step(two, one):
            return AGREEMENT
        firm = case is Agreement.EQUAL and Strength.HEDGED not in (one.strength, two.strength)
        verdict = Verdict.CONTRADICTION if firm else Verdict.DISCREPANCY
        return Judgement(verdict, Confidence.HIGH if case is Agreement.EQUAL else Confidence.MEDIUM)

    def _overruled(self, case: Agreement, limits: Sequence[Claim], other: Claim) -> bool:
        """Whether the document has a maximum for just this case beside a more general one."""
        return case is Agreement.PARTIAL and any(
            self.cases.agree(limit, other) is Agreement.EQUAL for limit in limits
        )

    def _goes_beyond(self, exception: Claim, limit: Claim) -> bool:
        """Whether a dose for some goes beyond the plain maximum of a document that knows no such case."""
        if exception.strength is not Strength.HEDGED or limit.strength is Strength.HEDGED:
            return False
        if exception.document == limit.document:
            return False
        reached = quantity(exception).high
        return above(reached, quantity(limit).high, self.tolerance) and not any(
            quantity(claim).unit == quantity(exception).unit
            and not above(reached, quantity(claim).high, self.tolerance)
            and self.cases.agree(claim, exception) is not Agreement.DIFFERENT
            for claim in self.doses.get(limit.document, ())
        )

    def _is_step(self, one: Claim, two: Claim) -> bool:
        """Whether "up to" names a dose below the other side's maximum, or a step below its own."""
        if one.strength is not Strength.HEDGED:
            return False
        if two.strength is Strength.PLAIN and not above(quantity(one).high, quantity(two).high, Decimal(0)):
            return True
        return any(
            above(quantity(limit).high, quantity(one).high, Decimal(0)) for limit in self.beside(one, two)
        )

    def judge_usual(self, usual: Claim, maximum: Claim) -> Judgement:
        """A usual dose against a maximum that another place sets for the same case."""
        figure, limit = quantity(usual), quantity(maximum)
        if figure.unit != limit.unit:
            return AGREEMENT
        if maximum.strength is Strength.HEDGED and not self._is_end_of_titration(usual, maximum):
            return AGREEMENT
        if usual.place.path == maximum.place.path and usual.place.span == maximum.place.span:
            return AGREEMENT
        whole = above(figure.low, limit.high, self.tolerance)
        if not above(figure.high, limit.high, self.tolerance):
            return AGREEMENT
        case = self.cases.agree(usual, maximum)
        if not self.cases.near(usual, maximum) or self._is_limited(usual, maximum, whole):
            return AGREEMENT
        if self._overruled(case, self.beside(maximum, usual), usual):
            return AGREEMENT
        if usual.qualifier is Qualifier.CONDITIONAL:
            if usual.document == maximum.document or case is not Agreement.EQUAL or not whole:
                return AGREEMENT
            return Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM)
        if whole and case is Agreement.EQUAL and Strength.HEDGED not in (usual.strength, maximum.strength):
            return Judgement(Verdict.CONTRADICTION)
        return Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM)

    def _is_end_of_titration(self, step: Claim, end: Claim) -> bool:
        """Whether both figures are the highest that their documents reach, one without calling it "up to"."""
        if step.qualifier is not Qualifier.CONDITIONAL or step.document == end.document:
            return False
        return not any(
            quantity(claim).unit == quantity(end).unit
            and above(quantity(claim).high, quantity(end).high, self.tolerance)
            and self.cases.agree(claim, step) is not Agreement.DIFFERENT
            for claim in self.doses.get(end.document, ())
        )

    def _is_limited(self, usual: Claim, maximum: Claim, whole: bool) -> bool:
        """Whether a dose stands under a maximum of its own, or only its interval adds up to more.

        "1 g every 4 hours, at most 4 g a day" never means six doses.
        """
        if usual.strength is Strength.HEDGED and (not whole or section(usual) == section(maximum)):
            return True
        return any(
            limit.place.block == usual.place.block and limit is not maximum
            for limit in self.beside(usual, usual)
        )


def _compare(group: DrugGroup, kind: Kind, options: MaximaOptions) -> Iterator[Conflict]:
    limits = _Limits.of(group, options.tolerance)
    yield from conflicts(kind, None, [c for found in limits.documents.values() for c in found], limits.judge)


def _order(group: DrugGroup, kind: Kind, options: MaximaOptions) -> Iterator[Conflict]:
    limits = _Limits.of(group, options.tolerance)

    def judge(one: Claim, two: Claim) -> Judgement:
        if one.kind == two.kind:
            return AGREEMENT
        usual, maximum = (two, one) if one.kind is Kind.MAX_DOSE else (one, two)
        return limits.judge_usual(usual, maximum)

    claims = [c for c in of_kind(group.claims, kind, Kind.MAX_DOSE) if isinstance(c.value, Quantity)]
    yield from conflicts(kind, None, claims, judge)


MAXIMA = Comparator("maxima", "maximum doses for the same case that differ", MaximaOptions, _compare)
DOSE_ABOVE_MAXIMUM = Comparator(
    "dose-above-maximum", "a usual dose above the maximum for the same case", MaximaOptions, _order
)
