"""How a dose is taken: with food or without, whole or crushed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Facet, Kind, Qualifier, Scope
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed, text_facets
from monolint.extraction.sentences import clauses
from monolint.extraction.statements import Answer, Draft, Lore, Statement

FOOD = "food"
WITH_FOOD = "with food"
EMPTY_STOMACH = "empty stomach"
CRUSHING = "crushing"
_EITHER = "with or without food"
_EMPTY = "on an empty stomach"
_WHOLE = "swallowed whole"
_CRUSHED = "crushed or chewed"

# Elsewhere food is what absorption was measured with, and tablets are those of other drugs.
_ABOUT_OTHERS = frozenset(
    {
        "undesirable_effect",
        "mechanism",
        "pharmacokinetics",
        "interaction",
        "overdose",
        "storage",
        "monitoring",
    }
)
_FOOD = r"(?:a\s+|the\s+)?(?:light\s+|full\s+|small\s+)?(?:food|meals?|snack|food\s+or\s+(?:milk|water))\b"
_CUES = ("food", "meal", "empty stomach", "snack", "eating")
_CHOICE = re.compile(
    r"\bwith\s+or\s+without\s+(?:food|meals?)|\bwithout\s+regard\s+to\s+(?:food|meals?)"
    r"|\b(?:regardless|irrespective|independent(?:ly)?)\s+of\s+(?:food|meals?)",
    re.IGNORECASE,
)
_FASTING = re.compile(
    r"\bon\s+an\s+empty\s+stomach"
    r"|\b(?:1|one)\s+hour\s+before\s+(?:or|and)\s+(?:2|two)\s+hours\s+after\s+(?:a\s+)?(?:food|meals?|eating)",
    re.IGNORECASE,
)
_FED = re.compile(rf"\b(?:with|after|during)\s+{_FOOD}", re.IGNORECASE)
_PATTERNS = ((_EITHER, _CHOICE), (_EMPTY, _FASTING), (WITH_FOOD, _FED))
_TAKEN = re.compile(
    r"\b(?:tak(?:e|en|ing)|administ|swallow|given|ingest|consum|orally|by\s+mouth)", re.IGNORECASE
)
_REVERSED = re.compile(r"\b(?:not|never|avoid|n't)\b[^.;,]{0,40}$", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:absor|bioavail|auc\b|cmax|exposure|fast(?:ed|ing)|hours?\b|minutes\b|interact|high[\s-]fat)",
    re.IGNORECASE,
)
_MILD = re.compile(
    r"\b(?:may|can|could|might|prefer\w*|help\w*|usually|generally|typically|often|minimi[sz]e|reduce|lessen|prevent"
    r"|avoid|upset|nausea|irritation|discomfort|tolera\w+|if|best|ideally|some|depend\w*|unless|specific\w*|either)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:some|depend\w*|others|specific|brands?|whether|unless|if|instructions?|purposes?|other\s+indications)\b",
    re.IGNORECASE,
)
# Food against an upset stomach is help, not a rule; with or without it the dose works.
_AGAINST_UPSET = re.compile(
    r"\b(?:may|can|could|might|help\w*|minimi[sz]\w*|reduc\w*|lessen|prevent|avoid|upset|nausea|irritation|discomfort|tolera\w+|if|some"
    r"|depend\w*|unless|either|often|sometimes|effects?|distress)\b",
    re.IGNORECASE,
)

_FOR_ONE_USE = re.compile(r"\W*for\s", re.IGNORECASE)
_NOT_CRUSHED = re.compile(
    r"\bswallow(?:ed|ing)?\b[^.;]{0,40}\bwhole\b(?!,?\s+or\b)"
    r"|\b(?:do\s+not|don't|never|not\s+be|without)\s+(?:be\s+)?(?:crush|chew)",
    re.IGNORECASE,
)
_MAY_BE_CRUSHED = re.compile(
    r"\b(?:can|may)\s+(?:also\s+)?be\s+(?:(?:swallowed\s+)?whole,?\s+(?:or\s+)?)?(?:crushed|chewed)",
    re.IGNORECASE,
)
_CASE = frozenset({Facet.FORMULATION, Facet.ROUTE, Facet.POPULATION})


@reader(*_CUES, "swallow", "crush", "chew")
def read_administration(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of administration claims about food (three objects) and about crushing."""
    if not is_about_taking(statement):
        return
    lowered = statement.text.lower()
    if any(cue in lowered for cue in _CUES):
        yield from _food(statement, lore)
    if "swallow" in lowered or "crush" in lowered or "chew" in lowered:
        yield from _crushing(statement, lore)


def is_about_taking(statement: Statement) -> bool:
    """Whether a statement stands where food and tablets are those of this drug's doses."""
    return not _ABOUT_OTHERS.intersection(statement.sections)


def _food(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """One sentence says one thing; "with or without food" is softened by nothing that follows it."""
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        found = next(((way, hit) for way, pattern in _PATTERNS if (hit := pattern.search(part))), None)
        if found is None:
            continue
        way, hit = found
        if _speaks_of_taking(statement, part) and not _doubted(way, part, hit):
            mark = ((start + hit.start(), start + hit.end()),)
            scope = taking_scope(statement, part, lore)
            for topic, member in _read_as(way, part):
                yield Draft(Kind.ADMINISTRATION, topic, _one(member), scope, marks=mark)
        return


def _speaks_of_taking(statement: Statement, part: str) -> bool:
    return bool(_TAKEN.search(part) or _TAKEN.search(statement.leading)) and statement.answer is not Answer.NO


def _doubted(way: str, part: str, hit: re.Match[str]) -> bool:
    if _REVERSED.search(part[: hit.start()]) or _MEASURED.search(part[: hit.start()]):
        return True
    both = way is _EMPTY and bool(_FED.search(part[: hit.start()]))
    return both or bool(_UNSURE.search(part)) or (way is WITH_FOOD and bool(_MEASURED.search(part)))


def _read_as(way: str, part: str) -> Iterator[tuple[str, str]]:
    """The objects that a way of taking speaks to. Mild advice is compatible with a free choice."""
    if way is _EITHER:
        yield WITH_FOOD, _EITHER
        yield EMPTY_STOMACH, _EITHER
        return
    plain = not _MILD.search(part)
    if plain or way is _EMPTY:
        yield FOOD, way
    if way is _EMPTY and plain:
        yield EMPTY_STOMACH, way
    if way is WITH_FOOD and not _AGAINST_UPSET.search(part) and not _FOR_ONE_USE.match(part):
        yield WITH_FOOD, WITH_FOOD


def _crushing(statement: Statement, lore: Lore) -> Iterator[Draft]:
    whole = _NOT_CRUSHED.search(statement.text)
    crushed = _MAY_BE_CRUSHED.search(statement.text)
    hit = whole or crushed
    if hit is None or (whole and crushed) or _UNSURE.search(statement.text):
        return
    scope = taking_scope(statement, statement.text, lore)
    value = _one(_WHOLE if whole else _CRUSHED)
    yield Draft(Kind.ADMINISTRATION, CRUSHING, value, scope, Qualifier.USUAL, marks=(hit.span(),))


def _one(member: str) -> Category:
    return Category(None, frozenset({member}))


def taking_scope(statement: Statement, part: str, lore: Lore) -> Scope:
    """The case of a way of taking: form, route and people."""
    own = {facet: members for facet, members in text_facets(part, lore).items() if facet in _CASE}
    return narrowed(statement.scope, own)
