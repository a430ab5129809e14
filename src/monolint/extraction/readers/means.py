"""By which means a drug acts: whether it inhibits enzymes or binds to receptors at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monolint.domain.claim import Category, Facet, Kind, Scope, Strength
from monolint.extraction.ingredients import (
    begins_with_another,
    is_about_partners,
    speaks_of_others,
    subject_of,
)
from monolint.extraction.reader import reader
from monolint.extraction.sentences import clauses
from monolint.extraction.statements import Draft, Lore, Statement

ENZYMES, RECEPTORS = "enzyme inhibition", "receptor binding"
INVOLVED, NOT_INVOLVED = "involved", "not involved"

_SECTIONS = frozenset({None, "mechanism", "pharmacokinetics", "indication", "summary", "faq"})
_ABOUT_OTHERS = frozenset(
    {"interaction", "contraindication", "undesirable_effect", "overdose", "warning", "posology", "monitoring"}
    | {"pregnancy", "lactation", "names"}
)


@dataclass(frozen=True, slots=True)
class _Means:
    """A way of acting: what it is called when it is denied as such, and the words that tell of it."""

    name: str
    called: re.Pattern[str]
    told: re.Pattern[str]


_NO_ENZYME = r"(?!(?:dis|grease|ph|rele|incre|decre|b|c|purch|ple|le|cre|er|ce|te)ase\b|disease|database)"
_MEANS = (
    _Means(
        ENZYMES,
        re.compile(
            r"\benzyme\s+inhibition\b|\binhibit(?:ion\s+of)?\s+(?:any\s+|specific\s+)?enzymes\b", re.I
        ),
        re.compile(
            rf"\b(?:inhibit(?:s|ing|or\s+of|ors\s+of|ion\s+of)?|block(?:s|ing)?)\b[^.;:,()]{{0,60}}?"
            rf"\b(?:{_NO_ENZYME}[\w-]{{3,}}ase|enzymes?)\b",
            re.IGNORECASE,
        ),
    ),
    _Means(
        RECEPTORS,
        re.compile(
            r"\breceptor\s+(?:binding|interactions?)\b"
            r"|\bbind(?:s|ing)?\s+(?:to\s+|with\s+)?(?:any\s+|specific\s+){0,2}receptors\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\bbind(?:s|ing)\s+(?!of\b)[^.;:,()]{0,60}\breceptors?\b"
            r"|\breceptor\s+(?:ant)?agonist\b|\b(?:block|activat|stimulat)(?:e?s|ing)\s+(?:[\w-]+\s+){0,4}receptors?\b",
            re.IGNORECASE,
        ),
    ),
)
_DENIAL = re.compile(r"\b(?:not|no|without|neither|nor|never)\b|n['’]t\b|\brather\s+than\b", re.IGNORECASE)
# What denies less than the whole, or tells that nobody knows.
_IN_PART = re.compile(
    r"\b(?:primar\w+|main\w*|principal\w*|solely|only|just|information|data|evidence|applicable|available|established|studied|unknown|unclear"
    r"|detail\w*|characteri[sz]ed|understood|elucidated|specified|defined|determined|limited|definitive\w*|beyond|other|apart|except|besides"
    r"|additional|further|systemic|human|host|mammalian|central|typical|conventional|traditional|classical|mediated|required?|metabolites?)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:significant\w*|direct\w*|specific\w*|known|identified|described|appears?|believed|thought|may|might|could|likely|possibly"
    r"|probably|suggest\w*|generally|typically)\b",
    re.IGNORECASE,
)
_ENZYMES_OF_OTHERS = re.compile(r"\bCYP|cytochrome|P450|metaboli[sz]", re.IGNORECASE)
# "Prevents histamine from binding to its receptors": it is histamine that binds.
_ANOTHER_BINDS = re.compile(r"\b(?:from|the)\s+$", re.IGNORECASE)
_LIST_BREAK = re.compile(r"[;:]|\b(?:but|instead|and\s+(?:is|acts|works)|which|that)\b", re.IGNORECASE)


@reader("inhibit", "receptor", "block")
def read_means(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of mechanism claims: that a drug acts by inhibiting enzymes or binding receptors, or not."""
    if statement.section not in _SECTIONS or _ABOUT_OTHERS.intersection(statement.sections):
        return
    if is_about_partners(statement):
        return
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        for means in _MEANS:
            yield from _drafts(means, statement, (start, part), lore)


def _drafts(means: _Means, statement: Statement, at: tuple[int, str], lore: Lore) -> Iterator[Draft]:
    start, part = at
    called = means.called.search(part)
    denial = _denial(part, called) if called else None
    hit = called if denial else means.told.search(part)
    if not hit:
        return
    if denial:
        member, around = NOT_INVOLVED, part
        if _IN_PART.search(part):
            return
    else:
        member, around = INVOLVED, part[: hit.end()]
        if _DENIAL.search(around) or _ENZYMES_OF_OTHERS.search(part):
            return
        if _ANOTHER_BINDS.search(part[: hit.start()]):
            return
    if speaks_of_others(part.replace("rather than", ""), lore) or begins_with_another(part, lore):
        return
    ingredient = subject_of(statement, lore, part)
    if ingredient is None:
        return
    strength = Strength.HEDGED if _HEDGED.search(around) else Strength.PLAIN
    yield Draft(
        Kind.MECHANISM,
        means.name,
        Category(None, frozenset({member})),
        Scope.of({Facet.COMPONENT: ingredient}),
        strength=strength,
        marks=((start + hit.start(), start + hit.end()),),
    )


def _denial(part: str, called: re.Match[str]) -> bool:
    """Whether the means is denied: a denial before it, with only members of one list between."""
    before = part[: called.start()]
    denials = list(_DENIAL.finditer(before))
    return bool(denials) and not _LIST_BREAK.search(before, denials[-1].end())
