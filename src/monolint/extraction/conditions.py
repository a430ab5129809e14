"""Conditions that a list or a clause names, as canonical objects of claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from monolint.extraction import lexicon
from monolint.extraction.grades import SEVERE, find_grades
from monolint.extraction.statements import Lore
from monolint.extraction.topics import Topic, find_topics, topic_place

PREGNANCY = "pregnancy"
LACTATION = "lactation"
_SPLIT = re.compile(r"[,;•]\s*(?:and\s+|or\s+)?|\s+(?:and/or|and|or)\s+|\.\s+|\s/\s")
_LEADING = re.compile(
    r"^(?:(?:patients?|people|individuals?|those|women|persons?|anyone|known|previous|prior|a|an|the|any|of|to|in|with|who|have|has|having|"
    r"history|documented|suspected|pre-existing|preexisting|existing|underlying|use|certain|conditions?|such|as|including|like|are|is|being|"
    r"concomitant|concurrent|presence|cases?|during|for|if|you|or|and|other|severe|acute|active)\b\s*)+",
    re.IGNORECASE,
)
_ITEM_START = re.compile(r"[,;:.(]|\band\b|\bor\b")
_NARROWING = re.compile(
    r"\b(uncontrolled|untreated|active|acute|unstable|recent|recurr(?:ent|ing)|latent|decompensated|uncompensated|symptomatic|congenital|poorly\s+controlled"
    r"|uncorrected|complete|crusted|(?:first|second|third|high)[\s-]degree)\b",
    re.IGNORECASE,
)
_LIST_OF_ADJECTIVES = re.compile(
    r"\b(uncontrolled|untreated|active|acute|unstable|recent)\s*,\s*", re.IGNORECASE
)
_COMPANION = re.compile(
    r"\s*(?:\(\s*((?:not|except|unless)\s[^)]{3,100})\)|(with\s+[\w-]+(?:\s+[\w-]+)?)|((?:secondary|related)\s+to\s+\w+)|(below|above|less|<|>)\s"
    r"|((?:associated\s+with|(?:triggered|induced|caused|precipitated)\s+by)\s+\w+)|(in\s+the\s+acute\s+phase)"
    r"|(?:\([^()]{2,30}\)\s*)?((?:following|after)\s+(?:\w+\s+)?(?:treatment|therapy|use)\s+(?:with|of)\s+\w+)"
    r"|[(,]?\s*((?:NYHA\s+)?class(?:es)?\s+(?:I{1,3}V?|IV)\b))",
    re.IGNORECASE,
)
# A cause said once, for every condition of the list before it ("asthma or rhinitis triggered by NSAIDs").
_CAUSED = re.compile(
    r"(?:triggered|induced|caused|precipitated)\s+by|with\s+(?:prior|previous)|following|after", re.IGNORECASE
)
_LISTED_WITH = re.compile(r"(?:\s*(?:,|/|\b(?:and|or)\b)\s*(?:[\w-]+\s*){0,2}){1,4}", re.IGNORECASE)
# A grade said once for a list of organs ("severe heart, liver or kidney disease").
_GRADED_ORGANS = re.compile(
    r"\b(?:severe(?:ly)?|serious|significant|advanced)\s+(?:(?:heart|cardiac|cardiovascular|liver|hepatic|kidney|renal|lung|pulmonary"
    r"|respiratory|disease|failure|impairment|dysfunction|insufficiency|problems|compromised|impaired|or|and)\b[\s,/]*)*$",
    re.IGNORECASE,
)
_ORGAN_STATES = frozenset({"renal impairment", "hepatic impairment"})
_ALLERGY = re.compile(r"hypersensitivity|allergy")
_NEXT_SENTENCE = re.compile(r"[.;]\s")
_COORDINATED = re.compile(r"\s*(?:/|or|and|and/or)\s*", re.IGNORECASE)
# A condition that a case is free of ("abdominal pain without diarrhea").
_FREE_OF = re.compile(r"\b(?:without|(?:absence|free)\s+of)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_PARENTHESES = re.compile(r"\([^()]*\)")
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition, how severe where that is said, and where it stands in the text.

    `known` tells whether the vocabulary has it; otherwise the name is the text's own words.
    """

    name: str
    grades: frozenset[str]
    start: int
    end: int
    known: bool


