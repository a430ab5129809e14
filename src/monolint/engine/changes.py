"""What a change brings: the findings that are there now and were not there before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from monolint import __version__
from monolint.domain.baseline import Reopened
from monolint.domain.finding import Failure, Finding, Report, Role
from monolint.engine import git, snapshots
from monolint.engine.baseline import created, match
from monolint.engine.check import EVERYTHING, Wanted, check
from monolint.engine.errors import SetupErrors
from monolint.engine.pathnames import shown
from monolint.engine.progress import Told, untold
from monolint.engine.settings import Settings
from monolint.engine.snapshots import Comparison


def check_since(
    paths: Sequence[Path], settings: Settings, ref: str, wanted: Wanted = EVERYTHING, told: Told = untold
) -> Report:
    """What the documents on the disk bring against those of a commit. Raises SetupErrors."""
    try:
        comparison = snapshots.since(settings.root, ref)
    except git.GitProblem as problem:
        raise SetupErrors([Failure("--changed-since", problem.message, problem.hint)]) from problem
    return _brought(paths, settings, wanted, comparison, told)


def check_staged(
    paths: Sequence[Path], settings: Settings, wanted: Wanted = EVERYTHING, told: Told = untold
) -> Report:
    """What the next commit brings: git's index against the last commit. Raises SetupErrors."""
    try:
        comparison = snapshots.staged(settings.root)
    except git.GitProblem as problem:
        raise SetupErrors([Failure("--staged", problem.message, problem.hint)]) from problem
    return _brought(paths, settings, wanted, comparison, told)


def check_pre_commit(
    paths: Sequence[Path],
    settings: Settings,
    environment: Mapping[str, str],
    wanted: Wanted = EVERYTHING,
    told: Told = untold,
) -> Report:
    """What pre-commit is run for: a range of commits in CI, else what is staged, else everything.

    Raises SetupErrors.
    """
    base = environment.get("PRE_COMMIT_FROM_REF")
    try:
        if base:
            top = git.toplevel(settings.root)
            head = environment.get("PRE_COMMIT_TO_REF", "HEAD")
            return check_since(paths, settings, git.merge_base(top, base, head), wanted, told)
        comparison = snapshots.staged(settings.root)
    except git.GitProblem as problem:
        raise SetupErrors([Failure("--pre-commit", problem.message, problem.hint)]) from problem
    if comparison.before == comparison.now:
        return check(paths, settings, wanted, told)
    return _brought(paths, settings, wanted, comparison, told)


def _brought(
    paths: Sequence[Path], settings: Settings, wanted: Wanted, comparison: Comparison, told: Told
) -> Report:
    """The report of the state now, with the findings alone that the state before has not.

    Both are found by the rules and the configuration of now. Failures of the state before are none of now.
    """
    now = check(paths, settings, wanted, told, comparison.now)
    before = check(paths, settings, Wanted(wanted.least, unread=False), told, comparison.before)
    changed = {shown(path, settings.root) for path in comparison.changed}
    renamed = {
        shown(old, settings.root): shown(new, settings.root) for old, new in comparison.renamed.items()
    }
    new = _new(now.findings, before.findings, changed, renamed)
    return replace(
        now,
        findings=tuple(_changed_side_first(finding, changed) for finding in new),
        unlisted={},
        before=len(now.findings) - len(new),
    )


def _new(
    now: Sequence[Finding], before: Sequence[Finding], changed: set[str], renamed: dict[str, str]
) -> list[Finding]:
    """Findings with a fingerprint of their own and a place in a changed document.

    Where a document is gone, what is left of a finding stands in documents that nobody touched.
    """
    matched = match(now, created(before, __version__), __version__)
    excused = {id(finding) for finding in matched.known}
    excused |= {id(item.finding) for item in matched.reopened if _is_renamed(item, renamed)}
    return [
        finding for finding in now if id(finding) not in excused and not changed.isdisjoint(_paths(finding))
    ]


def _is_renamed(item: Reopened, renamed: dict[str, str]) -> bool:
    return {renamed.get(path, path) for path in item.entry.paths} == set(_paths(item.finding))


def _paths(finding: Finding) -> Iterable[str]:
    return (evidence.path for evidence in finding.evidence)


def _changed_side_first(finding: Finding, changed: set[str]) -> Finding:
    """The finding with a changed place first, since reviews show nothing else."""
    at = next(index for index, item in enumerate(finding.evidence) if item.path in changed)
    if at == 0:
        return finding
    first = replace(finding.evidence[at], role=Role.PRIMARY)
    rest = [
        replace(item, role=Role.OTHER) if item.role is Role.PRIMARY else item
        for index, item in enumerate(finding.evidence)
        if index != at
    ]
    return replace(finding, evidence=(first, *rest))
