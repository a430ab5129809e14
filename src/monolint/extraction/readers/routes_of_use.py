"""Routes that a drug is given by, and routes that it is not given by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Facet, Kind, Scope, Strength
from monolint.extraction import lexicon
from monolint.extraction.lexicon import Match
from monolint.extraction.quantities import find_amounts
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed, text_facets
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import find_hedges
from monolint.extraction.statements import Draft, Lore, Statement

_GIVEN = "given by this route"
_NOT_GIVEN = "not given by this route"
_ROUTES = frozenset({"oral", "intravenous", "intramuscular", "subcutaneous", "intrathecal"})

_DENIED = re.compile(
    r"\b(?:(?:is|are)(?:\s+not|n't)(?:\s+\w+ly)?\s+(?:given|administered|used|injected|meant|intended|suitable|taken)|not\s+for)\b"
    r"|\b(?:must|should)\s+(?:not|never)\s+be\s+(?:given|administered|injected|taken)|\bdo\s+not\s+(?:give|administer|inject)\b"
    # "given only into the muscle, and not intravenously"
    r"|\bonly\s+(?:be\s+)?(?:given|administered|injected|used)\b[^.;]{0,40}?\b(?:and|,)\s+not\b(?=\s+(?:oral|intra|subcut|iv\b))",
    re.IGNORECASE,
)
# "There is no intravenous form", "not available as tablets": the route follows within the clause.
_NO_FORM = re.compile(
    r"\b(?:no|isn't\s+an?|not\s+an?)\s+(?:\w+\s+){0,2}?(?P<route>oral|intravenous|iv|injectable|intramuscular|im|subcutaneous|parenteral)"
    r"(?:\s+\(\w+\))?\s+(?:formulations?|forms?|preparations?|products?|versions?|administration)\b"
    r"|\bnot\s+(?:\w+ly\s+)?available\s+(?:as|in|for)\s+(?:an?\s+)?(?:\w+\s+\()?(?P<route2>oral|intravenous|iv|intramuscular|subcutaneous)\b",
    re.IGNORECASE,
)
# "Intravenous administration is not typically used": the route stands before the denial.
_NOT_USED = re.compile(
    r"\b(?P<route>oral|intravenous|iv|intramuscular|im|subcutaneous|parenteral)\b(?:\s+\([^)]*\))?\s+"
    r"(?:administration|use|route|dosing|injection|formulations?)\s+(?:is|are|has|was)(?:\s+not|n['’]t)\s+"
    r"(?:(?:an?|the|been)\s+)?(?:\w+ly\s+)?(?:used|applicable|indicated|given|performed|practi[cs]ed|appropriate|typical|usual|standard|common)\b",
    re.IGNORECASE,
)
_MAY_BE_GIVEN = re.compile(
    r"\b(?:can|may|could)\s+(?:also\s+)?be\s+(?:given|administered|injected|infused)\b", re.IGNORECASE
)
_POSITIVE = re.compile(
    r"\b(?:given|administered|injected|infused|taken|administer|inject|infuse|take)\b", re.IGNORECASE
)
_NO = re.compile(
    r"\b(?:not|no|never|n't|without|instead|switch\w*|than|unlike|previous\w*|rather|if|avoid|compared|components?|ingredients?)\b",
    re.IGNORECASE,
)
# "Not as a bolus" and "not in the deltoid" deny a way of giving or a place, "not with" what is mixed.
_MANNER = re.compile(
    r"\b(?:bolus|push|rapid\w*|fast|undiluted|direct\w*|alone|together|same|simultan\w*|mixed|with|within|before|during|until|if|unless"
    r"|except|some|children|patients|infants|due\s+to\s+poor|long[\s-]term|recommended)\b",
    re.IGNORECASE,
)
_DOSED = frozenset({"posology", "administration"})
_ADDED = re.compile(
    r"\s*\([^)]*\)|\s+(?:administration|use|route|dos(?:e|ing|age)|injection)\b", re.IGNORECASE
)
_PEOPLE = (
    Facet.ROUTE,
    Facet.POPULATION,
    Facet.AGE,
    Facet.INDICATION,
    Facet.PHASE,
    Facet.CONDITION,
    Facet.RENAL,
    Facet.HEPATIC,
)
_NEAR = 45
_CASE = frozenset({Facet.FORMULATION})


@reader(sections=_DOSED)
def read_routes_of_use(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of route claims, one for each route of the clause: given by it, or denied.

    Only routes into the whole body are read: a skin product has no dose by them.
    """
    routes = [match for match in lexicon.routes().find(statement.text) if match.term in _ROUTES]
    if not routes:
        yield from _labelled(statement, lore)
        return
    for start, end in clauses(statement.text):
        inside = [match for match in routes if start <= match.start < end]
        part = statement.text[start:end]
        denied = _DENIED.search(part)
        no_form = _NO_FORM.search(part)
        not_used = _NOT_USED.search(part)
        if not_used and not _MANNER.search(part[not_used.end() :]):
            first = start + not_used.start("route")
            yield from _denied(statement, lore, inside, first, part[: not_used.end()])
        elif denied and not _MANNER.search(part):
            yield from _denied(statement, lore, inside, start + denied.end(), part)
        elif no_form and not _MANNER.search(part):
            after = start + max(no_form.start("route"), no_form.start("route2"))
            yield from _denied(statement, lore, inside, after, part)
        elif not denied and not no_form and not not_used:
            yield from _given(statement, lore, inside, start)


