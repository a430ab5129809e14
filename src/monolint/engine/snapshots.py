"""States of the documents other than that of the disk: a commit's, and that of git's index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from monolint.engine import git


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Files whose content is another than on the disk; None for a file that is not there."""

    contents: Mapping[Path, bytes | None] = field(default_factory=dict)


ON_DISK = Snapshot()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states to compare, the files that differ and are there now, and where renamed ones stood before."""

    before: Snapshot
    now: Snapshot
    changed: frozenset[Path]
    renamed: Mapping[Path, Path]


def since(folder: Path, ref: str) -> Comparison:
    """The documents on the disk against those of a commit. Raises git.GitProblem."""
    top = git.toplevel(folder)
    return _comparison(top, git.changes_since(top, git.commit_of(top, ref)), {})


def staged(folder: Path) -> Comparison:
    """The documents of git's index against those of the last commit. Raises git.GitProblem."""
    top = git.toplevel(folder)
    return _comparison(top, git.staged_changes(top), git.unstaged_files(top))


def _comparison(
    top: Path, changes: tuple[git.Change, ...], unstaged: Mapping[Path, str | None]
) -> Comparison:
    names = [*(change.before for change in changes), *unstaged.values()]
    found = git.contents(top, filter(None, names))
    now = {path: found[name] if name else None for path, name in unstaged.items()}
    before: dict[Path, bytes | None] = dict(now)
    for change in changes:
        before[change.path] = found[change.before] if change.before else None
    return Comparison(
        Snapshot(before),
        Snapshot(now),
        frozenset(change.path for change in changes if not change.is_gone),
        {change.renamed_from: change.path for change in changes if change.renamed_from},
    )
