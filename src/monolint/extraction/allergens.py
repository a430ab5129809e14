"""Drugs that the conditions of a list speak of: what an allergy is to, and what must not be combined."""

from __future__ import annotations

import re
from dataclasses import replace

from monolint.extraction import lexicon
from monolint.extraction.conditions import Condition
from monolint.extraction.statements import Lore

_HYPERSENSITIVITY = "hypersensitivity"
_FIRST = 20
_TO = re.compile(r"\s+(?:reactions?\s+)?to\s+(?P<what>[^,.;()]{3,60})", re.IGNORECASE)
_COMBINED = re.compile(
    r"\b(?:concomitant\w*|concurrent\w*|co-?administ\w+|simultaneous\w*|combin\w+\s+with|(?<!after )taking"
    r"|receiving|use\s+(?:of|with)|treated\s+with|therapy\s+with)\b[^,.;]*$",
    re.IGNORECASE,
)


def named(condition: Condition, text: str, lore: Lore) -> Condition:
    """A condition, and an allergy by what it is to ("allergy to penicillins") where that is another drug."""
    if condition.name != _HYPERSENSITIVITY:
        return condition
    target = _TO.match(text, condition.end)
    found = lexicon.interactants().find(target["what"]) if target else []
    if not target or not found or found[0].start > _FIRST or _names_own(target["what"], lore):
        return condition
    name = f"{found[0].term} {_HYPERSENSITIVITY}"
    return replace(condition, name=lexicon.conditions().canonical(name) or name)


def _names_own(target: str, lore: Lore) -> bool:
    words = target.lower()
    return any(own in words for own in lore.names) or bool(re.search(r"\b(?:it|its|this|any)\b", words))


def of_combination(text: str, condition: Condition) -> bool:
    """Whether a condition is no reason by itself: a drug taken too, or a case of taking one.

    "Concomitant use of aliskiren in patients with diabetes" forbids a combination, not diabetes.
    """
    drugs = lexicon.interactants().find(text[condition.start : condition.end])
    if drugs and not condition.known:
        return True
    before = _COMBINED.search(text[: condition.start])
    return before is not None and bool(lexicon.interactants().find(before.group()) or drugs)
