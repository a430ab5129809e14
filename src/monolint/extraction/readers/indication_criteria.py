"""Whom an indication is for: after which treatment, and by which further criteria."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Facet, Kind, Scope, Stance, Terms
from monolint.extraction import lexicon
from monolint.extraction.reader import reader
from monolint.extraction.stated_conditions import find_indications
from monolint.extraction.statements import Draft, Lore, Statement

_AFTER = re.compile(
    r"\b(?:after|following)\s+(?:prior\s+|previous\s+)?(?P<therapy>neoadjuvant|adjuvant|induction|chemotherapy|radiotherapy|surgery"
    r"|transplantation|\w+(?=[\s-](?:therapy|treatment|chemotherapy)\b))",
    re.IGNORECASE,
)
_GENERAL = frozenset(
    {"the", "this", "other", "initial", "prior", "previous", "first", "any", "of", "drug", "line", "primary"}
)
_FOR_WHOM = re.compile(
    r"\b(?:patients?|adults?|people|individuals?|children|women|men|those|who)\b", re.IGNORECASE
)
_CRITERIA = (
    (
        "prior treatment",
        re.compile(
            r"\b(?:previously|already|prior|earlier)\b(?:\W+\w+){0,2}\W+(?:received|treated|treatment|therap\w+|failed)"
            r"|\b(?:received|failed|after|following)\s+(?:\w+\s+){0,2}(?:prior|previous)\s+(?:\w+\s+)?(?:therap\w+|treatments?)",
            re.IGNORECASE,
        ),
    ),
    (
        "recurrence",
        re.compile(
            r"\b(?:developed|had|have|with|after|upon)\s+(?:\w+\s+)?(?:recurrence|relapse)\b", re.IGNORECASE
        ),
    ),
    ("residual disease", re.compile(r"\bresidual\s+(?:\w+\s+)?disease\b", re.IGNORECASE)),
    (
        "inadequate response",
        re.compile(
            r"\b(?:inadequate(?:ly)?\s+(?:respon\w+|controlled)|not\s+respond\w*|n't\s+respond\w*|not\s+adequately\s+(?:respond\w*|controlled)"
            r"|insufficient\s+response|refractory|resistant\s+to)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "intolerance",
        re.compile(r"\b(?:intoleran\w+|cannot\s+tolerate|unable\s+to\s+tolerate)\b", re.IGNORECASE),
    ),
    ("disease progression", re.compile(r"\b(?:progressed|disease\s+progression)\b", re.IGNORECASE)),
)


@reader(sections={"indication"})
def read_indication_criteria(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of indication claims with the treatment before, and of the list of criteria of a condition."""
    if statement.section != "indication" or "posology" in statement.sections:
        return
    after = _AFTER.search(statement.text)
    criteria = frozenset(name for name, pattern in _CRITERIA if pattern.search(statement.text))
    if not (after or criteria) or not _FOR_WHOM.search(statement.text):
        return
    conditions = _conditions(statement, lore)
    bases = _narrowest({name.partition(": ")[0] for name in conditions})
    if len(bases) != 1:
        return
    therapy = after["therapy"].lower() if after else ""
    if after and therapy not in _GENERAL:
        scope = Scope.of({Facet.INDICATION: conditions, Facet.PRIOR_THERAPY: frozenset({therapy})})
        yield Draft(Kind.INDICATION, bases[0], Stance.ADVISED, scope, marks=(after.span("therapy"),))
    if criteria:
        yield Draft(Kind.INDICATION, bases[0], Terms(criteria))


def _narrowest(names: set[str]) -> list[str]:
    """Conditions without those that another one of them is a kind of."""
    wider = frozenset[str]().union(*(lexicon.conditions().broader(name) for name in names))
    return sorted(names - wider)


def _conditions(statement: Statement, lore: Lore) -> frozenset[str]:
    """The conditions that a sentence names, else those of its labels, else those of the sentence before."""
    own = find_indications(statement.text, lore)
    labelled = statement.scope.get(Facet.INDICATION)
    if labelled and statement.start == 0:
        return labelled
    found = own or ([] if labelled else find_indications(statement.previous, lore))
    return frozenset(name for name, _, _ in found) or labelled
