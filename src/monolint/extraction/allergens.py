"""Drugs that the conditions of a list speak of: what an allergy is to, and what must not be combined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from monolint.extraction import lexicon
from monolint.extraction.conditions import Condition
from monolint.extraction.statements import Lore

_HYPERSENSITIVITY = "hypersensitivity"
_ALLERGY = re.compile(r"hypersensitivity|allergy")
_TO = re.compile(
    r"\b(?:hyper-?sensitiv\w+|sensitiv\w+|allerg\w+|intoleran\w+)(?:\s+reactions?)?(?:\s*\([^()]*\))?\s+to\s+",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"[.;:()•]|\b(?:should|must|may|might|can|could|who|which|is|are|was|were|due|because|since|as|need|use|taking)\b"
    r"|\b(?:and|or)\s+(?:those|patients|people|in|with|a|have|has|any\s+history)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*,\s*(?:(?:and/or|and|or)\s+)?|\s+(?:and/or|and|or)\s+|/", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:(?:other|another|any|certain|similar|related|known|the|of|a|an|either|both|to|their|one|all|such|drugs?\s+like)\b\s*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s-]+(?:antibiotics?|antibacterials?|drugs?|agents?|medicines?|medications?|compounds?|derivatives?|products?|class"
    r"|group|family|type|antifungals?|anesthetics?))+$",
    re.IGNORECASE,
)
# What an allergy is to where that is the medicine itself.
_ITSELF = re.compile(
    r"\b(?:it|its|this|these|either|both|components?|constituents?|ingredients?|excipients?|formulation|substances?|product"
    r"|preparations?|drug|medicine|medication|vaccine|related|similar)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 4
_NEAR = 60
_COMBINED = re.compile(
    r"\b(?:concomitant\w*|concurrent\w*|co-?administ\w+|simultaneous\w*|combin\w+\s+with|(?<!after )taking"
    r"|receiving|use\s+(?:of|with)|treated\s+with|therapy\s+with)\b[^,.;]*$",
    re.IGNORECASE,
)


def named(condition: Condition, text: str, lore: Lore) -> Iterator[Condition]:
    """A condition; an allergy once for each thing that it is to ("allergy to penicillins or sulfonamides").

    An allergy to the medicine itself, or to what is not said, keeps its plain name.
    """
    to = _TO.search(text, condition.start, condition.end + _NEAR) if _ALLERGY.search(condition.name) else None
    if to is None or to.start() > condition.end:
        yield condition
        return
    stop = _BREAK.search(text, to.end())
    names: dict[str, None] = {}
    for place, item in enumerate(_JOINT.split(text[to.end() : stop.start() if stop else len(text)])):
        name = _allergy(item, lore, first=place == 0)
        if name is None:
            break
        names[name] = None
    for name in names or (condition.name,):
        yield replace(condition, name=name)


def _allergy(item: str, lore: Lore, *, first: bool) -> str | None:
    """The allergy to one thing; a name that no vocabulary has counts only where it stands first."""
    if any(own in item.lower() for own in lore.names):
        return _HYPERSENSITIVITY
    plain = _LEADING.sub("", " ".join(item.split()))
    short = _TRAILING.sub("", plain)
    conditions = lexicon.conditions()
    for name in (plain, short):
        known = conditions.canonical(f"allergy to {name}")
        if known and known != _HYPERSENSITIVITY:
            return known
        drug = lexicon.interactants().canonical(name)
        if drug:
            return conditions.canonical(f"{drug} hypersensitivity") or f"{drug} hypersensitivity"
    if _ITSELF.search(item):
        return _HYPERSENSITIVITY
    if not first or not plain or len(plain.split()) > _LONGEST_NAME:
        return _HYPERSENSITIVITY if first else None
    return f"{plain.lower()} hypersensitivity"


def of_combination(text: str, condition: Condition) -> bool:
    """Whether a condition is no reason by itself: a drug taken too, or a case of taking one.

    "Concomitant use of aliskiren in patients with diabetes" forbids a combination, not diabetes.
    """
    drugs = lexicon.interactants().find(text[condition.start : condition.end])
    if drugs and not condition.known:
        return True
    before = _COMBINED.search(text[: condition.start])
    return before is not None and bool(lexicon.interactants().find(before.group()) or drugs)
