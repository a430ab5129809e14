"""What a drug is known for: that it has, or lacks, analgesic, anticholinergic and other properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from monolint.domain.claim import Category, Facet, Kind, Scope, Strength
from monolint.extraction.ingredients import (
    begins_with_another,
    is_about_partners,
    speaks_of_others,
    subject_of,
)
from monolint.extraction.lexicon.targets import targets
from monolint.extraction.reader import reader
from monolint.extraction.readers.effects import LOWERING
from monolint.extraction.sentences import clauses
from monolint.extraction.statements import Draft, Lore, Statement

PRESENT, ABSENT = "present", "absent"

_SECTIONS = frozenset({None, "mechanism", "indication", "summary", "faq", "names"})
_ABOUT_OTHERS = frozenset(
    {"interaction", "contraindication", "undesirable_effect", "overdose", "warning", "posology", "monitoring"}
    | {"pregnancy", "lactation"}
)
_STEMS = (
    "anti",
    "analges",
    "pain-rel",
    "sedat",
    "androgen",
    "estrogen",
    "progest",
    "corticoid",
    "dilat",
    "lytic",
)
_NOUN = r"\s+(?:effects?|propert(?:y|ies)|activit(?:y|ies)|actions?|benefits?|agent|drug|medication)\b"
_HAVE = (
    r"(?:ha(?:s|ve|ving)|possess(?:es|ing)?|exerts?|exhibits?|produces?|shows?|displays?|demonstrates?|provides?"
    r"|offers?)"
)
_INVOLVE = r"(?:have|possess|exert|exhibit|produce|show|display|demonstrate|provide|offer|involve|cause)"
_LITTLE = r"(?:little|minimal|negligible|insignificant)"
_MORE = (
    r"(?:(?:or|to|and|any|no|clinically|significant|direct|intrinsic|inherent|appreciable|relevant|peripheral"
    r"|meaningful)\s+)*"
)
_DENIED = re.compile(
    rf"(?P<soft>\b(?:{_HAVE}|with|its|as\s+it\s+has)\s+(?:only\s+)?{_LITTLE}\s+{_MORE})$"
    rf"|\b(?:(?:do|does)\s+not|(?:do|does)n['’]t)\s+{_INVOLVE}\s+{_MORE}$"
    rf"|\b(?:{_HAVE}|with)\s+no\s+{_MORE}$|\b(?:lacks?|lacking|devoid\s+of)\s+{_MORE}$"
    r"|\bis\s+not\s+an?\s+$",
    re.IGNORECASE,
)
_STATED = re.compile(
    rf"\b(?:{_HAVE}|via|through|its|with|(?:is|as)\s+an?|agent,)\s+(?:(?!no\b|not\b|little\b|minimal\b)[\w-]+,?\s+){{0,4}}$",
    re.IGNORECASE,
)
_WEAKENED = re.compile(
    r"\b(?:significant|direct|intrinsic|inherent|appreciable|relevant|peripheral|meaningful)\b", re.I
)
_NOT = re.compile(r"\b(?:not|no|without|neither|nor|never|unlike)\b|n['’]t\b", re.IGNORECASE)
# A weak effect agrees with much of it and with none; one of a dose, a site or a metabolite is not the drug's.
_DEPENDS = re.compile(
    r"\b(?:mild|weak\w*|some|slight|modest|limited|doses?|concentrations?|dose-dependent|side|adverse|unwanted|metabolites?|other|may|might|can|could"
    r"|if|when|systemic|alone|combin\w+|reduc\w+|antagoni[sz]\w*|counteract\w*|independent|additional|further|beyond|because|allow\w*|enabl\w*|partner)\b",
    re.IGNORECASE,
)
_LIST = r"(?:\s*(?:,|/|\band\b|\bor\b)+\s*)"


@cache
def _runs() -> re.Pattern[str]:
    """One quality or a list of several, before the noun that they describe or at the end of a clause."""
    names = "|".join(sorted(map(re.escape, targets().qualities), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<list>(?:{names})(?:{_LIST}(?:{names}))*)s?(?:{_NOUN}|\s*(?=[.,;]|$))", re.IGNORECASE
    )


@cache
def _name() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, targets().qualities), key=len, reverse=True))
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)


@reader(*_STEMS)
def read_qualities(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of mechanism claims: that a drug has a property, or has it not."""
    if statement.section not in _SECTIONS or _ABOUT_OTHERS.intersection(statement.sections):
        return
    if not _runs().search(statement.text) or is_about_partners(statement):
        return
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        for run in _runs().finditer(part):
            yield from _drafts(run, statement, (start, part), lore)


def _drafts(run: re.Match[str], statement: Statement, at: tuple[int, str], lore: Lore) -> Iterator[Draft]:
    start, part = at
    before = part[: run.start()]
    denied = _DENIED.search(before)
    if not denied and (not _STATED.search(before) or _NOT.search(before)):
        return
    if _DEPENDS.search(part) or speaks_of_others(part, lore) or begins_with_another(part, lore):
        return
    ingredient = subject_of(statement, lore, part)
    if ingredient is None:
        return
    softened = denied and (denied["soft"] or _WEAKENED.search(denied.group()))
    strength = Strength.HEDGED if softened else Strength.PLAIN
    scope = Scope.of({Facet.COMPONENT: ingredient})
    for found in _name().finditer(run.group("list")):
        name = targets().qualities[found.group().lower()]
        marks = ((start + run.start() + found.start(), start + run.start() + found.end()),)
        value = Category(None, frozenset({ABSENT if denied else PRESENT}))
        yield Draft(Kind.MECHANISM, f"{name} effect", value, scope, strength=strength, marks=marks)
        process = targets().lowered_by.get(name)
        if process and not denied:
            lowered = Category(LOWERING, frozenset({"lowered"}))
            yield Draft(Kind.MECHANISM, process, lowered, scope, strength=strength, marks=marks)
