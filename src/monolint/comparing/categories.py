"""Members of closed schemes: pregnancy letters and frequency classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Literal

from monolint.comparing.components import conflicts, prominence
from monolint.comparing.interface import AGREEMENT, Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.scopes import agreement
from monolint.comparing.selection import by_object, of_kind, section
from monolint.domain.claim import Agreement, Band, Category, Claim, Facet, Kind, Stance, Strength, Value
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup
from monolint.extraction import lexicon

_COMMON = Category(None, frozenset({"common", "very_common"}))


class CategoryOptions(Options):
    """`verdict`: what two categories without a common member are.

    `objects`: only these objects. `schemes`: only categories of these schemes.
    `between`: "documents" leaves alone what one document says in two places, and a document that says
    both of a thing tells them apart by something that is not read; "unlike documents" leaves alone what all
    documents say alike, each in two ways.
    `scope`: what a facet means that only one side gives, where it differs from the general rule.
    `groups`: objects that are common because one of their members is ("gastrointestinal upset").
    """

    groups: tuple[str, ...] = ()
    verdict: Literal["contradiction", "discrepancy"] = "discrepancy"
    objects: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    between: Literal["anywhere", "documents", "unlike documents"] = "anywhere"
    scope: Mapping[Facet, Agreement] = {}


def _compare(group: DrugGroup, kind: Kind, options: CategoryOptions) -> Iterator[Conflict]:
    def judge(one: Claim, two: Claim) -> Judgement:
        return _judge(one, two, options)

    every = of_kind(group.claims, kind)
    for topic, claims in by_object([*every, *_for_groups(every, options.groups)]):
        if not options.objects or topic in options.objects:
            counted = [claim for claim in claims if _counts(claim, options)]
            kept = _of_one_mind(counted) if options.between == "documents" else counted
            if options.between != "unlike documents" or not _said_alike(kept):
                yield from conflicts(kind, topic, kept, judge)


def _for_groups(claims: Sequence[Claim], groups: Sequence[str]) -> Iterator[Claim]:
    """What claims on common reactions say of the groups of these; a rare one tells nothing of its group."""
    for claim in claims:
        if groups and isinstance(claim.value, Category) and claim.value.members <= _COMMON.members:
            for name in sorted(lexicon.reactions().broader(claim.object or "").intersection(groups)):
                yield replace(claim, object=name, value=_COMMON)


def _of_one_mind(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of documents that all share a category."""
    mixed = {
        one.document
        for one, two in combinations(claims, 2)
        if one.document == two.document and not _share(one, two)
    }
    return [claim for claim in claims if claim.document not in mixed]


def _said_alike(claims: Sequence[Claim]) -> bool:
    """Whether several documents say just the same things."""
    said: dict[str, set[Value]] = {}
    for claim in claims:
        said.setdefault(claim.document, set()).add(claim.value)
    every = list(said.values())
    return len(every) > 1 and all(values == every[0] for values in every)


def _share(one: Claim, two: Claim) -> bool:
    assert isinstance(one.value, Category)
    assert isinstance(two.value, Category)
    return _same_letter(one.value, two.value)


def _counts(claim: Claim, options: CategoryOptions) -> bool:
    if not isinstance(claim.value, Category):
        return False
    return not options.schemes or claim.value.scheme in options.schemes


def _judge(one: Claim, two: Claim, options: CategoryOptions) -> Judgement:
    assert isinstance(one.value, Category)
    assert isinstance(two.value, Category)
    if _of_two_schemes(one.value, two.value) or _same_letter(one.value, two.value):
        return AGREEMENT
    scope = agreement(one.scope, two.scope, options.scope)
    if scope is Agreement.DIFFERENT:
        return AGREEMENT
    verdict = Verdict[options.verdict.upper()]
    if scope is Agreement.PARTIAL or Strength.HEDGED in (one.strength, two.strength):
        verdict = min(verdict, Verdict.DISCREPANCY)
    return Judgement(verdict, Confidence.HIGH if scope is Agreement.EQUAL else Confidence.MEDIUM)


def _of_two_schemes(one: Category, two: Category) -> bool:
    """Whether two letters may belong to two schemes: a bare letter can be the FDA's."""
    if one.scheme == two.scheme:
        return False
    return None not in (one.scheme, two.scheme) or "TGA" in (one.scheme, two.scheme)


def _same_letter(one: Category, two: Category) -> bool:
    """Whether two categories have a member in common; a finer letter (B1) is no other than its own (B)."""
    return any(a.startswith(b) or b.startswith(a) for a in one.members for b in two.members)


class CategoryAdviceOptions(Options):
    """`category`: object of the category claims; `advice`: object of the advice claims.

    `conflicts`: for each letter, the advice that it does not go with.
    """

    category: str
    advice: str
    conflicts: Mapping[str, tuple[Stance, ...]]


def _against_advice(group: DrugGroup, kind: Kind, options: CategoryAdviceOptions) -> Iterator[Conflict]:
    claims = [c for c in of_kind(group.claims, kind) if c.object in (options.category, options.advice)]

    def judge(one: Claim, two: Claim) -> Judgement:
        letter, advice = (one, two) if isinstance(one.value, Category) else (two, one)
        if not isinstance(letter.value, Category) or not isinstance(advice.value, Stance):
            return AGREEMENT
        if agreement(letter.scope, advice.scope) is Agreement.DIFFERENT:
            return AGREEMENT
        clash = all(advice.value in options.conflicts.get(name, ()) for name in letter.value.members)
        return Judgement(Verdict.DISCREPANCY, Confidence.HIGH) if clash else AGREEMENT

    yield from conflicts(kind, options.category, _without_explained_letters(claims), judge)


def _without_explained_letters(claims: Sequence[Claim]) -> list[Claim]:
    """Drop letters that their own passage puts a ban beside: there the two are one statement."""
    banned = {_line(c) for c in claims if isinstance(c.value, Stance) and c.value.band is Band.FORBIDS}
    return [c for c in claims if isinstance(c.value, Stance) or _line(c) not in banned]


def _line(claim: Claim) -> tuple[str, int, int]:
    return *section(claim), claim.place.start.line


class SchemeOptions(Options):
    """`object`: object of the category claims."""

    object: str


def _without_scheme(group: DrugGroup, kind: Kind, options: SchemeOptions) -> Iterator[Conflict]:
    omission = Judgement(Verdict.OMISSION, Confidence.HIGH)
    for document in group.documents:
        bare = tuple(
            claim
            for claim in sorted(of_kind(group.claims, kind), key=prominence)
            if claim.document == document.path
            and claim.object == options.object
            and isinstance(claim.value, Category)
            and claim.value.scheme is None
        )
        if bare:
            yield Conflict(kind, options.object, bare, (), omission)


CATEGORIES = Comparator("categories", "categories of one scheme that differ", CategoryOptions, _compare)
CATEGORY_AGAINST_ADVICE = Comparator(
    "category-against-advice",
    "a category beside advice that it does not go with",
    CategoryAdviceOptions,
    _against_advice,
)
SCHEME_MISSING = Comparator(
    "scheme-missing", "a category that does not say whose it is", SchemeOptions, _without_scheme
)
