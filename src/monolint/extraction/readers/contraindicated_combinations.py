"""What must not be taken too, where a list of contraindications names it ("concomitant use of ...")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Band, Kind, Stance, Strength
from monolint.extraction.co_use import case_of
from monolint.extraction.conditions import find_conditions
from monolint.extraction.interactants import Interactant, named_interactants
from monolint.extraction.stances import find_interaction_advice, overall, strength
from monolint.extraction.statements import Draft, Lore, Statement

_SECTION = "contraindication"
_TAKING = re.compile(
    r"\b(?:concomitant\w*|concurrent\w*|co-?administ\w+|simultaneous\w*|(?<!after )(?<!by )taking|receiving"
    r"|treated\s+with|use\s+of|use\s+with|combin\w+\s+with|therapy\s+with|within\s+\d+\s+(?:days|weeks|hours)\s+of)\b",
    re.IGNORECASE,
)
_USE = re.compile(r"\s+(?:use|therapy|treatment|intake|administration|within)\b", re.IGNORECASE)
_PARTS = re.compile(r";\s|\.\s")
_OPENING = re.compile(r"^[^,;]{0,30}\b(?:unless|except|without)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\brelative(?:ly)?\b", re.IGNORECASE)


def read_contraindicated_combinations(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of interaction claims from a list of contraindications."""
    if statement.section != _SECTION:
        return
    text = statement.text
    found = overall(find_interaction_advice(text), text)
    stance = found.stance if found and found.stance is not Stance.HAZARD else Stance.CONTRAINDICATED
    relative = _RELATIVE.search(text) or any(
        _RELATIVE.search(label.text) for label in statement.passage.labels
    )
    if stance is Stance.CONTRAINDICATED and relative:
        stance = Stance.CAUTION
    if stance.band not in (Band.FORBIDS, Band.CONDITIONS):
        return
    hedged = strength(text, found) if found and found.stance is stance else Strength.PLAIN
    start = 0
    for end in [*(match.start() for match in _PARTS.finditer(text)), len(text)]:
        for item in _taken(text[start:end], lore):
            scope = case_of(text, text[start:end], item)
            marks = ((start + item.start, start + item.end),)
            yield Draft(Kind.INTERACTION, item.name, stance, scope, strength=hedged, marks=marks)
        start = end


def _taken(part: str, lore: Lore) -> Iterator[Interactant]:
    """What a part of a list names as taken too: after "concomitant use of", before "use", or alone."""
    conditions = find_conditions(part)
    for item in named_interactants(part, lore):
        if any(c.start < item.end and item.start < c.end for c in conditions):
            continue
        triggers = [match.end() for match in _TAKING.finditer(part, 0, item.start)]
        if _OPENING.search(part, item.end):
            continue
        near = bool(triggers) and not any(triggers[-1] <= c.start < item.start for c in conditions)
        alone = part.strip(" .-:;").lower() == part[item.start : item.end].lower()
        if near or alone or _USE.match(part, item.end):
            yield item
