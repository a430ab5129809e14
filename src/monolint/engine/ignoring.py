"""Which entries git ignores, and which globs of the configuration cover a path."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from monolint.engine.pathnames import git_root


@dataclass(frozen=True, slots=True)
class Globs:
    """Patterns written as in .gitignore, matched against shown paths."""

    patterns: GitIgnoreSpec

    @staticmethod
    def of(patterns: Iterable[str]) -> Globs:
        return Globs(GitIgnoreSpec.from_lines(patterns))

    def cover(self, name: str) -> bool:
        """Whether a shown path is covered; a folder's name ends with a slash."""
        return bool(self.patterns) and self.patterns.match_file(name)


@dataclass(frozen=True, slots=True)
class Ignores:
    """The ignore files in force in a folder, the nearest last: the nearest one decides."""

    files: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    def entering(self, folder: Path) -> Ignores:
        """These ignore files and the one that `folder` holds itself."""
        return self._with(folder, folder / ".gitignore")

    def _with(self, base: Path, file: Path) -> Ignores:
        try:
            lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:  # most folders have none, and one that git cannot read ignores nothing
            return self
        inside = os.path.join(base, "")  # noqa: PTH118 - with the separator that paths below it have
        return Ignores((*self.files, (inside, GitIgnoreSpec.from_lines(lines))))

    def cover(self, path: str, *, folder: bool) -> bool:
        """Whether a path below the folders of these files is ignored."""
        for base, patterns in reversed(self.files):
            name = path.removeprefix(base).replace(os.sep, "/") + ("/" if folder else "")
            verdict = patterns.check_file(name).include
            if verdict is not None:
                return verdict
        return False


def ignores_above(folder: Path) -> Ignores:
    """The ignore files of the git working tree that `folder` stands in, from its root down.

    A folder that is itself ignored but was named all the same is read as if they were not there.
    """
    root = git_root(folder)
    if root is None or root == folder:
        return Ignores()._with(folder, folder / ".git" / "info" / "exclude")
    ignores = Ignores()._with(root, root / ".git" / "info" / "exclude")
    for parent in reversed([parent for parent in folder.parents if parent.is_relative_to(root)]):
        ignores = ignores.entering(parent)
    inside = [*reversed([parent for parent in folder.parents if parent.is_relative_to(root)][:-1]), folder]
    ignored = any(ignores.cover(str(step), folder=True) for step in inside)
    return Ignores() if ignored else ignores
