"""Documents into groups, one per drug. Identity is exact: nothing fuzzy merges two drugs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from monolint.domain.corpus import Reading
from monolint.domain.document import Subject
from monolint.domain.group import DrugGroup
from monolint.reading import same_drug

Aliases = Mapping[str, Sequence[str]]


class Member(Protocol):
    """Anything that is about a drug and has a path: a document with its claims, or a note of one."""

    @property
    def path(self) -> str: ...

    @property
    def subject(self) -> Subject: ...


M = TypeVar("M", bound=Member)


@dataclass(frozen=True, slots=True)
class Drug(Generic[M]):
    """The name of a drug and all that is about it, in order of path."""

    name: str
    members: tuple[M, ...]


def by_drug(members: Iterable[M], aliases: Aliases | None = None) -> tuple[Drug[M], ...]:
    """Drugs in order of their name.

    `aliases` maps a name to other names of the same drug, as configured.
    """
    names = _configured_names(aliases or {})
    by_subject: dict[Subject, list[M]] = defaultdict(list)
    for member in sorted(members, key=lambda member: member.path):
        by_subject[member.subject].append(member)
    drugs = [
        _drug([member for subject in subjects for member in by_subject[subject]], names)
        for subjects in _same_drugs(list(by_subject), names)
    ]
    return tuple(sorted(drugs, key=lambda drug: (drug.name, drug.members[0].path)))


def group_by_drug(readings: Iterable[Reading], aliases: Aliases | None = None) -> tuple[DrugGroup, ...]:
    """The groups that rules compare, in order of their name."""
    return tuple(assembled(drug.name, drug.members) for drug in by_drug(readings, aliases))


def assembled(name: str, readings: Sequence[Reading]) -> DrugGroup:
    """One drug's documents as a group.

    Claims carry the name of their group as subject afterwards, so that documents that name one drug
    differently are compared.
    """
    claims = tuple(
        claim if claim.subject == name else replace(claim, subject=name)
        for reading in readings
        for claim in reading.claims
    )
    return DrugGroup(name, tuple(readings), claims)


def _configured_names(aliases: Aliases) -> dict[str, str]:
    """The main name of every configured name."""
    return {
        _normal(name): _normal(main) for main, others in sorted(aliases.items()) for name in (main, *others)
    }


def _normal(name: str) -> str:
    return " ".join(name.casefold().split())


def _same_drugs(subjects: Sequence[Subject], names: Mapping[str, str]) -> list[list[Subject]]:
    """The subjects by drug: those that are one drug stand together, directly or through others."""
    leaders = list(range(len(subjects)))

    def leader(index: int) -> int:
        while leaders[index] != index:
            index = leaders[index]
        return index

    for one, other in _same_pairs(subjects, names):
        leaders[leader(other)] = leader(one)
    classes: dict[int, list[Subject]] = defaultdict(list)
    for index, subject in enumerate(subjects):
        classes[leader(index)].append(subject)
    return list(classes.values())


def _same_pairs(subjects: Sequence[Subject], names: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Pairs that are one drug. Only subjects that share a name or all ingredients need a look."""
    seen: dict[object, list[int]] = defaultdict(list)
    for index, subject in enumerate(subjects):
        main = names.get(subject.name)
        if main is not None:
            yield from ((other, index) for other in seen["configured", main])
            seen["configured", main].append(index)
        for key in (subject.ingredients, subject.name, *sorted(subject.aliases)):
            yield from ((other, index) for other in seen[key] if same_drug(subjects[other], subject))
            seen[key].append(index)


def _drug(members: Sequence[M], names: Mapping[str, str]) -> Drug[M]:
    ordered = tuple(sorted(members, key=lambda member: member.path))
    return Drug(_drug_name([member.subject for member in ordered], names), ordered)


def _drug_name(subjects: Sequence[Subject], names: Mapping[str, str]) -> str:
    """A configured main name; else the document's name that most documents know; else by alphabet."""
    configured = {names[subject.name] for subject in subjects if subject.name in names}
    if configured:
        return min(configured)
    titles = Counter(subject.name for subject in subjects)
    known = Counter(name for subject in subjects for name in {subject.name, *subject.aliases})
    return min(titles, key=lambda name: (-known[name], -titles[name], name))
