"""What a drug does to receptors and processes of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Facet, Kind, Scope, Strength
from monolint.extraction.effects import Effect, find_effects, find_unmoved
from monolint.extraction.ingredients import ingredient_of, is_about_partners, speaks_of_others
from monolint.extraction.reader import reader
from monolint.extraction.sentences import clauses
from monolint.extraction.statements import Draft, Lore, Statement

RECEPTOR, DIRECTION, LOWERING, RAISING = "receptor", "direction", "lowering", "raising"

_SECTIONS = frozenset({None, "mechanism", "indication", "summary", "faq"})
_ABOUT_OTHERS = frozenset(
    {"interaction", "contraindication", "undesirable_effect", "overdose", "warning", "posology"}
)
_CUES = (
    *("agonis", "antagoni", "block", "activat", "stimulat", "inhibit", "suppress", "increas", "decreas"),
    *("reduc", "enhanc", "promot", "interfer", "prevent", "affect", "lower"),
    *("agoni", "alter", "disrupt", "induc", "influenc", "modif", "stimulant"),
)
_HEDGED = re.compile(
    r"\b(?:may|might|could|thought|believed|appears?|seems?|possibl[ey]|probably|likely|presumed|suggest\w*|some|weak\w*)\b",
    re.IGNORECASE,
)
_DEPENDS = re.compile(
    r"\b(?:doses?|concentrations?|initial\w*|first|then|later|long-term|chronic|depend\w*|while|not\s+only|certain|other|counteract\w*"
    r"|excess\w*|abnormal\w*|over\w+|associated\s+with|women|men|females?|males?|risk)\b",
    re.IGNORECASE,
)


@reader(*_CUES)
def read_effects(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of mechanism claims about receptors ("activated", "blocked") and processes ("lowered")."""
    if statement.section not in _SECTIONS or _ABOUT_OTHERS.intersection(statement.sections):
        return
    if is_about_partners(statement):
        return
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        ingredient = ingredient_of(statement, lore, part)
        if ingredient is None or speaks_of_others(part, lore) or _DEPENDS.search(part):
            continue
        strength = Strength.HEDGED if _HEDGED.search(part) else Strength.PLAIN
        scope = Scope.of({Facet.COMPONENT: ingredient})
        found = list(find_effects(part))
        moved = {effect.target for effect in found}
        for effect in (*found, *(one for one in find_unmoved(part) if one.target not in moved)):
            marks = ((start + effect.start, start + effect.end),)
            for value in _values(effect):
                yield Draft(Kind.MECHANISM, effect.target, value, scope, strength=strength, marks=marks)


def _values(effect: Effect) -> Iterator[Category]:
    """What an effect answers: which way a target is moved, and whether it is lowered or raised at all."""
    if effect.is_receptor:
        if not effect.denied:
            yield _one(RECEPTOR, *(_PAST[name] for name in effect.effects))
        return
    if effect.denied:
        for asked, moves in ((LOWERING, "lowers"), (RAISING, "raises")):
            if effect.effects & {moves, "affects"}:
                yield _one(asked, f"not {_PAST[moves]}")
        return
    moved = effect.effects & {"lowers", "raises"}
    if len(moved) == 1:
        (move,) = moved
        yield _one(DIRECTION, _PAST[move])
        yield _one(LOWERING if move == "lowers" else RAISING, _PAST[move])


_PAST = {"activates": "activated", "blocks": "blocked", "lowers": "lowered", "raises": "raised"}


def _one(scheme: str, *members: str) -> Category:
    return Category(scheme, frozenset(members))
