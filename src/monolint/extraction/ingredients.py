"""Whose property a sentence states: the drug's, one ingredient's, or that of another drug."""

from __future__ import annotations

import re

from monolint.extraction import lexicon
from monolint.extraction.lexicon.targets import targets
from monolint.extraction.statements import Lore, Statement

_COMPARED = re.compile(
    r"\b(?:unlike|than|compar\w+|versus|vs|differ\w*|others?|instead|older|newer|similar(?:ly)?\s+to|alternatives?|contrast"
    r"|(?:combin\w+|used|together|along|taken|given|prescribed|co-?administ\w+|concomitant\w*|concurrent\w*)\s+with|switch\w*)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:it|its|this|the\s+drug)\b", re.IGNORECASE)


def ingredient_of(statement: Statement, lore: Lore, part: str = "") -> frozenset[str] | None:
    """The ingredient that a statement is about: no name for a drug of one ingredient.

    `part` is the clause that is read, where the statement has several. None where a combination is
    spoken of and no single ingredient is named, in the clause, in the sentence, in the labels above it
    or in the sentence that "it" points back to.
    """
    if len(lore.ingredients) < 2:
        return frozenset()
    named = _named(part, lore) or _named(statement.text, lore)
    if not named:
        texts = [label.text for label in reversed(statement.passage.labels[1:])]
        if _PRONOUN.match(statement.text):
            texts.insert(0, statement.previous)
        named = next((found for text in texts if (found := _named(text, lore))), frozenset())
    return named if len(named) == 1 else None


def subject_of(statement: Statement, lore: Lore, part: str) -> frozenset[str] | None:
    """The ingredient that a clause is about, no name where it is the whole drug, else None.

    A clause on a combination that names none of its ingredients, or all, speaks of the combination.
    """
    count = len(lore.ingredients)
    if count < 2:
        return frozenset()
    texts = [part, statement.text, *(label.text for label in reversed(statement.passage.labels[1:]))]
    named = next((found for text in texts if (found := _named(text, lore))), frozenset())
    if len(named) in (0, count):
        return frozenset()
    return named if len(named) == 1 else None


def _named(text: str, lore: Lore) -> frozenset[str]:
    lowered = text.lower()
    return frozenset(name for name in lore.ingredients if name in lowered)


def speaks_of_others(text: str, lore: Lore) -> bool:
    """Whether a clause compares the drug with others, or names another one."""
    if _COMPARED.search(text):
        return True
    return any(_is_another_drug(match.term, lore) for match in lexicon.interactants().find(text))


def begins_with_another(text: str, lore: Lore) -> bool:
    """Whether another drug, or a class of drugs, is the subject of a clause ("NSAIDs may be used ...")."""
    found = lexicon.interactants().find(text)
    return bool(found) and not text[: found[0].start].strip() and found[0].term not in lore.names


def _is_another_drug(name: str, lore: Lore) -> bool:
    """Whether a name is that of a drug: dopamine is one, but is spoken of as what a receptor is named for."""
    classes = lexicon.drug_classes()
    known = name in lore.names or name in classes.by_name or name in targets().named_for
    return name in classes.of_member and not known


def is_about_partners(statement: Statement) -> bool:
    """Whether a statement stands in a list of drugs to combine with: each item describes another one."""
    labels = statement.passage.labels[1:]
    if any("combination" in label.text.lower() for label in labels):
        return True
    return (
        bool(labels) and not labels[-1].section and bool(lexicon.drug_classes().index.find(labels[-1].text))
    )
