"""Where doses are given, and the case that a figure in a dosing sentence is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from monolint.domain.claim import Facet, Scope
from monolint.extraction.quantities import Amount, find_amounts
from monolint.extraction.rates import Rate, find_rates
from monolint.extraction.scoping import Facets, find_indications, narrowed, people, text_facets
from monolint.extraction.statements import Lore, Statement

DOSED = frozenset(
    {"posology", "administration", "paediatric", "geriatric", "renal", "hepatic", "summary", "faq"}
)
_NOT_DOSED = frozenset(
    {"undesirable_effect", "pharmacokinetics", "mechanism", "interaction", "overdose", "storage"}
    | {"monitoring", "contraindication", "names", "warning"}
)
# How far before a figure the words that tell its case can stand.
_REACH = 400
_TURN = re.compile(r";|\bor\s+for\b|,\s+(?:then|or)\b|\.\s")
_RUN_IN_LABEL = re.compile(r"[,;.]\s+(?=[A-Za-z][\w\s()/-]{1,40}:)")
_NEXT_THING = re.compile(r",|\s(?:or|and)\s")
_OPENING = re.compile(r"(?:in|for|among)\s[^,;.:]{3,90}", re.IGNORECASE)
_OF = re.compile(r"^\s*(?:of\s+)?")
_WITHOUT_PRIOR = re.compile(
    r"(?:did|have|has|had)\s+not\s+(?:previously\s+)?(?:receive[d]?|had)\s+(?:any\s+)?(?:prior\s+|previous\s+)?(\w+)"
    r"|without\s+(?:prior|previous)\s+(\w+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dosing:
    """A dosing sentence with its figures and rates, in order."""

    statement: Statement
    lore: Lore
    amounts: Sequence[Amount]
    rates: Sequence[Rate]

    @property
    def text(self) -> str:
        return self.statement.text

    def before(self, position: int) -> str:
        """What stands before a figure, the label directly before the sentence included."""
        if position > _REACH:
            return self.text[position - _REACH : position]
        return self.statement.leading + self.text[:position]

    def is_in_rate(self, amount: Amount) -> bool:
        """Whether a figure belongs to a rate ("every 3 weeks")."""
        return any(rate.start <= amount.start < rate.end for rate in self.rates)

    def segment(self, start: int, end: int) -> tuple[int, int]:
        """The part of the sentence around a figure, up to the next figure or the turn of the sentence."""
        after = min((amount.start for amount in self.amounts if amount.start >= end), default=len(self.text))
        turn = _TURN.search(self.text, end)
        far = self.text.find(" ", start - _REACH) + 1 if start > _REACH else 0
        first = max((match.end() for match in _TURN.finditer(self.text, far, start)), default=far)
        label = _RUN_IN_LABEL.search(self.text, end)
        stops = [after, *(match.start() for match in (turn, label) if match)]
        return first, max(end, min(stops))

    def scope(self, start: int, end: int) -> Scope:
        """The case of a figure: what the sentence says of it, else what the labels say."""
        first, stop = self.segment(start, end)
        near = _NEXT_THING.search(self.text, end, stop)
        facets = self._opening_people()
        facets.update(text_facets(self.text[first : near.start() if near else stop], self.lore))
        facets.pop(Facet.INDICATION, None)
        facets.pop(Facet.PHASE, None)
        indication = self._indication(start, end, stop)
        if indication:
            facets[Facet.INDICATION] = indication
        ingredient = self._ingredient_beside(start, end)
        if ingredient:
            facets[Facet.COMPONENT] = frozenset({ingredient})
        prior = _WITHOUT_PRIOR.search(self.text)
        if prior and self._same_brackets(start, prior.start()):
            facets[Facet.PRIOR_THERAPY] = frozenset({f"no {(prior.group(1) or prior.group(2)).lower()}"})
        return narrowed(self.statement.scope, facets)

    def _opening_people(self) -> Facets:
        """Whom a sentence speaks of from its first words on ("In infants with ..., the dose is ...")."""
        opening = _OPENING.match(self.text)
        return people(opening.group()) if opening else {}

    def _indication(self, start: int, end: int, stop: int) -> frozenset[str]:
        """The condition named after a figure in its part of the sentence, else the last one before it."""
        prior = _WITHOUT_PRIOR.search(self.text)
        found = [
            item
            for item in find_indications(self.text, self.lore)
            if prior is None or item[2] <= prior.start() or prior.end() <= item[1]
        ]
        following = [at for _, at, _ in found if end <= at < stop]
        preceding = [at for _, at, _ in found if at < start]
        nearest = following[0] if following else preceding[-1] if preceding else -1
        return frozenset(name for name, at, _ in found if at == nearest)

    def _ingredient_beside(self, start: int, end: int) -> str | None:
        """The ingredient of a combination that a figure is of, named right before or after it."""
        if len(self.lore.ingredients) < 2:
            return None
        before = self.text[max(0, start - 60) : start].lower().rstrip(" :(")
        after = _OF.sub("", self.text[end : end + 60].lower())
        names = sorted(self.lore.ingredients)
        earlier = next((name for name in names if before.endswith(name)), None)
        return earlier or next((name for name in names if after.startswith(name)), None)

    def _same_brackets(self, one: int, two: int) -> bool:
        between = self.text[min(one, two) : max(one, two)]
        return between.count("(") == between.count(")")


def is_dosing(statement: Statement) -> bool:
    """Whether a statement stands where doses are given."""
    inner = statement.section
    return inner is not None and inner not in _NOT_DOSED and bool(DOSED.intersection(statement.sections))


def dosing(statement: Statement, lore: Lore) -> Dosing | None:
    """The figures of a statement about dosing, or None for another statement."""
    if not is_dosing(statement):
        return None
    amounts = find_amounts(statement.text)
    return Dosing(statement, lore, amounts, find_rates(statement.text))
