"""What the body does with a drug, in figures: half-life, time to peak, bioavailability, protein binding.

With them the enzyme that a drug is mainly metabolised by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monolint.domain.claim import Category, Facet, Kind, Quantity
from monolint.extraction.ingredients import ingredient_of, is_about_partners, speaks_of_others
from monolint.extraction.quantities import HOURS, Amount, find_amounts
from monolint.extraction.reader import reader
from monolint.extraction.scoping import narrowed, part_scope
from monolint.extraction.sentences import clauses
from monolint.extraction.statements import Draft, Lore, Statement

MAIN_ENZYME = "main enzyme"
_CUES = ("half-li", "half li", "bioavailab", "protein", "albumin", "peak", "tmax", "t max", "cyp")
_SECTIONS = frozenset({None, "mechanism", "pharmacokinetics", "indication", "summary", "faq"})
_ABOUT_OTHERS = frozenset({"interaction", "contraindication", "undesirable_effect", "overdose", "monitoring"})
_PERCENT = "%"
_REACH = 60


@dataclass(frozen=True, slots=True)
class _Measure:
    """A figure of pharmacokinetics: its name, the words for it and what it is given in."""

    name: str
    words: re.Pattern[str]
    is_time: bool


_MEASURES = (
    _Measure("half-life", re.compile(r"\bhalf[\s-]li(?:fe|ves)\b", re.IGNORECASE), True),
    _Measure(
        "time to peak",
        re.compile(
            r"\bpeak\s+(?:(?:plasma|serum|blood|drug)\s+)*(?:concentrations?|levels?)|\bT\s?max\b|\btime\s+to\s+peak\b",
            re.IGNORECASE,
        ),
        True,
    ),
    _Measure("bioavailability", re.compile(r"\bbioavailab(?:ility|le)\b", re.IGNORECASE), False),
    _Measure(
        "protein binding",
        re.compile(
            r"\b(?:protein|albumin)[\s-]+(?:binding|bound)\b|\bbound\s+to\s+(?:\w+\s+){0,3}(?:proteins?|albumin)\b",
            re.IGNORECASE,
        ),
        False,
    ),
)
# Another moiety, another phase of the curve, or what changes the figure: none is the drug's own figure.
_ANOTHER = re.compile(
    r"metabolit|\bactive\s+(?:form|moiety)|\bdistribution\b|\bbiphasic|\binitial\b|\balpha\b|\bbeta[\s-]phase|enantiomer"
    r"|isomer|\bunchanged\b|\bpro-?longed?\b|\bincreas|\breduc|\bdecreas|\bextended\b|\bshorten|\bpoor\s+metaboli|\bfood\b|\bmeal\b"
    r"|\bfast(?:ed|ing)\b|\brelative\b|\bsteady|\bmultiple\b|\bcompared\b|\bvar(?:y|ies)\b|\bspinal\b|\btissue|\bhalf-lives\b"
    r"|\bunbound\b|\brepeated\b|\bup\s+to\b|\bat\s+least\b",
    re.IGNORECASE,
)
_OWNER = re.compile(r"\b([A-Z][\w-]*)(?:['’]s\b|\s+(?:has|have|exhibits?|shows?|is|reaches|achieves)\b)")
_OF_WHAT = re.compile(r"\s+of\s+(?:the\s+)?(?P<owner>[A-Za-z][\w-]+)")
_NO_OWNER = frozenset(
    {
        "it",
        "its",
        "the",
        "drug",
        "this",
        "elimination",
        "absorption",
        "distribution",
        "metabolism",
        "excretion",
    }
    | {"half", "half-life", "bioavailability", "oral", "terminal", "plasma", "serum", "peak", "mean", "about"}
    | {"approximately", "around", "roughly", "only", "nearly", "almost", "between", "less", "more", "protein"}
)
_MAINLY = re.compile(
    r"\b(?:primarily|mainly|predominantly|chiefly|mostly|largely|principally)\b(?P<what>[^.;]*?)"
    r"(?=[.;]|\bwith\b|\bto\s+a\s+lesser\b|\bminor\b|\bbut\b|$)",
    re.IGNORECASE,
)
_ENZYME = re.compile(r"\bCYP\s?(\d[A-Z]\d*)", re.IGNORECASE)
_CASE = frozenset(
    {Facet.ROUTE, Facet.FORMULATION, Facet.POPULATION, Facet.AGE, Facet.RENAL, Facet.HEPATIC, Facet.SEX}
)


@reader(*_CUES)
def read_kinetics(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of pharmacokinetics claims: figures, and the enzyme that metabolises most of the drug."""
    if statement.section not in _SECTIONS:
        return
    if _ABOUT_OTHERS.intersection(statement.sections) or is_about_partners(statement):
        return
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        if speaks_of_others(part, lore):
            continue
        ingredient = ingredient_of(statement, lore, part)
        if ingredient is None:
            continue
        for name, value, first, last in (*_figures(part, lore), *_enzymes(part, lore)):
            case = part_scope(statement, part, lore, _CASE)
            scope = narrowed(case, {Facet.COMPONENT: ingredient})
            marks = ((start + first, start + last),)
            yield Draft(Kind.PHARMACOKINETICS, name, value, scope, marks=marks)


