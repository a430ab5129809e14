"""Doses for one case that differ, once what makes them alternatives of each other is set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monolint.comparing.cases import Cases
from monolint.comparing.components import conflicts
from monolint.comparing.interface import AGREEMENT, Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.ranges import apart, inside, joined
from monolint.comparing.regimens import Key, Regimen, is_total, key, quantity, regimens
from monolint.comparing.selection import by_document, of_kind, section
from monolint.domain.claim import Agreement, Claim, Facet, Kind, Qualifier, Quantity, Strength
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup

_COMPARED = (Qualifier.USUAL, Qualifier.INITIAL)
_EXACT = Decimal(0)
_HEDGE = re.compile(
    r"\b(?:typical(?:ly)?|often|may|might|can|could|commonly|approximately|about|generally|examples?|e\.g\.|varies)\b",
    re.IGNORECASE,
)


class DoseOptions(Options):
    """`tolerance`: relative distance between doses that is still agreement (0.05 is 5 %).

    `wider`: how many times as high (or as low) the end of a range may be that stands around another one.
    """

    tolerance: Decimal = _EXACT
    wider: Decimal = Decimal("1.5")


@dataclass(frozen=True, slots=True)
class _Doses:
    """The doses of a drug, as regimens and by document."""

    cases: Cases
    regimens: Mapping[Key, Regimen]
    documents: Mapping[str, Sequence[Claim]]
    options: DoseOptions

    def judge(self, one: Claim, two: Claim) -> Judgement:
        if not self._comparable(one, two) or section(one) == section(two):
            return AGREEMENT
        case = self.cases.agree(one, two)
        if case is Agreement.DIFFERENT or self._overruled(one, two, case):
            return AGREEMENT
        verdict = self._verdict(one, two, case)
        if verdict is Verdict.AGREES or self._explained(one, two, case):
            return AGREEMENT
        return Judgement(verdict, Confidence.HIGH if case is Agreement.EQUAL else Confidence.MEDIUM)

    def _comparable(self, one: Claim, two: Claim) -> bool:
        """Whether two figures are of one kind.

        Totals stand back where both sides say what is taken at a time.
        """
        if quantity(one).unit != quantity(two).unit or one.qualifier != two.qualifier:
            return False
        if one.qualifier not in _COMPARED or not is_total(one):
            return one.qualifier in _COMPARED
        singles = [self.regimens[key(claim)].single for claim in (one, two)]
        units = [quantity(single).unit for single in singles if single]
        return len(set(units)) != 1 or len(units) != len(singles)

    def _overruled(self, one: Claim, two: Claim, case: Agreement) -> bool:
        """Whether a document answers the other side's case more exactly elsewhere.

        What "the usual dose" is does not matter where the same document gives the dose for this use.
        """
        if case is Agreement.EQUAL:
            return False
        return any(
            candidate.qualifier == other.qualifier
            and candidate.kind is Kind.DOSE
            and quantity(candidate).unit == quantity(other).unit
            and self.cases.agree(candidate, other) is Agreement.EQUAL
            for claim, other in ((one, two), (two, one))
            for candidate in self.documents[claim.document]
            if candidate is not other
        )

    def _verdict(self, one: Claim, two: Claim, case: Agreement) -> Verdict:
        left, right = quantity(one), quantity(two)
        if self._apart(one, two):
            exact = left.low == left.high and right.low == right.high
            outright = Strength.HEDGED not in (one.strength, two.strength) and not _is_hedged(one, two)
            named = one.document == two.document or bool(one.scope.get(Facet.INDICATION))
            firm = case is Agreement.EQUAL and exact and outright and named
            return Verdict.CONTRADICTION if firm else Verdict.DISCREPANCY
        if left.low == left.high or right.low == right.high:
            return Verdict.AGREES
        if inside(left, right) or inside(right, left):
            return Verdict.DISCREPANCY if self._much_wider(one, two) else Verdict.AGREES
        return Verdict.DISCREPANCY

    def _much_wider(self, one: Claim, two: Claim) -> bool:
        """Whether one of two ranges for the same case reaches far beyond the other one."""
        if not self.cases.near(one, two) or Strength.HEDGED in (one.strength, two.strength):
            return False
        lows, highs = ([bound(quantity(claim)) for claim in (one, two)] for bound in (_low, _high))
        return any(max(ends) >= min(ends) * self.options.wider and min(ends) > 0 for ends in (lows, highs))

    def _apart(self, one: Claim, two: Claim) -> bool:
        """Whether two doses differ, and the totals of the day with them."""
        tolerance = self.options.tolerance
        if not apart(quantity(one), quantity(two), tolerance):
            return False
        left, right = (self.regimens[key(claim)].total for claim in (one, two))
        if is_total(one) or (left is None and right is None):
            return True
        if left and right:
            return apart(quantity(left), quantity(right), tolerance)
        # Only one side says how often; the other may mean what is taken at a time or in a day.
        return apart(_reach(one, left), _reach(two, right), tolerance)

    def _explained(self, one: Claim, two: Claim, case: Agreement) -> bool:
        """Whether both sides have a dose in common, or one is a step of the other's titration."""
        lefts, rights = (self._alternatives(claim, case, other) for claim, other in ((one, two), (two, one)))
        if any(
            self._verdict(left, right, self.cases.agree(left, right)) is Verdict.AGREES
            and self.cases.agree(left, right) is not Agreement.DIFFERENT
            for left in lefts
            for right in rights
            if left is not one or right is not two
        ):
            return True
        if one.qualifier is not Qualifier.USUAL:
            return False
        return any(
            not apart(quantity(claim), span, _EXACT)
            for claim, other in ((one, two), (two, one))
            if (span := self._titration(other, claim))
        )

    def _alternatives(self, claim: Claim, case: Agreement, other: Claim) -> list[Claim]:
        """The doses of a claim's section that answer the same question as `other`.

        Where one side leaves the case open, the whole document answers it; where both name it, the dose for
        another use is no answer, though the other side speaks of both.
        """
        return [
            candidate
            for candidate in self.documents[claim.document]
            if (case is Agreement.PARTIAL or section(candidate) == section(claim))
            and candidate.kind is Kind.DOSE
            and candidate.qualifier == claim.qualifier
            and quantity(candidate).unit == quantity(claim).unit
            and self.cases.agree(candidate, other) is not Agreement.DIFFERENT
            and (case is Agreement.PARTIAL or self.cases.agree(candidate, claim) is not Agreement.DIFFERENT)
        ]

    def _titration(self, claim: Claim, case: Claim) -> Quantity | None:
        """From the first to the last step of the titration that a claim's section describes."""
        steps = [
            quantity(step)
            for step in self.documents[claim.document]
            if section(step) == section(claim)
            and _is_step(step)
            and quantity(step).unit == quantity(claim).unit
            and self.cases.agree(step, case) is not Agreement.DIFFERENT
        ]
        return joined([quantity(claim), *steps]) if steps else None


