"""How far an organ is impaired: words, creatinine clearance, dialysis, Child-Pugh classes.

Bands of creatinine clearance after the FDA guidance "Pharmacokinetics in Patients with Impaired Renal
Function" (2020): mild 60 to 89, moderate 30 to 59, severe 15 to 29 mL/min; Child-Pugh A, B, C as mild,
moderate, severe after the FDA guidance on hepatic impairment (2003).
"""

from __future__ import annotations

import re
from functools import lru_cache

from monolint.extraction.stems import stemmed

MILD, MODERATE, SEVERE, END_STAGE = "mild", "moderate", "severe", "end-stage"
# A grade of its own: the word says that some are meant, but not how far their organ is impaired.
SIGNIFICANT = "significant"
_ORDER = (MILD, MODERATE, SEVERE, END_STAGE)
# What "any degree" names, which says no more than naming none.
EVERY_GRADE = frozenset(_ORDER)
_WORD = stemmed(
    "mild moderate severe significant advanced end esrd eskd dialysis anuri pugh degree regardless",
    r"\b(?P<word>mild|moderate|severe|significant|advanced|end[\s-]+stage|esrd|eskd|h(?:a)?emodialysis|dialysis|anuri\w+)\b"
    r"|child[\s-]+pugh\s+(?:class(?:es)?\s+|score\s+)?(?P<first>[abc])\b"
    r"(?:\s*(?P<joint>or|and|to|/|,|-|–)\s*(?:class\s+)?(?P<last>[abc])\b)?"
    r"|(?P<any>any\s+degree|all\s+degrees|regardless\s+of)",
)
_ORGAN = r"(?:renal|kidney|hepatic|liver)"
# "Severe" grades an organ where it leads up to one, or to a noun for how it fails; in "renal impairment,
# severe hypotension" it grades something else.
_LEADS_TO_ORGAN = (
    r"(?:[\s,/(–-]+(?:to|and|or|mild|moderate|severe|active|chronic|acute|pre-?existing|end|stage|underlying|combined))*"
    rf"(?:[\s,/(–-]+(?:{_ORGAN}|impair\w*|insufficien\w*|dysfunction|disease|failure|cases?|degrees?|forms?|patients|stages?"
    r"|reduc\w*|decreas\w*|loss|crcl|creatinine|e?gfr|child|h(?:a)?emodialysis|ckd|cirrhosis)\b|\s*(?:[,;:.()/]|$)"
    r"|\s+(?:is|are|requires?|need)\b)"
    rf"|(?:[\s,/]+(?:and|or|heart|cardiac|cardiovascular|respiratory|pulmonary|lung))+[\s,/]+{_ORGAN}\b"
)
_OF_SOMETHING_ELSE = re.compile(
    rf"\b(?:mild|moderate|severe|significant|advanced)\b(?!{_LEADS_TO_ORGAN})", re.IGNORECASE
)
_SIGNIFICANT = re.compile(r"\bsignificant\b", re.IGNORECASE)
_FAILURE = re.compile(rf"\b{_ORGAN}(?:\s*(?:/|and|or)\s*{_ORGAN})?\s+failure\b", re.IGNORECASE)
_CLEARANCE = stemmed(
    "clearance crcl clcr gfr",
    r"(?:creatinine\s+clearance|crcl|clcr|egfr|gfr)\b[^\d<>≤≥]{0,40}?"
    r"(<|>|≤|≥|<=|>=|less\s+than|below|under|above|greater\s+than|more\s+than|at\s+least|of|between|:)?"
    r"(?:\s*or\s+equal\s+to)?\s*"
    r"(\d+(?:\.\d+)?)(?:\s*(?:mL/min\S*\s*)?(?:-|–|to|and)\s*(?:<|≤)?\s*(\d+(?:\.\d+)?)(?![\d.]|\s*(?:mg|mcg|g|units?|%)))?"
    r"(?:\s*mL\s*/\s*min(?:ute)?(?:\s*/\s*1[.]73\s*m\S{1,2})?)?(?:\s+(?:or|and)\s+(above|higher|more|greater|over|below|less|lower))?",
)
# Labels cut at 45 and 50 mL/min as often as at 60: ten points of a band are none of it, and what holds
# from 45 mL/min upward is not said of the whole band.
_LEAST_SHARE = 11
_NORMAL = 90.0
_BANDS = ((15.0, END_STAGE), (30.0, SEVERE), (60.0, MODERATE), (1000.0, MILD))


def fails(text: str) -> bool:
    """Whether a text speaks of an organ that fails, to which impairment of every degree leads up."""
    return _FAILURE.search(text) is not None


def find_grades(text: str) -> frozenset[str]:
    """The grades of impairment that a text names; "mild to moderate" names both."""
    grades: set[str] = set()
    lowered = text.lower()
    for match in _WORD.finditer(text, lowered):
        if match["any"]:
            return EVERY_GRADE
        grades |= _child_pugh_grades(match) if match["first"] else {_worded_grade(match["word"])}
    for match in _CLEARANCE.finditer(text, lowered):
        sign = match.group(4) or match.group(1) or ""
        grades |= _clearance_grades(sign, float(match.group(2)), match.group(3))
    if MILD in grades and SEVERE in grades and re.search(r"mild\s*(?:to|-|–)\s*severe", text, re.IGNORECASE):
        grades.add(MODERATE)
    return frozenset(grades)


@lru_cache(maxsize=2048)
def find_organ_grades(text: str) -> frozenset[str]:
    """The grades that a text names of kidneys or liver; an organ that fails is impaired severely."""
    text = _OF_SOMETHING_ELSE.sub(lambda found: " " * len(found.group()), text)
    grades = set(find_grades(_SIGNIFICANT.sub(" ", text)))
    if _SIGNIFICANT.search(text):
        grades.add(SIGNIFICANT)
    if fails(text) and END_STAGE not in grades:
        grades.add(SEVERE)
    return frozenset(grades)


def _worded_grade(word: str) -> str:
    word = word.lower()
    if word in (MILD, MODERATE, SEVERE):
        return word
    return SEVERE if word in ("significant", "advanced") else END_STAGE


def _child_pugh_grades(match: re.Match[str]) -> set[str]:
    """The grades of one class, of two, or of a range of classes ("A to C")."""
    first = "abc".index(match["first"].lower())
    last = "abc".index((match["last"] or match["first"]).lower())
    if (match["joint"] or "").lower() in ("to", "-", "–"):
        return set(_ORDER[first : last + 1])
    return {_ORDER[first], _ORDER[last]}


def _clearance_grades(sign: str, figure: float, upper: str | None) -> set[str]:
    if upper:
        low, high = sorted((figure, float(upper)))
    elif re.match(r"<|≤|less|lower|below|under", sign, re.IGNORECASE):
        low, high = 0.0, figure
    elif re.match(r">|≥|above|higher|greater|more|over|at", sign, re.IGNORECASE):
        low, high = figure, 999.0
    else:
        return set()
    grades: set[str] = set()
    floor = 0.0
    for ceiling, grade in _BANDS:
        shared = min(high, ceiling) - max(low, floor)
        most = shared >= _LEAST_SHARE and (not low or shared > (min(ceiling, _NORMAL) - floor) / 2)
        if shared == high - low or most:
            grades.add(grade)
        floor = ceiling
    return grades
