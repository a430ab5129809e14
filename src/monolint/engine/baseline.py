"""Findings that are known: which ones a run brings anew, and which entries no longer hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from monolint.domain.finding import Finding

Side = tuple[str, str]
"""Path and normalised value."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A known finding, with what a reviewer needs to recognise it.

    `sides` are the paths and values of all its places, sorted, each once.
    """

    subject: str
    rule: str
    object: str
    scope: str
    message: str
    sides: tuple[Side, ...]
    fingerprint: str

    @property
    def values(self) -> frozenset[str]:
        return frozenset(value for _, value in self.sides)

    @property
    def paths(self) -> frozenset[str]:
        return frozenset(path for path, _ in self.sides)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a baseline and the version of monolint that wrote them."""

    version: str
    entries: tuple[Entry, ...]


class Reason(StrEnum):
    """Why a known finding has another fingerprint now, though no value was changed."""

    MOVED = "a document was renamed, or the same value now stands in one more or one fewer"
    VERSION = "another version of monolint reads it in another way"


@dataclass(frozen=True, slots=True)
class Reopened:
    """A finding that an entry knows under another fingerprint."""

    finding: Finding
    entry: Entry
    reason: Reason


@dataclass(frozen=True, slots=True)
class Matched:
    """Findings of a run as a baseline sees them, in the order of the run; `stale` entries are sorted."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    reopened: tuple[Reopened, ...]
    stale: tuple[Entry, ...]


def entry_of(finding: Finding) -> Entry:
    """What a baseline keeps of a finding."""
    sides = {(evidence.path, evidence.value) for evidence in finding.evidence}
    return Entry(
        subject=finding.subject,
        rule=finding.rule,
        object=finding.object or "",
        scope=finding.scope,
        message=finding.message,
        sides=tuple(sorted(sides)),
        fingerprint=finding.fingerprint,
    )


def match(findings: Iterable[Finding], baseline: Baseline, version: str) -> Matched:
    """Part the findings of a run by a baseline; `version` is that of monolint now.

    An entry stands for one finding. What a fingerprint does not settle is settled by the values: the
    same rule, drug, object, case and values in other documents is a finding that moved.
    """
    waiting = Counter(entry.fingerprint for entry in baseline.entries)
    known: list[Finding] = []
    fresh: list[Finding] = []
    for finding in findings:
        if waiting[finding.fingerprint]:
            waiting[finding.fingerprint] -= 1
            known.append(finding)
        else:
            fresh.append(finding)
    left = _left(baseline.entries, waiting)
    place = {id(finding): number for number, finding in enumerate(fresh)}
    reopened: list[Reopened] = []
    for reason, alike in _likeness(baseline.version != version):
        fresh, left = _paired(fresh, left, reason, alike, reopened)
    reopened.sort(key=lambda item: place[id(item.finding)])
    return Matched(tuple(fresh), tuple(known), tuple(reopened), tuple(sorted(left)))


def _left(entries: Iterable[Entry], waiting: Counter[str]) -> list[Entry]:
    """The entries that no finding has the fingerprint of."""
    left = []
    for entry in entries:
        if waiting[entry.fingerprint]:
            waiting[entry.fingerprint] -= 1
            left.append(entry)
    return left


_Alike = Callable[[Entry], object]


def _likeness(other_version: bool) -> list[tuple[Reason, _Alike]]:
    """What makes an entry and a finding the same, strictest first."""
    ways: list[tuple[Reason, _Alike]] = [
        (Reason.MOVED, lambda entry: (entry.subject, entry.rule, entry.object, entry.scope, entry.values)),
    ]
    if other_version:
        ways += [
            (Reason.VERSION, lambda entry: (entry.subject, entry.object, entry.values, entry.paths)),
            (Reason.VERSION, lambda entry: (entry.subject, entry.rule, entry.object, entry.paths)),
        ]
    return ways


def _paired(
    findings: Sequence[Finding],
    entries: Sequence[Entry],
    reason: Reason,
    alike: _Alike,
    found: list[Reopened],
) -> tuple[list[Finding], list[Entry]]:
    """Pair findings with entries that are alike, and return what is left of both."""
    by_likeness: dict[object, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_likeness[alike(entry)].append(entry)
    rest = []
    for finding in findings:
        candidates = by_likeness.get(alike(entry_of(finding)))
        if candidates:
            found.append(Reopened(finding, candidates.pop(0), reason))
        else:
            rest.append(finding)
    used = {id(item.entry) for item in found}
    return rest, [entry for entry in entries if id(entry) not in used]


def created(findings: Iterable[Finding], version: str) -> Baseline:
    """A baseline that knows all of some findings."""
    return Baseline(version, tuple(sorted(map(entry_of, findings))))


def updated(matched: Matched, version: str, *, add: bool = False) -> Baseline:
    """A baseline without its stale entries, and with the reopened ones as they are found now.

    New findings are added only when `add` says so.
    """
    kept = [*matched.known, *(item.finding for item in matched.reopened), *(matched.new if add else ())]
    return created(kept, version)
