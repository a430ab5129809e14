"""What one list or one document leaves out. Silence denies nothing: these are omissions at most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal

from monolint.comparing.components import prominence
from monolint.comparing.interface import Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.selection import by_object, of_kind
from monolint.domain.claim import Category, Claim, Kind, Nothing, Stance, Terms
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup

_GRADE = re.compile(r"^(?:severe|serious|mild|moderate|fatal|life-threatening|persistent|transient)\s+")
_OMISSION = Judgement(Verdict.OMISSION, Confidence.HIGH)


class ListOptions(Options):
    """`between`: compare the lists inside one document, or the documents' lists taken together.

    `unlabelled`: the object of lists without a class; such a list counts to the class with which it
    shares at least half of its terms.
    """

    between: Literal["lists", "documents"]
    unlabelled: str = ""


def _lists(group: DrugGroup, kind: Kind, options: ListOptions) -> Iterator[Conflict]:
    every = [claim for claim in of_kind(group.claims, kind) if isinstance(claim.value, Terms)]
    for topic, claims in by_object(every):
        if topic == options.unlabelled:
            continue
        lists = sorted(claims, key=prominence)
        if options.between == "lists":
            for document in group.documents:
                own = [c for c in lists if c.document == document.path]
                bare = [c for c in every if c.document == document.path and c.object == options.unlabelled]
                kin = [c for c in bare if 2 * len(_union([c]) & _union(own)) >= len(_terms(c))]
                yield from _inside(kind, topic, sorted((*own, *kin), key=prominence))
        else:
            yield from _across(kind, topic, lists, every)


def _inside(kind: Kind, topic: str | None, lists: Sequence[Claim]) -> Iterator[Conflict]:
    """Lists of one class in several sections of a document; items of one section are one list."""
    blocks: dict[int, list[Claim]] = {}
    for claim in lists:
        blocks.setdefault(claim.place.block, []).append(claim)
    wholes = {block: frozenset[str]().union(*map(_terms, claims)) for block, claims in blocks.items()}
    if len(set(wholes.values())) < 2:
        return
    odd = frozenset[str]().union(*wholes.values()) - frozenset.intersection(*wholes.values())
    first = next(iter(blocks))
    right = [claim for block, claims in blocks.items() if wholes[block] != wholes[first] for claim in claims]
    left = [claim for block, claims in blocks.items() if wholes[block] == wholes[first] for claim in claims]
    yield Conflict(
        kind, topic, tuple(left), tuple(right), _OMISSION, words={"difference": ", ".join(sorted(odd))}
    )


def _across(
    kind: Kind, topic: str | None, lists: Sequence[Claim], every: Sequence[Claim]
) -> Iterator[Conflict]:
    """What each document's lists of a class name and no list of the other document does."""
    for one, two in combinations(sorted({claim.document for claim in lists}), 2):
        sides = [_only_in(lists, every, one, two), _only_in(lists, every, two, one)]
        odd = sides[0][0] | sides[1][0]
        if odd:
            left, right = (
                side or [next(c for c in lists if c.document == d)]
                for d, (_, side) in zip((one, two), sides, strict=True)
            )
            yield Conflict(
                kind,
                topic,
                tuple(left),
                tuple(right),
                _OMISSION,
                words={"difference": ", ".join(sorted(odd))},
            )


def _only_in(
    lists: Sequence[Claim], every: Sequence[Claim], here: str, there: str
) -> tuple[frozenset[str], list[Claim]]:
    known = _union([claim for claim in every if claim.document == there])
    own = [claim for claim in lists if claim.document == here]
    odd = frozenset(term for term in _union(own) if term not in known and _without_grade(term) not in known)
    return odd, [claim for claim in own if _terms(claim) & odd]


def _without_grade(term: str) -> str:
    """A reaction without its grade: lists of two sources need not grade alike."""
    return _GRADE.sub("", term)


def _terms(claim: Claim) -> frozenset[str]:
    assert isinstance(claim.value, Terms)
    return claim.value.members


