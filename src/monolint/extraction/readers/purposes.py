"""Whether a drug prevents a condition, and whether it helps in an acute attack of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monolint.domain.claim import Category, Facet, Kind, Strength
from monolint.extraction.ingredients import (
    begins_with_another,
    is_about_partners,
    speaks_of_others,
    subject_of,
)
from monolint.extraction.people import people
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed, only
from monolint.extraction.sentences import clauses
from monolint.extraction.stated_conditions import find_indications
from monolint.extraction.statements import Draft, Lore, Statement

PREVENTION, ACUTE = "prevention", "acute attacks"
USED, NOT_USED = "used", "not used"

_SECTIONS = frozenset({None, "indication", "faq", "summary", "posology"})
_ABOUT_OTHERS = frozenset(
    {"interaction", "contraindication", "undesirable_effect", "overdose", "warning", "mechanism"}
    | {"pharmacokinetics", "pregnancy", "lactation", "monitoring", "names", "paediatric", "storage"}
)
_SUITED = (
    r"(?:indicated|intended|effective|used|approved|suitable|recommended|prescribed|licen[sc]ed|employed|meant"
    r"|useful|appropriate|designed|for)"
)
_NEGATION = r"\b(?:not|n['’]t|never|neither)\s+(?:(?:be|currently|specifically|a)\s+)?"
_SOFT = r"(?:(?P<soft>typically|usually|generally|routinely|commonly|normally|primarily|often)\s+)?"
_FILLER = (
    r"(?:(?:for|as|in|to|use|the|an?|any|treating|treatment|treat|of|medication|provide|routine|long-term|relief|relieve"
    r"|relieving|management|manage|managing|therapy|drug|medicine|used|regular)\s+){0,6}"
)
_PREVENT = r"(?:prophyla(?:xis|ctic(?:ally)?)|prevent(?:ion|ive|ative|ing)?)\b"
_SUDDEN = r"(?:acute|immediate|immediately|quick|rapid|sudden)\b"


@dataclass(frozen=True, slots=True)
class _Purpose:
    """What a drug may be for: the words that deny it and those that state it."""

    name: str
    cues: tuple[str, ...]
    denied: re.Pattern[str]
    stated: re.Pattern[str]


_PURPOSES = (
    _Purpose(
        PREVENTION,
        ("prevent", "prophyla"),
        re.compile(
            rf"{_NEGATION}{_SOFT}(?:{_SUITED}\s+){{1,2}}{_FILLER}(?:(?P<of>\w+)\s+)?{_PREVENT}"
            rf"|\bnot\s+(?:as\s+)?(?:an?\s+|to\s+){_PREVENT}"
            rf"|\brather\s+than\s+(?:(?:as|for|to|an?|the)\s+){{0,3}}(?:(?P<which>\w+)\s+)?{_PREVENT}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?:used|indicated|prescribed|effective|approved|employed|licen[sc]ed)\s+(?:\w+\s+)?(?:to|for|in|as)\s+(?:the\s+)?"
            rf"(?:(?:\w+\s+){{0,3}}(?:and|or|,|and/or)\s+)?(?:the\s+)?(?:help\s+)?(?:\w+\s+)?{_PREVENT}"
            rf"|\bis\s+an?\s+(?:\w+\s+)?(?:prophylactic|preventi?ve|preventative)\s+(?:agent|treatment|medication|medicine|drug)\b"
            rf"|\bhelps?\s+(?:to\s+)?prevent\b",
            re.IGNORECASE,
        ),
    ),
    _Purpose(
        ACUTE,
        ("acute", "immediate", "quick", "rapid", "sudden"),
        re.compile(
            rf"{_NEGATION}{_SOFT}(?:{_SUITED}\s+){{1,2}}{_FILLER}{_SUDDEN}(?!\s+or\s+chronic)", re.IGNORECASE
        ),
        re.compile(
            r"\b(?:immediate|quick|rapid|fast)\s+relief\s+(?:of|from)\b"
            r"|\b(?:used|indicated|prescribed|effective|approved|employed)\s+(?:\w+\s+)?(?:to|for|in)\s+(?:the\s+)?"
            r"(?:treat(?:ment\s+of|ing)?|reliev(?:e|ing)|relief\s+of|manag(?:e|ing|ement\s+of)|prevent(?:ion)?)?\s*(?:and\s+\w+\s+(?:of\s+)?)?"
            r"(?:the\s+)?acute\b",
            re.IGNORECASE,
        ),
    ),
)
_NOT = re.compile(
    r"\b(?:not|no|never|rarely|unlike|than|nor|cannot|without|whether)\b|n['’]t\b", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:alongside|rescue|relievers?|short-acting|separate|(?:medications|medicines|drugs|agents)\s+(?:like|such))\b",
    re.I,
)
_DOUBT = re.compile(
    r"\b(?:may|might|could|sometimes|investigat\w+|research\w*|stud(?:y|ies|ied)|potential(?:ly)?|explor\w+|historical\w*|once|off-label"
    r"|occasional\w*|rarely|considered|some\s+cases|traditional\w*)\b",
    re.IGNORECASE,
)
# "To prevent complications of measles" and "prevention of relapse" are no prevention of the condition.
_OF_ITS_COURSE = re.compile(
    r"\b(?:recurren\w+|relaps\w+|complicat\w+|transmission|spread\w*|progress\w+|worsen\w+|further|damage|death|bleeding|reactions?"
    r"|side|effects?|resistance|secondary|surg\w+|perioperative|postoperative|pre-exposure|post-exposure|infections?\s+in)\b",
    re.IGNORECASE,
)
_NOUN_ENDS = re.compile(
    r"[.;:()]|\b(?:in|with|who|from|after|during|when|because|since|that|which|due|as)\b", re.I
)
_REACH = 70
_CASE = frozenset({Facet.ROUTE, Facet.FORMULATION, Facet.POPULATION, Facet.AGE, Facet.SEX})
# An attack of asthma and a spasm of the bronchi are one thing to the patient who seeks relief.
_ATTACKS_OF = {"acute asthma": "asthma", "bronchospasm": "asthma"}


@reader("prevent", "prophyla", "acute", "immediate", "quick", "rapid", "sudden")
def read_purposes(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of indication claims: whether a drug is for prevention, and for acute attacks."""
    if statement.section not in _SECTIONS or _ABOUT_OTHERS.intersection(statement.sections):
        return
    if is_about_partners(statement):
        return
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        lowered = part.lower()
        for purpose in _PURPOSES:
            if any(cue in lowered for cue in purpose.cues):
                yield from _drafts(purpose, statement, (start, part), lore)