def find_conditions(text: str) -> list[Condition]:
    """Conditions of the vocabulary that a text names, with pregnancy and lactation among them."""
    found: list[Condition] = []
    for match in lexicon.conditions().find(text):
        if PREGNANCY in lexicon.conditions().broader(match.term) or _FREE_OF.search(text, 0, match.start):
            continue
        if found and _explains(text, match, found[-1]):
            continue
        narrower = _qualifiers(text, match.start, match.end) | _inner(text, match)
        if not narrower and found and _COORDINATED.fullmatch(text, found[-1].end, match.start):
            narrower = _shared(text, found[-1])
        if not narrower and match.term in _ORGAN_STATES and _GRADED_ORGANS.search(text, 0, match.start):
            narrower = frozenset({SEVERE})
        found.append(Condition(match.term, narrower, match.start, match.end, True))
    for topic, name in ((Topic.PREGNANCY, PREGNANCY), (Topic.LACTATION, LACTATION)):
        place = topic_place(topic, text) if topic in find_topics(text) else None
        if place and all(condition.name != name for condition in found):
            found.append(Condition(name, frozenset(), *place, True))
    return _of_one_cause(text, sorted(found, key=lambda condition: condition.start))


def _of_one_cause(text: str, found: list[Condition]) -> list[Condition]:
    """The conditions of a text, each with the cause that the end of its list says for all of it."""
    for number in range(len(found) - 2, -1, -1):
        one, following = found[number], found[number + 1]
        causes = frozenset(word for word in following.grades if _CAUSED.match(word))
        if causes and not one.grades and _LISTED_WITH.fullmatch(text, one.end, following.start):
            found[number] = replace(one, grades=causes)
    return found


def _shared(text: str, before: Condition) -> frozenset[str]:
    """What narrows the condition joined to the one before: "severe liver or kidney disease" is so in both.

    "Active bleeding or asthma" is active in the first only, which is whole without the second.
    """
    whole = lexicon.conditions().canonical(text[before.start : before.end]) is not None
    return frozenset(g for g in before.grades if not (whole and _NARROWING.fullmatch(g)))


def _explains(text: str, match: lexicon.Match, before: Condition) -> bool:
    """Whether a term in brackets only says the one before them in other words ("(high blood pressure)")."""
    if text[before.end : match.start].strip() != "(" or text[match.end : match.end + 1] != ")":
        return False
    return match.term == before.name or match.term in lexicon.conditions().broader(before.name)


def _inner(text: str, match: lexicon.Match) -> frozenset[str]:
    """Narrowing words inside a name that the term itself does not have ("uncontrolled epilepsy")."""
    words = _NARROWING.findall(text[match.start : match.end])
    return frozenset(word.lower() for word in words if word.lower() not in match.term.lower())


def _qualifiers(text: str, start: int, end: int) -> frozenset[str]:
    """Words that narrow a condition: a grade, "uncontrolled", "with retention", "(not treated)"."""
    before = _ITEM_START.split(_LIST_OF_ADJECTIVES.sub(r"\1 ", text[max(0, start - 40) : start]))[-1]
    words = frozenset(word.lower() for word in _NARROWING.findall(before))
    after = _COMPANION.match(text, end)
    beside = (
        frozenset({" ".join((after.group(after.lastindex or 0)).lower().split())})
        if after
        else frozenset[str]()
    )
    return find_grades(before + text[start : end + 2]) | words | beside


def listed_conditions(text: str, lore: Lore) -> list[Condition]:
    """Conditions of a list: known ones, and the words of items that hold none."""
    known = find_conditions(text)
    plain = _PARENTHESES.sub(lambda match: " " * len(match.group()), text)
    found = list(known)
    for start, end in _items(plain):
        if any(start < condition.end and condition.start < end for condition in known) or _is_allergen(
            text, start, known
        ):
            continue
        item = plain[start:end]
        leading = _LEADING.match(item)
        name = " ".join(item[leading.end() if leading else 0 :].lower().strip(" .:").split())
        if name and len(name) > 2 and len(name.split()) <= _LONGEST_NAME and name not in lore.names:
            found.append(Condition(name, frozenset(), start, end, False))
    return sorted(found, key=lambda condition: condition.start)


def _is_allergen(text: str, start: int, known: Sequence[Condition]) -> bool:
    """Whether an item goes on with what the allergy before it is to ("... to it or any component")."""
    allergies = [condition.end for condition in known if _ALLERGY.search(condition.name)]
    last = max((end for end in allergies if end <= start), default=None)
    return last is not None and not _NEXT_SENTENCE.search(text[last:start])


def _items(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SPLIT.finditer(text):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)
