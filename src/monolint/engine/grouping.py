"""Documents into groups, one per drug. Identity is exact: nothing fuzzy merges two drugs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from monolint.domain.corpus import Reading
from monolint.domain.document import Subject
from monolint.domain.group import DrugGroup
from monolint.reading import same_drug

Aliases = Mapping[str, Sequence[str]]


def group_by_drug(readings: Iterable[Reading], aliases: Aliases | None = None) -> tuple[DrugGroup, ...]:
    """Groups in order of their name, the documents of each in order of their path.

    `aliases` maps a name to other names of the same drug, as configured. Claims carry the name of
    their group as subject afterwards, so that documents that name one drug differently are compared.
    """
    names = _configured_names(aliases or {})
    members: dict[Subject, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=lambda reading: reading.path):
        members[reading.subject].append(reading)
    groups = [
        _group([reading for subject in subjects for reading in members[subject]], names)
        for subjects in _same_drugs(list(members), names)
    ]
    return tuple(sorted(groups, key=lambda group: (group.subject, group.documents[0].path)))


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


def _group(readings: Sequence[Reading], names: Mapping[str, str]) -> DrugGroup:
    ordered = sorted(readings, key=lambda reading: reading.path)
    name = _group_name([reading.subject for reading in ordered], names)
    claims = tuple(
        claim if claim.subject == name else replace(claim, subject=name)
        for reading in ordered
        for claim in reading.claims
    )
    return DrugGroup(name, tuple(ordered), claims)


def _group_name(subjects: Sequence[Subject], names: Mapping[str, str]) -> str:
    """A configured main name; else the document's name that most documents know; else by alphabet."""
    configured = {names[subject.name] for subject in subjects if subject.name in names}
    if configured:
        return min(configured)
    titles = Counter(subject.name for subject in subjects)
    known = Counter(name for subject in subjects for name in {subject.name, *subject.aliases})
    return min(titles, key=lambda name: (-known[name], -titles[name], name))
