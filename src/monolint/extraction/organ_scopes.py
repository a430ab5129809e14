"""For whom advice on an organ is: the grades of impairment, the uses and the ways of use that it names."""

from __future__ import annotations

import re

from monolint.domain.claim import Facet, Scope
from monolint.extraction import lexicon
from monolint.extraction.grades import END_STAGE, SEVERE, find_organ_grades
from monolint.extraction.scoping import narrowed
from monolint.extraction.topics import Topic

ORGAN_FACETS = {Topic.RENAL: Facet.RENAL, Topic.HEPATIC: Facet.HEPATIC}
_LASTING = re.compile(
    r"\b(?:repeated|prolonged|long[\s-]+term|chronic|extended)(?:\s*(?:/|and|or)\s*\w+)?\s+(?:\w+\s+)?(?:use|therapy|treatment)\b",
    re.IGNORECASE,
)
# "Initial therapy is not recommended" lets those go on who take the drug already.
_TO_BEGIN = re.compile(
    r"\b(?:initial|first-line)\s+(?:therapy|treatment|use)\b|\binitiat(?:ion|ing|ed?)\b", re.IGNORECASE
)
# Uses that a ban may be for alone.
PHASES = {"lasting use": _LASTING, "start of treatment": _TO_BEGIN}
_STAGE = re.compile(r"\b(?:stages?|class|grades?|types?)\s*$", re.IGNORECASE)


def ways_of_use(part: str) -> Scope:
    """Routes and formulations that a clause gives its advice for; "stage IV" is none."""
    routes = frozenset(m.term for m in lexicon.routes().find(part) if not _STAGE.search(part, 0, m.start))
    forms = frozenset(m.term for m in lexicon.formulations().find(part))
    found = {Facet.ROUTE: routes, Facet.FORMULATION: forms}
    return Scope.of({facet: members for facet, members in found.items() if members})


def and_worse(scope: Scope) -> Scope:
    """What is forbidden in severe renal impairment is forbidden in end-stage disease."""
    grades = scope.get(Facet.RENAL)
    return narrowed(scope, {Facet.RENAL: grades | {END_STAGE}}) if SEVERE in grades else scope


def grade_scope(topic: Topic, text: str) -> Scope:
    facet = ORGAN_FACETS.get(topic)
    grades = find_organ_grades(text) if facet else frozenset()
    return Scope.of({facet: grades}) if facet and grades else Scope()
