"""What must not be taken too, where a list of contraindications names it ("concomitant use of ...")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Band, Kind, Stance
from monolint.extraction.answers import listed_stance
from monolint.extraction.co_use import case_of
from monolint.extraction.conditions import find_conditions
from monolint.extraction.interactants import Interactant, named_interactants
from monolint.extraction.interaction_advice import advice_for, find_co_use_advice
from monolint.extraction.reader import reader
from monolint.extraction.statements import Draft, Lore, Statement

_SECTION = "contraindication"
_TAKING = re.compile(
    r"\b(?:concomitant\w*|concurrent\w*|co-?administ\w+|simultaneous\w*|(?<!after )(?<!by )taking|receiving"
    r"|treated\s+with|use\s+of|use\s+with|combin\w+\s+with|therapy\s+with|within\s+\d+\s+(?:days|weeks|hours)\s+of)\b",
    re.IGNORECASE,
)
_USE = re.compile(r"\s+(?:use|therapy|treatment|intake|administration|within)\b", re.IGNORECASE)
_PARTS = re.compile(r";\s|\.\s")
# A combination that only narrows a condition, or that something else forbids, is not listed itself.
_ASIDE = re.compile(r"\bespecially\s+(?:when|if|with)\b[^;.]*$", re.IGNORECASE)
_FORBIDDEN_ELSEWHERE = re.compile(r"\bwhen\s+(?:\w+\s+){1,4}(?:is|are)\s+contraindicated\b", re.IGNORECASE)
_OPENING = re.compile(r"^[^,;]{0,30}\b(?:unless|except|without)\b", re.IGNORECASE)


@reader(sections={_SECTION})
def read_contraindicated_combinations(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of interaction claims from a list of contraindications."""
    if statement.section != _SECTION:
        return
    text = statement.text
    start = 0
    for end in [*(match.start() for match in _PARTS.finditer(text)), len(text)]:
        part = text[start:end]
        items = list(_taken(part, lore))
        found = find_co_use_advice(part, _SECTION)
        for item in items:
            advice = advice_for(item, found, items, part)
            stance = (
                advice.stance if advice and advice.stance is not Stance.HAZARD else listed_stance(statement)
            )
            if stance.band in (Band.FORBIDS, Band.CONDITIONS):
                scope = case_of(text, part, item)
                marks = ((start + item.start, start + item.end),)
                yield Draft(Kind.INTERACTION, item.name, stance, scope, marks=marks)
        start = end


def _taken(part: str, lore: Lore) -> Iterator[Interactant]:
    """What a part of a list names as taken too: after "concomitant use of", before "use", or alone."""
    conditions = find_conditions(part)
    for item in named_interactants(part, lore):
        if any(c.start < item.end and item.start < c.end for c in conditions):
            continue
        triggers = [match.end() for match in _TAKING.finditer(part, 0, item.start)]
        if _OPENING.search(part, item.end) or _ASIDE.search(part[: item.start]):
            continue
        if _FORBIDDEN_ELSEWHERE.search(part, item.end):
            continue
        near = bool(triggers) and not any(triggers[-1] <= c.start < item.start for c in conditions)
        alone = part.strip(" .-:;").lower() == part[item.start : item.end].lower()
        if near or alone or _USE.match(part, item.end):
            yield item
