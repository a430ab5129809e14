"""The names that people see for files: POSIX, relative to the root of the run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def absolute(path: Path) -> Path:
    """The absolute path without `.` and `..`; symbolic links are kept as they are named."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute() keeps "..", resolve() follows links


def shown(path: Path, root: Path) -> str:
    """The POSIX path of `path` relative to `root`; absolute when it lies outside of it.

    Bytes of a file name that are not UTF-8 are replaced, so that the name can always be printed.
    """
    full = absolute(path)
    name = full.relative_to(root).as_posix() if full.is_relative_to(root) else full.as_posix()
    return os.fsencode(name).decode("utf-8", "replace")


def upwards(start: Path) -> Iterator[Path]:
    """`start` and the folders above it, nearest first."""
    yield start
    yield from start.parents


def common_folder(paths: Iterable[Path]) -> Path | None:
    """The deepest folder that holds all paths, in whatever order they are given.

    None when there are no paths, or when they share no folder (two drives).
    """
    folders = [str(full if full.is_dir() else full.parent) for full in map(absolute, paths)]
    if not folders:
        return None
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:
        return None


def git_root(start: Path) -> Path | None:
    """The nearest folder at or above `start` that is a git working tree."""
    return next((folder for folder in upwards(start) if (folder / ".git").exists()), None)
