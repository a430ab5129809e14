"""What a medicine interacts with: classes and substances of the vocabulary, and other names in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monolint.extraction import lexicon
from monolint.extraction.lexicon.folding import fold
from monolint.extraction.statements import Lore

_ALLERGIC = re.compile(
    r"\b(?:allerg\w+|hypersensitiv\w+|sensitiv\w+|intoleran\w+|reactions?|respon\w+)\s+(?:to|after|following)\b"
    r"(?:(?!concomitant|concurrent|co-?admin)[^.;]){0,60}$",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:related\s+to|due\s+to|induced\s+by|caused\s+by|without|prior|previous|history\s+of)\s+(?:\w+\s+){0,3}$|-containing\s+$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:than|unlike|compared\s+(?:to|with))\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_THIS = re.compile(r"\b(?:this|the)\s+$", re.IGNORECASE)
_STATE = re.compile(
    r"\s*-\s*(?:induced|associated|related|sensitive|dependent|resistant|free)\b"
    r"|\s+(?:dependence|dependency|use\s+disorder|abuse|withdrawal|intoxication|poisoning|overdose|misuse|addiction|deficiency"
    r"|levels?\s+in\s+the|allerg\w+|hypersensitivity|resistance|tolerance|receptors?)\b",
    re.IGNORECASE,
)
# "Added sedative effects" tells what happens, not what is taken too.
_QUALITY = re.compile(
    r"(?:sedative|hypnotic|cholinergic|muscarinic|hypertensive|glycemic|diabetic|diuretic|coagulant|platelet|convulsant"
    r"|arrhythmic|ana?esthetic|depressant|stimulant|serotonergic|dopaminergic|sympathomimetic|toxic|pressor|narcotic)$",
    re.IGNORECASE,
)
_OF_QUALITY = re.compile(
    r"\s+(?:and\s+\w+\s+)?(?:side\s+)?(?:effects?|activity|actions?|properties|burden|response)\b"
)
_LEVEL = re.compile(r"\b(strong|potent|powerful|moderate|weak)\s+(?:\w+\s+(?:and|or)\s+)?$", re.IGNORECASE)
_LEVEL_OF_ROLE = re.compile(
    r"\b(strong|potent|powerful|moderate|weak)\s+(?:$|\w+\s+(?:and|or)\s+$|(?:inhibitor|inducer)s?\b)",
    re.IGNORECASE,
)
_GRADED = re.compile(r"^(?!strong|moderate|weak).*(?:inhibitors|inducers)$")
_LEVELS = {"potent": "strong", "powerful": "strong"}
_DELIMITER = re.compile(
    r"[,;:()/\[\]•]|\s[–—-]\s|\b(?:and/or|and|or|with|including|such\s+as|like|e\.g\.|i\.e\.|plus)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’.-]*")
_LONGEST_NAME = 3
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Interactant:
    """Something that a text speaks of taking too, and where it stands in the text.

    The name of what the vocabulary does not have is the text's own words, folded.
    """

    name: str
    start: int
    end: int


def named_interactants(text: str, lore: Lore) -> list[Interactant]:
    """Classes and substances of the vocabulary that a text names, without the document's own drug."""
    found = []
    for match in lexicon.interactants().find(text):
        if _is_other(text, match.start, match.end) or _is_own(match.term, lore):
            continue
        level = _LEVEL.search(text[: match.start])
        if level and _GRADED.search(match.term):
            found.append(Interactant(graded(match.term, level.group()), level.start(), match.end))
        else:
            found.append(Interactant(match.term, match.start, match.end))
    return found


def graded(name: str, text: str) -> str:
    """A class of inhibitors or inducers with the strength that a text gives it ("strong inhibitors")."""
    level = _LEVEL_OF_ROLE.search(text)
    if level is None or not _GRADED.search(name):
        return name
    word = level.group(1).lower()
    return f"{_LEVELS.get(word, word)} {name}"


def _is_other(text: str, start: int, end: int) -> bool:
    """Whether a name stands for an allergy, a reaction or a state, not for something taken too."""
    before = text[max(0, start - 90) : start]
    if _THIS.search(before) and not text[start:end].lower().endswith("s"):
        return True  # "this vaccine" is the document's own
    if _COMPARED.search(before):
        return True
    if _OF_QUALITY.match(text, end) and _QUALITY.search(text[start:end]):
        return True
    return bool(_ALLERGIC.search(before) or _CAUSE.search(before) or _STATE.match(text, end))


def _is_own(name: str, lore: Lore) -> bool:
    known = lexicon.interactants()
    return any(f" {name} " in f" {own} " or known.canonical(own) == name for own in lore.names)


def listed_interactants(text: str, lore: Lore) -> list[Interactant]:
    """What a list or a label names: known classes and substances, and other items that read as names."""
    known = named_interactants(text, lore)
    found = list(known)
    for start, end in _items(text):
        if any(item.start < end and start < item.end for item in known):
            continue
        name = _name(text[start:end])
        bracketed = text.count("(", 0, start) > text.count(")", 0, start)
        if name and name not in lore.names and not (bracketed and " " in name):
            found.append(Interactant(name, start, end))
    return sorted(found, key=lambda item: item.start)


def _items(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _DELIMITER.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _name(item: str) -> str | None:
    """The name in an item of a list, or None where its words are no name of a drug."""
    general, no_drug = lexicon.interaction_words("general"), lexicon.interaction_words("no_drug")
    words = [word.rstrip(".'’-").lower() for word in _WORD.findall(item)]
    if any(word in no_drug for word in words):
        return None
    while words and words[0] in general:
        words.pop(0)
    while words and words[-1] in general:
        words.pop()
    if (
        not words
        or len(words) > _LONGEST_NAME
        or any(word in general or not word[0].isalpha() for word in words)
    ):
        return None
    name = " ".join(map(fold, words))
    return name if len(name) >= _SHORTEST_NAME else None