def _figures(part: str, lore: Lore) -> Iterator[tuple[str, Quantity | Category, int, int]]:
    if _ANOTHER.search(part):
        return
    for measure in _MEASURES:
        said = list(measure.words.finditer(part))
        if len(said) != 1 or not _is_of_the_drug(part, said[0], lore):
            continue
        amount = _amount(part, said[0], measure)
        if amount:
            yield measure.name, _value(amount, measure), amount.start, amount.end


def _amount(part: str, said: re.Match[str], measure: _Measure) -> Amount | None:
    """The one figure beside the words; none where several stand there, which are those of several cases."""
    fitting = [amount for amount in find_amounts(part) if _fits(amount, measure)]
    others = [
        m.start() for other in _MEASURES for m in other.words.finditer(part) if m.start() > said.start()
    ]
    limit = min([*others, said.end() + _REACH])
    after = [amount for amount in fitting if said.end() <= amount.start < limit]
    before = [amount for amount in fitting if amount.end <= said.start() <= amount.end + _REACH // 2]
    if measure.is_time and before and "half" not in said.group().lower():
        return None
    near = after or before[-1:]
    return near[0] if len(near) == 1 else None


def _fits(amount: Amount, measure: _Measure) -> bool:
    return amount.unit.symbol in HOURS if measure.is_time else amount.unit.symbol == _PERCENT


def _value(amount: Amount, measure: _Measure) -> Quantity:
    times, parts = HOURS[amount.unit.symbol] if measure.is_time else (1, 1)
    bounds = (amount.quantity.low, amount.quantity.high)
    low, high = (round(bound * times / parts, 3) if bound is not None else None for bound in bounds)
    return Quantity(low, high, "h" if measure.is_time else _PERCENT)


def _is_of_the_drug(part: str, said: re.Match[str], lore: Lore) -> bool:
    """Whether no other substance owns the figure ("Its ester has a half-life of ...")."""
    owners = [match.group(1) for match in _OWNER.finditer(part, 0, said.start())]
    of_what = _OF_WHAT.match(part, said.end())
    if of_what:
        owners.append(of_what["owner"])
    return all(_is_own(owner.lower(), lore) for owner in owners)


def _is_own(owner: str, lore: Lore) -> bool:
    return owner in _NO_OWNER or any(owner in name or name in owner for name in lore.names)


def _enzymes(part: str, lore: Lore) -> Iterator[tuple[str, Quantity | Category, int, int]]:
    if "metaboli" not in part.lower() or "metabolite" in part.lower():
        return
    if "further" in part or not all(_is_own(found.group(1).lower(), lore) for found in _OWNER.finditer(part)):
        return
    for match in _MAINLY.finditer(part):
        names = [f"CYP{found.group(1).upper()}" for found in _ENZYME.finditer(match["what"])]
        if names:
            yield MAIN_ENZYME, Category(None, frozenset(names)), match.start(), match.end()
            return
