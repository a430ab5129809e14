"""What a sentence says that animal studies on reproduction have shown: harm or none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Kind, Scope, Strength
from monolint.extraction.statements import Draft

ANIMAL_STUDIES = "animal studies"
HARM, NO_HARM = "harm", "no harm"

_CLAUSE = re.compile(r"[^.;()]+")
_IN_ANIMALS = re.compile(
    r"\banimal\s+(?:[\w-]+\s+){0,2}?(?:stud(?:y|ies)|data|models?|experiments?|tests?)\b"
    r"|\bstud(?:y|ies)\s+in\s+(?:\w+\s+)?animals\b|\b(?:in|on)\s+animals\b",
    re.IGNORECASE,
)
_FINDING = re.compile(
    r"\b(?:show\w*|demonstrat\w*|reveal\w*|indicat\w*|suggest\w*|report\w*|observed|found|evidence|identified|produced|caused?)\b",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:adverse|harm\w*|risks?|teratogen\w*|malformations?|(?:reproductive|developmental|fetal|foetal|embryo\w*)[\s-]+toxicity"
    r"|embryo\s?toxic\w*|f(?:o)?etotoxic\w*|birth\s+defects|abnormalit\w+)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|not|never|neither|without|lack(?:s|ed)?)\b|n['’]t\b", re.IGNORECASE)
_HEDGED = re.compile(r"\b(?:possible|possibly|suggest\w*|may|might|could|limited)\b", re.IGNORECASE)
# Another dose or substance, a study that was not made, and the wording of a category that offers a choice.
_OTHER = re.compile(
    r"\b(?:high(?:er)?|large|excessive|toxic)\s+(?:\w+\s+)?(?:doses?|exposures?|concentrations?)\b|\btimes\s+the\b|\bdoses?\s+(?:above|exceeding|higher)\b"
    r"|\b(?:with|of)\s+(?:some|other|similar|related)\b|\bconducted\b|\bperformed\b|\bfail\w*\s+to\b|\bunknown\b|\bmilk\b"
    r"|^\W*(?:either|or)\b|\blow\s+risk\b|\b(?:lacking|insufficient|inconclusive|relevan\w+)\b|\b(?:conflicting|mixed)\b",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"\b(?:due\s+to|because|owing\s+to|as|since|for)\b", re.IGNORECASE)


def animal_studies(text: str) -> Iterator[Draft]:
    """One draft for a sentence whose part on animal studies tells what they showed."""
    if "animal" not in text.lower():
        return
    for clause in _CLAUSE.finditer(text):
        part = clause.group()
        studies = _IN_ANIMALS.search(part)
        if not studies:
            continue
        harm = _HARM.search(part, studies.end()) or _HARM.search(part)
        if not harm:
            continue
        end = part.find(",", max(studies.end(), harm.end()))
        part = part if end < 0 else part[:end]
        if _FINDING.search(part) and not _OTHER.search(part):
            yield _draft(part, studies, harm, clause.start())
            return


def _draft(part: str, studies: re.Match[str], harm: re.Match[str], offset: int) -> Draft:
    before = part[studies.end() : harm.start()] if studies.end() <= harm.start() else part[: harm.start()]
    denied = _NEGATED.search(_BECAUSE.split(before)[-1])
    firmness = Strength.HEDGED if _HEDGED.search(part) else Strength.PLAIN
    value = Category(None, frozenset({NO_HARM if denied else HARM}))
    marks = ((offset, offset + len(part)),)
    return Draft(Kind.PREGNANCY, ANIMAL_STUDIES, value, Scope(), strength=firmness, marks=marks)