def _denied(statement: Statement, lore: Lore, routes: list[Match], after: int, part: str) -> Iterator[Draft]:
    strength = Strength.HEDGED if find_hedges(part) else Strength.PLAIN
    for match in routes:
        if match.start >= after and match.start - after <= _NEAR:
            yield _draft(statement, lore, match, _NOT_GIVEN, strength)


def _given(statement: Statement, lore: Lore, routes: list[Match], start: int) -> Iterator[Draft]:
    """A route beside a dose, or after a word of giving in the same clause, with no denial before it."""
    dosed = any(amount.unit.dimension in ("mass", "activity") for amount in find_amounts(statement.text))
    for match in routes:
        before = statement.text[max(start, match.start - _NEAR) : match.start]
        used = _POSITIVE if dosed else _MAY_BE_GIVEN
        if used.search(before) and not _NO.search(statement.text):
            yield _draft(statement, lore, match, _GIVEN, Strength.PLAIN)


def _labelled(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """The one route of the label above a dose ("**Intravenous:** 20 mg every 8 hours")."""
    named = statement.scope.get(Facet.ROUTE)
    if len(named) != 1 or not named <= _ROUTES or _NO.search(statement.text):
        return
    label = _ADDED.sub("", statement.lead_in).strip(" :*")
    if not label or lexicon.routes().canonical(label) not in named:
        return
    doses = [a for a in find_amounts(statement.text) if a.unit.dimension in ("mass", "activity", "volume")]
    if doses:
        scope = _for_everybody(statement.scope)
        value = Category(None, frozenset({_GIVEN}))
        marks = ((doses[0].start, doses[0].end),)
        yield Draft(Kind.ROUTE, next(iter(named)), value, scope, marks=marks)


def _for_everybody(scope: Scope) -> Scope:
    """The case without the people: a dose for a child already shows that the route is in use."""
    return scope.without(*_PEOPLE)


def _draft(statement: Statement, lore: Lore, match: Match, member: str, strength: Strength) -> Draft:
    text = statement.text
    own = {facet: names for facet, names in text_facets(text, lore).items() if facet in _CASE}
    value = Category(None, frozenset({member}))
    scope = narrowed(_for_everybody(statement.scope), own)
    return Draft(Kind.ROUTE, match.term, value, scope, strength=strength, marks=((match.start, match.end),))