def _drafts(purpose: _Purpose, statement: Statement, at: tuple[int, str], lore: Lore) -> Iterator[Draft]:
    start, part = at
    hit = purpose.denied.search(part)
    member = NOT_USED
    if not hit:
        hit, member = purpose.stated.search(part), USED
        if not hit or _NOT.search(part[: hit.end()]) or _OTHERS.search(part[: hit.start()]):
            return
        if speaks_of_others(part, lore) or begins_with_another(part, lore):
            return
    ingredient = subject_of(statement, lore, part)
    conditions = _conditions(purpose, statement, part, hit, lore)
    if ingredient is None or not conditions:
        return
    soft = hit.groupdict().get("soft") or (member == USED and _DOUBT.search(part))
    scope = narrowed(
        only(statement.scope, _CASE),
        {**people(part), Facet.COMPONENT: ingredient, Facet.INDICATION: conditions},
    )
    yield Draft(
        Kind.INDICATION,
        purpose.name,
        Category(None, frozenset({member})),
        scope,
        strength=Strength.HEDGED if soft else Strength.PLAIN,
        marks=((start + hit.start(), start + hit.end()),),
    )


def _conditions(
    purpose: _Purpose, statement: Statement, part: str, hit: re.Match[str], lore: Lore
) -> frozenset[str]:
    """The conditions right behind the words, else in front of them, else those that the question names."""
    ends = _NOUN_ENDS.search(part, hit.end())
    behind = part[hit.end() : min(ends.start() if ends else len(part), hit.end() + _REACH)]
    if _OF_ITS_COURSE.search(hit.group() + behind):
        return frozenset()
    own = _names(purpose, hit.group() + behind, lore) or _names(purpose, part[: hit.start()], lore)
    return own or _names(purpose, statement.question, lore)


def _names(purpose: _Purpose, text: str, lore: Lore) -> frozenset[str]:
    """The conditions of a text without modifiers; of an attack, the disease that it is one of."""
    found = (name.partition(": ")[0] for name, _, _ in find_indications(text, lore))
    return frozenset(_ATTACKS_OF.get(name, name) if purpose.name == ACUTE else name for name in found)
