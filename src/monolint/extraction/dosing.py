"""Where doses are given, and the case that a figure in a dosing sentence is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from monolint.domain.claim import Facet, Facets, Scope
from monolint.domain.document import LabelKind
from monolint.extraction.age_bands import is_age
from monolint.extraction.body_weights import is_body_weight
from monolint.extraction.interactants import named_interactants
from monolint.extraction.people import people
from monolint.extraction.quantities import Amount, find_amounts
from monolint.extraction.rates import Rate, find_rates
from monolint.extraction.scoping import narrowed, text_facets
from monolint.extraction.stated_conditions import find_indications
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
_TURN = re.compile(
    r";|\bor\s+for\b|,\s+(?:then|or)\b|\.\s|\s[-•]\s+(?=(?:\d|[<>≥≤])[^:;,.]{1,30}:\s)", re.IGNORECASE
)
_RUN_IN_LABEL = re.compile(r"[,;.]\s+(?=[A-Za-z][\w\s()/-]{1,40}:)")
_NEXT_THING = re.compile(r",|\s(?:or|and)\s")
_OPENING = re.compile(
    r"(?:in|for|among)\s[^,;.:]{3,90}|[A-Za-z][^,;.:\d]{2,40}(?:\([^()]{2,40}\))?:", re.IGNORECASE
)
_OF = re.compile(r"^\s*(?:\([^()]*\)\s*)?(?:of\s+)?")
_WITHOUT_PRIOR = re.compile(
    r"(?:did|have|has|had)\s+not\s+(?:previously\s+)?(?:receive[d]?|had)\s+(?:any\s+)?(?:prior\s+|previous\s+)?(\w+)"
    r"|without\s+(?:prior|previous)\s+(\w+)",
    re.IGNORECASE,
)


_UNLICENSED = re.compile(
    r"\boff[\s-]?label|\bunlicensed|\bunapproved|\binvestigational|\b(?:clinical\s+)?trials?\b|\b(?:has|have|been|was|were)\s+studied"
    r"|\bstudies\b|\blimited\s+data|\bresearch\b|\bnot\s+(?:fda[\s-])?approved",
    re.IGNORECASE,
)
_SIDE_BY_SIDE = re.compile(r"\s*(?:,|/|\bor\b|\band\b|,\s*(?:or|and)\b)\s*", re.IGNORECASE)
_OR_ELSE = re.compile(r"\s*(?:daily|(?:per|a|each)\s+day)?\s*[(,]?\s*or\s+", re.IGNORECASE)
_ADJUSTMENTS = re.compile(
    r"\b(?:dos\w+|dose)\s+(?:\w+\s+)?(?:adjust|modif|reduc)\w+|\b(?:adjust|modif)\w+\s+(?:of|in|to)\s+(?:the\s+)?dos\w+"
    r"|\b(?:co-?administ|concomitant|inhibitor|inducer)",
    re.IGNORECASE,
)
_CLOSE = re.compile(r"\s*(?:\(|of\s+|to\s+|at\s+)?", re.IGNORECASE)
# "Similar to its use in gout" and "without gout" name a condition that the dose is not for.
_ANOTHER_CASE = re.compile(
    r"\b(?:similar(?:ly)?\s+to|unlike|than\s+(?:for|in)|without|no\s+history\s+of)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
# "50 mg weekly for those below 25 kg": the people that a dose is for can follow it.
_FOR_PEOPLE = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:[\w/-]+\s+){0,4}?(?:for|in|if)\s+[^,;:.]{2,80}", re.IGNORECASE
)
_HEADS = re.compile(r"\s*[(:]\s*")
_WITHOUT = re.compile(r"\bwithout\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_WHO = (Facet.AGE, Facet.WEIGHT)
OFF_LABEL = "off-label"
ALONE = "as a single ingredient"


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
        after = self._next_figure(end)
        far = self.text.find(" ", start - _REACH) + 1 if start > _REACH else 0
        turns = (*_TURN.finditer(self.text, far, start), *_RUN_IN_LABEL.finditer(self.text, far, start))
        first = max((match.end() for match in turns), default=far)
        return first, max(end, min(after, self.turn(end)))

    def _next_figure(self, position: int) -> int:
        """Where the next figure stands that is no age and no body weight."""
        later = (a for a in self.amounts if a.start >= position)
        return next((a.start for a in later if not _is_of_patients(a, self.text)), len(self.text))

    def turn(self, position: int) -> int:
        """Where the sentence next turns to another case."""
        found = (pattern.search(self.text, position) for pattern in (_TURN, _RUN_IN_LABEL))
        return min((match.start() for match in found if match), default=len(self.text))

    def scope(self, start: int, end: int) -> Scope:
        """The case of a figure: what the sentence says of it, else what the labels say."""
        first, stop = self.segment(start, end)
        near = _NEXT_THING.search(self.text, end, stop)
        following = self._following_people(end, stop)
        facets = self._opening_people()
        own = self._after_others_people(first, start) if following else first
        facets.update(text_facets(self.text[own : near.start() if near else stop], self.lore))
        if any(following.get(facet) for facet in _WHO):
            facets.update({facet: following.get(facet, frozenset()) for facet in _WHO})
        facets.pop(Facet.INDICATION, None)
        facets.pop(Facet.PHASE, None)
        indication = self._indication(start, end, stop)
        if indication:
            facets[Facet.INDICATION] = indication
        ingredient = self._ingredient(start, end)
        if ingredient:
            facets[Facet.COMPONENT] = frozenset({ingredient})
            if self._is_alone():
                facets[Facet.CONDITION] = facets.get(Facet.CONDITION, frozenset()) | {ALONE}
        if self._is_unlicensed(first, stop):
            facets[Facet.CONDITION] = facets.get(Facet.CONDITION, frozenset()) | {OFF_LABEL}
        lacking = self._lacking(first, stop)
        if lacking:
            facets[Facet.CONDITION] = facets.get(Facet.CONDITION, frozenset()) | lacking
        prior = _WITHOUT_PRIOR.search(self.text)
        if prior and prior.start() < stop and self._same_brackets(start, prior.start()):
            facets[Facet.PRIOR_THERAPY] = frozenset({f"no {(prior.group(1) or prior.group(2)).lower()}"})
        return narrowed(self.statement.scope, facets)

    def _following_people(self, end: int, stop: int) -> Facets:
        """The people that a figure is for, where they follow it."""
        following = _FOR_PEOPLE.match(self.text, end, stop)
        return people(following.group()) if following else {}

    def _after_others_people(self, first: int, start: int) -> int:
        """Where a figure's own words begin, after the people named behind an earlier figure.

        In "40 mg daily for adults, 20 mg daily for children" the adults are of the first figure alone.
        """
        ends = [amount.end for amount in self.amounts if first <= amount.start < start]
        matches = (_FOR_PEOPLE.match(self.text, end, start) for end in ends)
        return max((match.end() for match in matches if match and people(match.group())), default=first)

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
            if (prior is None or item[2] <= prior.start() or prior.end() <= item[1])
            and not _ANOTHER_CASE.search(self.text[max(0, item[1] - 40) : item[1]])
        ]
        following = [at for _, at, _ in found if end <= at < stop]
        preceding = [at for _, at, _ in found if at < start]
        headed = next((at for _, at, last in found if _HEADS.fullmatch(self.text, last, start)), None)
        if headed is not None:
            following = []  # "gout (20 mg daily), pain (40 mg daily)"
        nearest = following[0] if following else headed or (preceding[-1] if preceding else -1)
        listed = [item for item in found if item[1] == nearest]
        for item in reversed(found) if not following else found:
            if any(self._are_listed(item, other) for other in listed):
                listed.append(item)
        return frozenset(name for name, _, _ in listed)

    def _lacking(self, first: int, stop: int) -> frozenset[str]:
        """What the patients of a figure do not have ("for adults without gout")."""
        part = self.text[first:stop]
        return frozenset(
            f"without {name}"
            for name, at, _ in find_indications(part, self.lore)
            if _WITHOUT.search(part[max(0, at - 40) : at])
        )

    def _are_listed(self, one: tuple[str, int, int], two: tuple[str, int, int]) -> bool:
        """Whether two conditions stand side by side in a list ("for gout or hyperuricemia")."""
        first, second = sorted((one, two), key=lambda item: item[1])
        return bool(_SIDE_BY_SIDE.fullmatch(self.text, first[2], second[1]))

    def _ingredient(self, start: int, end: int) -> str | None:
        """The ingredient of a combination that a figure is of ("200 mg ibuprofen", "ibuprofen: 200 mg")."""
        names = sorted(self.lore.ingredients)
        if len(names) < 2:
            return None
        adjacent = self.text[max(0, start - 60) : start].lower().rstrip(" :(")
        after = _OF.sub("", self.text[end : end + 60].lower())
        beside = next((name for name in names if adjacent.endswith(name)), None)
        beside = beside or next((name for name in names if after.startswith(name)), None)
        if beside:
            return beside
        previous = max((amount.end for amount in self.amounts if amount.end <= start), default=0)
        before = self.text[previous:start].lower()
        placed = [(before.rfind(name), name) for name in names if name in before]
        if len(placed) == len(names):
            return None  # "10 mL, which hold both", is of the whole product
        return max(placed)[1] if placed else self._labelled_ingredient(names)

    def _is_alone(self) -> bool:
        """Whether a label deals with one ingredient and the sentence gives no other beside it."""
        names = sorted(self.lore.ingredients)
        text = self.text.lower()
        return self._labelled_ingredient(names) is not None and sum(name in text for name in names) < 2

    def _labelled_ingredient(self, names: Sequence[str]) -> str | None:
        """The only ingredient that the innermost label with any names."""
        for label in reversed(self.statement.passage.labels):
            if label.kind is LabelKind.TITLE:
                return None
            named = [name for name in names if name in label.text.lower()]
            if named:
                return named[0] if len(named) == 1 else None
        return None

    def _is_unlicensed(self, first: int, stop: int) -> bool:
        """Whether a part of the sentence or a label above it speaks of unlicensed use or of research."""
        labels = self.statement.passage.labels
        here = self.text[first:stop]
        return bool(_UNLICENSED.search(here)) or any(_UNLICENSED.search(label.text) for label in labels)

    def is_adjusted(self, scope: Scope) -> bool:
        """Whether doses stand under a label for adjustments, and nothing says for which patients.

        A dose beside another drug or after a reaction is no dose for the usual case.
        """
        if scope.get(Facet.RENAL) or scope.get(Facet.HEPATIC):
            return False
        return any(_ADJUSTMENTS.search(label.text) for label in self.statement.passage.labels)

    def is_of_another_drug(self, amount: Amount) -> bool:
        """Whether a figure is a dose of a drug that is taken along ("limit warfarin to 2 mg (or 4 mg)")."""
        previous = max((a for a in self.amounts if a.end <= amount.start), key=lambda a: a.end, default=None)
        if previous and _OR_ELSE.fullmatch(self.text, previous.end, amount.start):
            return self.is_of_another_drug(previous)
        before, after = self.text[max(0, amount.start - 40) : amount.start], self.text[amount.end :][:40]
        return any(
            _CLOSE.fullmatch(before, other.end) for other in named_interactants(before, self.lore)
        ) or any(_CLOSE.fullmatch(after, 0, other.start) for other in named_interactants(after, self.lore))

    def _same_brackets(self, one: int, two: int) -> bool:
        between = self.text[min(one, two) : max(one, two)]
        return between.count("(") == between.count(")")


def _is_of_patients(amount: Amount, text: str) -> bool:
    return is_body_weight(amount) or is_age(amount, text)


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