def _union(claims: Iterable[Claim]) -> frozenset[str]:
    """All terms of some lists, with and without their grades."""
    terms = frozenset[str]().union(*(_terms(claim) for claim in claims))
    return terms | frozenset(map(_without_grade, terms))


class MissingOptions(Options):
    """What a document is silent about.

    `between`: "documents" where another document speaks, "document" where this one should.
    `beside`: kinds whose claims show where the silent document could say it.
    """

    between: Literal["document", "documents"]
    beside: tuple[Kind, ...] = ()


def _missing(group: DrugGroup, kind: Kind, options: MissingOptions) -> Iterator[Conflict]:
    speaking = sorted(of_kind(group.claims, kind), key=prominence)
    for document in group.documents:
        if any(claim.document == document.path for claim in speaking):
            continue
        silent = _beside(group, document.path, options.beside)
        if options.between == "document" and silent:
            yield Conflict(kind, None, silent[:1], silent[1:2], _OMISSION, silent=frozenset({document.path}))
        elif options.between == "documents" and speaking:
            sides = tuple(speaking), silent[:1]
            yield Conflict(kind, None, *sides, _OMISSION, silent=frozenset({document.path}))


def _beside(group: DrugGroup, path: str, kinds: Sequence[Kind]) -> tuple[Claim, ...]:
    ranked = (
        (kinds.index(claim.kind), *prominence(claim), claim)
        for claim in group.claims
        if claim.document == path and claim.kind in kinds
    )
    return tuple(row[-1] for row in sorted(ranked, key=lambda row: row[:-1]))


class ObjectOptions(Options):
    """`between`: "documents" compares what the documents speak of; "list" a document's list of the
    kind with what it states elsewhere, and only when the document has such a list.

    `section`: the section key that holds the list.
    `stances`: which advice makes an object count as stated.
    """

    between: Literal["list", "documents"]
    section: str = ""
    stances: tuple[Stance, ...] = ()


def _objects(group: DrugGroup, kind: Kind, options: ObjectOptions) -> Iterator[Conflict]:
    claims = sorted(
        (c for c in of_kind(group.claims, kind) if c.object and _counts(c, options)), key=prominence
    )
    if options.between == "documents":
        yield from _objects_across(kind, claims)
        return
    for document in group.documents:
        own = [claim for claim in claims if claim.document == document.path]
        listed = [claim for claim in own if claim.section == options.section]
        named = {claim.object for claim in listed}
        absent = [claim for claim in own if claim.object not in named]
        if listed and absent and not any(isinstance(c.value, Nothing) for c in listed):
            words = {"difference": _names(absent)}
            yield Conflict(kind, None, tuple(absent), tuple(listed), _OMISSION, words=words)


def _objects_across(kind: Kind, claims: Sequence[Claim]) -> Iterator[Conflict]:
    for one, two in combinations(sorted({claim.document for claim in claims}), 2):
        left = [claim for claim in claims if claim.document == one]
        right = [claim for claim in claims if claim.document == two]
        shared = {claim.object for claim in left} & {claim.object for claim in right}
        odd = [claim for claim in (*left, *right) if claim.object not in shared]
        if not odd:
            continue
        rest = [claim for claim in (*left, *right) if claim.document != odd[0].document]
        places = tuple(claim for claim in rest if claim not in odd)
        yield Conflict(kind, None, tuple(odd), places, _OMISSION, words={"difference": _names(odd)})


def _names(claims: Iterable[Claim]) -> str:
    return ", ".join(sorted({claim.object or "" for claim in claims}))


def _counts(claim: Claim, options: ObjectOptions) -> bool:
    if isinstance(claim.value, Category | Terms):
        return False
    return not options.stances or claim.value in options.stances


LIST_DIFFERENCE = Comparator(
    "list-difference", "lists of the same thing that name different members", ListOptions, _lists
)
MISSING_STATEMENT = Comparator(
    "missing-statement", "a document that is silent about something", MissingOptions, _missing
)
OBJECT_DIFFERENCE = Comparator(
    "object-difference", "things that one place names and another leaves out", ObjectOptions, _objects
)
