"""Whether a drug has other uses than its main one: "is specific to gout" beside "also used for others"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Facet, Kind, Scope
from monolint.extraction.ingredients import (
    begins_with_another,
    is_about_partners,
    speaks_of_others,
    subject_of,
)
from monolint.extraction.people import people
from monolint.extraction.reader import reader
from monolint.extraction.sentences import clauses
from monolint.extraction.stated_conditions import find_indications
from monolint.extraction.statements import Draft, Lore, Statement

OTHER_USES = "uses beyond the main one"
NONE, SOME = "none", "some"

_SECTIONS = frozenset({None, "indication", "faq", "summary"})
_ABOUT_OTHERS = frozenset(
    {"interaction", "contraindication", "undesirable_effect", "overdose", "warning", "mechanism"}
    | {"pharmacokinetics", "pregnancy", "lactation", "monitoring", "names", "storage", "administration"}
)
_LIMITED = re.compile(
    r"\b(?:use|usage|indications?)(?:\s+of\s+[\w+ -]{1,40}?)?\s+(?:is|are)\s+(?:strictly\s+|clinically\s+)?"
    r"(?:limited|restricted|confined|specific|exclusive)\s+to\b"
    r"|\b(?:is|are)\s+(?:limited|restricted|confined)\s+to\s+the\s+(?:treatment|management)\b"
    r"|\b(?:solely|exclusively)\s+(?:used|indicated|prescribed|approved)\s+(?:for|to\s+treat|in)\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\b(?:used|prescribed|considered|employed|effective|active|activity)\b[^.;:]{0,40}?\b(?:for|in|to\s+treat|against|of)\s+"
    r"(?:the\s+|treating\s+|some\s+|several\s+|various\s+|cases\s+of\s+){0,3}(?:[\w-]+\s+){0,3}?"
    r"(?:from\s+)?(?:certain\s+)?other\s+(?:[\w-]+\s+){0,3}?"
    r"(?:conditions?|uses?|purposes|causes|disorders?|diseases?|infections?|cancers?|types|forms|protozoa|parasites|indications?)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:potential\w*|research\w*|investigat\w+|stud(?:y|ies|ied)|explor\w+|anecdotal\w*|historical\w*|not|n't|no|never|pregnan\w+|short-term"
    r"|topical\w*|primarily|mainly|largely|hospital|children|combin\w+|with\s+other|cases\s+where|situations\s+where|if|unless)\b",
    re.IGNORECASE,
)


@reader("limited", "restricted", "confined", "specific to", "exclusive", "solely", "other")
def read_range_of_uses(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of indication claims: that a drug has no other uses, or some."""
    if statement.section not in _SECTIONS or _ABOUT_OTHERS.intersection(statement.sections):
        return
    if is_about_partners(statement) or statement.passage.lead_in:
        return
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        limited = _LIMITED.search(part)
        hit = limited or _FURTHER.search(part)
        if not hit or _PART.search(part) or begins_with_another(part, lore):
            continue
        if limited and not find_indications(part[limited.start() :], lore):
            continue
        if people(part) or (limited and speaks_of_others(part, lore)):
            continue
        ingredient = subject_of(statement, lore, part)
        if ingredient is not None:
            yield Draft(
                Kind.INDICATION,
                OTHER_USES,
                Category(None, frozenset({NONE if limited else SOME})),
                Scope.of({Facet.COMPONENT: ingredient}),
                marks=((start + hit.start(), start + hit.end()),),
            )
