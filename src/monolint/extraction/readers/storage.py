"""Where a medicine is kept: in a refrigerator, a freezer or at room temperature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Facet, Kind, Strength
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed, text_facets
from monolint.extraction.stances import find_hedges
from monolint.extraction.statements import Draft, Lore, Statement

TEMPERATURE = "temperature"
_COLD = "in a refrigerator"
_ROOM = "at room temperature"
_FROZEN = "in a freezer"

_CUES = ("refrigerat", "fridge", "room temperature", "freezer", "frozen", "°", "º", "degrees")
_KEPT = re.compile(
    r"\b(?:stor(?:e|ed|age|ing)|ke(?:ep|pt)|refrigerat\w*|room\s+temperature)\b", re.IGNORECASE
)
_NOT = r"\b(?:not|never|avoid|n't|without)\s+(?:be\s+)?(?:\w+\s+){0,3}?"
_DEGREE = r"\s?(?:°|º|degrees?)?\s?C?\s?(?:to|-|–|and)\s?"
_PLACES = (
    (_ROOM, re.compile(rf"{_NOT}refrigerat\w*", re.IGNORECASE)),
    (
        _FROZEN,
        re.compile(
            r"\b(?:in\s+(?:a|the)\s+freezer|(?:stored?|kept|keep)\s+(?:\w+\s+){0,3}frozen)\b", re.IGNORECASE
        ),
    ),
    (
        _COLD,
        re.compile(
            rf"\brefrigerat(?:ed?|or|ion)\b|\bfridge\b|\b2{_DEGREE}8\s?(?:°|º|degrees?)\s?C"
            rf"|\b36{_DEGREE.replace('C', 'F')}46\s?(?:°|º|degrees?)\s?F",
            re.IGNORECASE,
        ),
    ),
    (
        _ROOM,
        re.compile(
            rf"\broom\s+temperature|\b(?:15|20){_DEGREE}(?:25|30)\s?(?:°|º|degrees?)\s?C"
            r"|\b(?:below|under|above|exceeding)\s+(?:25|30)\s?(?:°|º|degrees?)\s?C",
            re.IGNORECASE,
        ),
    ),
)
# A medicine that is open, made up or on the way is kept in another way than the pack on the shelf.
_LATER = re.compile(
    r"\b(?:open(?:ed|ing)?|in[\s-]use|reconstitut\w*|dilut\w*|mixed|prepar\w*|admixtures?|once|after|before|until|up\s+to"
    r"|travel\w*|withdrawn|remov\w+|days?|weeks?|months?|hours?|excursions?|temporar\w+)\b",
    re.IGNORECASE,
)
_UNOPENED = re.compile(r"\bunopened\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:some|depend\w*|unless|may|might|can|either|if|specific|or\s+refrigerat\w*)\b", re.IGNORECASE
)
_CASE = frozenset({Facet.FORMULATION, Facet.ROUTE})


@reader(*_CUES, sections={"storage"})
def read_storage(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """A draft of the temperature that an unopened pack is kept at.

    A passage that names two places speaks of two cases (before and after opening) and is left alone.
    """
    text = _UNOPENED.sub(lambda found: "sealed".ljust(len(found.group())), statement.text)
    if not _KEPT.search(statement.leading + text) or _LATER.search(text) or _UNSURE.search(text):
        return
    whole = _place(statement.passage.text)
    found = _place(text)
    if found is None or whole is None or whole[0] != found[0]:
        return
    place, hit = found
    own = {facet: members for facet, members in text_facets(text, lore).items() if facet in _CASE}
    yield Draft(
        Kind.STORAGE,
        TEMPERATURE,
        Category(None, frozenset({place})),
        narrowed(statement.scope, own),
        strength=Strength.HEDGED if find_hedges(text) else Strength.PLAIN,
        marks=(hit.span(),),
    )


def _place(text: str) -> tuple[str, re.Match[str]] | None:
    """The one place that a text names, and where; nothing where it names several or none."""
    denied = _PLACES[0][1].search(text)
    rest = text if denied is None else text.replace(denied.group(), " " * len(denied.group()))
    found = [(_ROOM, denied)] if denied else []
    found += [(place, hit) for place, pattern in _PLACES[1:] if (hit := pattern.search(rest))]
    return found[0] if len({place for place, _ in found}) == 1 else None
