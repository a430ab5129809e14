"""What a text speaks of: pregnancy, lactation, kidneys, liver, old age ..."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache

from monolint.extraction.stems import Stemmed, stemmed


class Topic(StrEnum):
    """Subjects that monographs give advice on, whatever section they stand in."""

    PREGNANCY = "pregnancy"
    LACTATION = "lactation"
    CONTRACEPTION = "contraception"
    RENAL = "renal"
    HEPATIC = "hepatic"
    ELDERLY = "elderly"
    CHILDREN = "children"


_PATTERNS: Mapping[Topic, Stemmed] = {
    Topic.PREGNANCY: stemmed(
        "pregnan gestation fetus foetus fetal foetal trimester teratogen unborn embryo",
        r"pregnan|gestation|\bf(?:o)?etus\b|trimester|teratogen|\bunborn\b|embryo"
        r"|\bf(?:o)?etal\b(?!\s+(?:distress|heart|position\w*|presentation|bradycardia|tachycardia|monitoring|blood|red)\b)",
    ),
    Topic.LACTATION: stemmed(
        "breast lactat nursing milk",
        r"breast[\s-]?fe|\blactat|\bnursing\b(?!\s+(?:homes?|staff|care)\b)|(?:breast|human)\s+milk",
    ),
    Topic.CONTRACEPTION: stemmed("contracepti birth", r"contracepti|birth\s+control"),
    Topic.RENAL: stemmed(
        "renal kidney creatinine crcl gfr dialysis",
        r"\brenal|\bkidney|creatinine\s+clearance|\bcrcl\b|\begfr\b|\bgfr\b|dialysis",
    ),
    Topic.HEPATIC: stemmed("hepatic liver pugh cirrhosis", r"\bhepatic|\bliver\b|child[\s-]pugh|cirrhosis"),
    Topic.ELDERLY: stemmed(
        "elderly geriatric older senior",
        r"\belderly\b|\bgeriatric|\bolder\s+(?:adult|patient|people|person|individual)|\bsenior",
    ),
    Topic.CHILDREN: stemmed(
        "child ediatric infant adolescent neonat newborn",
        r"\bchild(?:ren)?\b(?![\s-]pugh)|\bpa?ediatric|\binfants?\b|\badolescents?\b|\bneonat|\bnewborns?\b",
    ),
}

_IMPAIRED = (
    r"impair\w*|insufficien\w+|diseases?|dysfunction|failure|problems?|disorders?|damage|injury|conditions?"
)
# An organ, with its plain name in brackets ("hepatic (liver) or renal (kidney) impairment").
_ORGANS = r"(?:renal|kidney|hepatic|liver|hepatorenal)\b(?:\s*\((?:renal|kidneys?|hepatic|liver)\))?"
_ORGAN_STATE = stemmed(
    "renal kidney hepati liver creatinine crcl gfr dialysis pugh cirrhosis esrd ckd",
    rf"\b{_ORGANS}(?:\s*(?:/|and/or|and|or|,)\s*(?:\w+\s+)?{_ORGANS}){{0,4}}\s+(?:function\s+)?(?:{_IMPAIRED})\b"
    rf"|\b(?:{_IMPAIRED}|reduced|decreased|compromised|poor|abnormal)\s+(?:\w+\s+)?{_ORGANS}"
    rf"(?:\s*(?:/|and/or|and|or|,)\s*{_ORGANS}){{0,4}}(?:\s+function)?"
    rf"|\b{_ORGANS}(?:\s*(?:/|and/or|and|or|,)\s*{_ORGANS}){{0,4}}\s+(?:function|status)\b(?!\s+(?:tests?|monitoring))"
    r"|\b(?:creatinine\s+clearance|crcl|egfr|gfr)\b|\bdialysis\b|\bh(?:a)?emodialysis\b|child[\s-]pugh|\bcirrhosis\b"
    r"|\b(?:renally|hepatically)\s+impaired\b|\besrd\b|\bckd\b|\bhepatitis\b",
)
_CAUSED = re.compile(
    r"\b(?:risk\s+of|caus(?:e|es|ing)|lead(?:s|ing)?\s+to|result(?:s|ing)?\s+in|signs\s+of|symptoms\s+of|development\s+of|develop"
    r"|including|worsen(?:s|ing)?(?:\s+of)?)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
# What a dose depends on, and whom advice is for, is no effect ("on factors including renal impairment").
_DEPENDS_ON = re.compile(
    r"\b(?:factors?|conditions?|characteristics|considerations|parameters|populations?|patients?|people"
    r"|individuals|those|comorbidities)\b[^.;:]{0,40}\bincluding\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_UNIMPAIRED = re.compile(
    r"\b(?:normal|adequate|preserved|intact|unimpaired|good)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_WATCHED = re.compile(
    r"(?:monitor\w*|evaluat\w+|assess\w*|check\w*|test\w*|measure\w*|periodic)\s+(?:of\s+)?(?:the\s+|your\s+)?(?:[\w,/]+\s+){0,4}$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"[,;.]\s|\b(?:and|or)\b", re.IGNORECASE)
# As many characters as the words before an organ can take that make it a test or an effect.
_WORDS_BEFORE = 120


@lru_cache(maxsize=2048)
def find_topics(text: str) -> frozenset[Topic]:
    """All subjects that a text names."""
    lowered = text.lower()
    return frozenset(topic for topic, pattern in _PATTERNS.items() if pattern.search(text, lowered))


def topic_place(topic: Topic, text: str) -> tuple[int, int] | None:
    """Where a text first names a subject."""
    found = _PATTERNS[topic].pattern.search(text)
    return found.span() if found else None


@lru_cache(maxsize=2048)
def impaired_organs(text: str) -> Mapping[Topic, tuple[int, int]]:
    """Kidneys or liver where a text speaks of their impairment or of how well they work.

    "Monitor liver function" speaks of a test, not of patients with an impaired liver.
    """
    found: dict[Topic, tuple[int, int]] = {}
    for topics, place in _organ_states(text):
        for topic in topics:
            found.setdefault(topic, place)
    return found


def _organ_states(text: str) -> Iterator[tuple[frozenset[Topic], tuple[int, int]]]:
    """Every place that speaks of the state of an organ, with the organs that it names."""
    for match in _ORGAN_STATE.finditer(text, text.lower()):
        before = text[max(0, match.start() - _WORDS_BEFORE) : match.start()]
        working = re.search(r"function$", match.group(), re.IGNORECASE)
        if working and (_WATCHED.search(before) or _UNIMPAIRED.search(before)):
            continue
        if _CAUSED.search(before) and not _DEPENDS_ON.search(before):
            continue
        named = {
            topic for topic in (Topic.RENAL, Topic.HEPATIC) if _PATTERNS[topic].pattern.search(match.group())
        }
        if "hepatitis" in match.group().lower():
            named.add(Topic.HEPATIC)
        yield frozenset(named), match.span()


def about_organ(topic: Topic, text: str) -> str:
    """What a text says of one of several organs: all of it where it does not name them apart.

    "Kidney disease, severe liver disease" says nothing of how bad the kidneys are. The parts of two
    organs meet at the last comma or "and" between them, else where the first is named.
    """
    states = [(topics, place) for topics, place in _organ_states(text) if topics]
    if len({topics for topics, _ in states}) < 2:
        return text
    kept, start = [], 0
    for number, (topics, place) in enumerate(states):
        end = len(text)
        if number + 1 < len(states):
            following = states[number + 1]
            if following[0] == topics:
                continue
            joints = list(_JOINT.finditer(text, place[1], following[1][0]))
            end = joints[-1].start() if joints else place[1]
        if topic in topics:
            kept.append(text[start:end])
        start = end
    return " ".join(kept)
