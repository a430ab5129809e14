"""Which ingredient of a combination a sentence speaks of."""

from __future__ import annotations

import re
from dataclasses import replace

from monolint.domain.claim import Facet, Scope
from monolint.extraction.quantities import Amount
from monolint.extraction.scoping import narrowed
from monolint.extraction.statements import Draft, Lore, Statement

_IN_BRACKETS = re.compile(r"\([^()]*\)")


def named_component(statement: Statement, lore: Lore) -> frozenset[str]:
    """The ingredients that a sentence names, when it does not name them all; none for one-drug medicines."""
    if len(lore.ingredients) < 2:
        return frozenset()
    text = f"{statement.leading}{statement.text}".lower()
    if statement.section == "undesirable_effect":
        text = _IN_BRACKETS.sub("", text)  # "gynecomastia (exemplin)" tells of one reaction whose it is
    named = frozenset(name for name in lore.ingredients if name in text)
    return named if len(named) < len(lore.ingredients) else frozenset()


def of_component(draft: Draft, component: frozenset[str]) -> Draft:
    """A draft that holds for one ingredient only; a figure that names its own keeps it."""
    if not component or draft.scope.get(Facet.COMPONENT):
        return draft
    return replace(draft, scope=narrowed(draft.scope, {Facet.COMPONENT: component}))


def is_of_unnamed_ingredient(scope: Scope, amount: Amount, lore: Lore) -> bool:
    """Whether a mass in a combination is of an ingredient that nothing names: it cannot be compared."""
    if len(lore.ingredients) < 2 or scope.get(Facet.COMPONENT):
        return False
    return amount.unit.dimension in ("mass", "activity")
