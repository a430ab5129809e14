"""Findings that are known: which ones a run brings anew, and which entries no longer hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from monolint.domain.baseline import Baseline, BaselineNews, KnownFinding, Reason, Reopened
from monolint.domain.finding import Finding


@dataclass(frozen=True, slots=True)
class Matched:
    """Findings of a run as a baseline sees them, in the order of the run; `stale` entries are sorted."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    reopened: tuple[Reopened, ...]
    stale: tuple[KnownFinding, ...]


def known_finding(finding: Finding) -> KnownFinding:
    """What a baseline keeps of a finding."""
    sides = {(evidence.path, evidence.value) for evidence in finding.evidence}
    return KnownFinding(
        subject=finding.subject,
        rule=finding.rule,
        object=finding.object or "",
        scope=finding.scope,
        severity=finding.severity,
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


def _left(entries: Iterable[KnownFinding], waiting: Counter[str]) -> list[KnownFinding]:
    """The entries that no finding has the fingerprint of."""
    left = []
    for entry in entries:
        if waiting[entry.fingerprint]:
            waiting[entry.fingerprint] -= 1
            left.append(entry)
    return left


_Alike = Callable[[KnownFinding], object]


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
    entries: Sequence[KnownFinding],
    reason: Reason,
    alike: _Alike,
    found: list[Reopened],
) -> tuple[list[Finding], list[KnownFinding]]:
    """Pair findings with entries that are alike, and return what is left of both."""
    by_likeness: dict[object, list[KnownFinding]] = defaultdict(list)
    for entry in entries:
        by_likeness[alike(entry)].append(entry)
    rest = []
    for finding in findings:
        candidates = by_likeness.get(alike(known_finding(finding)))
        if candidates:
            found.append(Reopened(finding, candidates.pop(0), reason))
        else:
            rest.append(finding)
    used = {id(item.entry) for item in found}
    return rest, [entry for entry in entries if id(entry) not in used]


def created(findings: Iterable[Finding], version: str) -> Baseline:
    """A baseline that knows all of some findings."""
    return Baseline(version, tuple(sorted(map(known_finding, findings))))


def updated(before: Baseline, news: BaselineNews, added: Iterable[Finding], version: str) -> Baseline:
    """A baseline without its stale entries, with the reopened ones as they are found now, and with more."""
    gone = Counter((*news.stale, *(item.entry for item in news.reopened)))
    kept = []
    for entry in before.entries:
        if gone[entry]:
            gone[entry] -= 1
        else:
            kept.append(entry)
    found = [*(item.finding for item in news.reopened), *added]
    return Baseline(version, tuple(sorted([*kept, *map(known_finding, found)])))