def _is_hedged(one: Claim, two: Claim) -> bool:
    """Whether the words of a side leave room for other doses."""
    return any(_HEDGE.search(claim.place.text) for claim in (one, two))


def _low(figure: Quantity) -> Decimal:
    return figure.low or Decimal(0)


def _high(figure: Quantity) -> Decimal:
    return figure.high or Decimal(0)


def _reach(single: Claim, total: Claim | None) -> Quantity:
    """From what is taken at a time to what the day adds up to, in the unit of a single dose."""
    figure = quantity(single)
    if total is None:
        return figure
    return joined([figure, Quantity(quantity(total).low, quantity(total).high, figure.unit)])


def _is_step(claim: Claim) -> bool:
    if claim.kind is Kind.MAX_DOSE:
        return claim.strength is Strength.HEDGED
    return claim.qualifier in (Qualifier.INITIAL, Qualifier.CONDITIONAL)


def _compare(group: DrugGroup, kind: Kind, options: DoseOptions) -> Iterator[Conflict]:
    figures = [c for c in of_kind(group.claims, Kind.DOSE, Kind.MAX_DOSE) if isinstance(c.value, Quantity)]
    doses = _Doses(Cases.of(figures), regimens(figures), by_document(figures), options)
    yield from conflicts(kind, None, of_kind(figures, kind), doses.judge)


DOSES = Comparator("doses", "doses for the same case that no alternative explains", DoseOptions, _compare)
