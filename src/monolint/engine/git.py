"""What git knows of a working tree: changes against a commit, and contents. git is only asked, never told."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from monolint.engine.pathnames import git_root

_FILE_MODES = ("100644", "100755", "000000")
# Nothing that a checked-out repository brings is run: no diff driver, no text conversion, no monitor.
_SAFE = ("--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.quotepath=off")
_RAW = ("--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--ignore-submodules")


class GitProblem(Exception):
    """git cannot tell what was asked.

    `hint` says what to do about it.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs: its path, and the name of its content before, None for a new file.

    `renamed_from` is the path that git takes a new file to have had before.
    """

    path: Path
    before: str | None
    is_gone: bool
    renamed_from: Path | None = None


def toplevel(folder: Path) -> Path:
    """The root of the working tree that a folder stands in, links kept as they are. Raises GitProblem."""
    top = git_root(folder)
    if top is None:
        raise GitProblem(f"{folder} is in no git repository", "run it in one")
    return top


def commit_of(folder: Path, ref: str) -> str:
    """The commit that a name stands for. Raises GitProblem, with what to fetch in a shallow clone."""
    done = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if done.returncode == 0:
        return _text(done.stdout)
    if _text(_git(folder, "rev-parse", "--is-shallow-repository")) == "true":
        hint = f"this clone is shallow; fetch the commit first: git fetch --depth=1 origin {ref}"
        raise GitProblem(f"there is no commit {ref!r} in this clone", hint)
    raise GitProblem(f"there is no commit {ref!r}", "check the name, or fetch it")


def merge_base(folder: Path, one: str, other: str) -> str:
    """The commit from which two others went apart; the first of them where none is known."""
    first, second = commit_of(folder, one), commit_of(folder, other)
    done = _run(folder, "merge-base", first, second)
    return _text(done.stdout).split("\n")[0] if done.returncode == 0 else first


def changes_since(top: Path, commit: str) -> tuple[Change, ...]:
    """How the working tree differs from a commit; files that git does not track are new in it."""
    told = _git(top, "diff", *_RAW, "--find-renames", commit, "--")
    changes = [*_parsed(told, top)]
    listed = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    changes += [Change(_path(top, name), None, False) for name in listed.split(b"\0") if name]
    return tuple(changes)


def staged_changes(top: Path) -> tuple[Change, ...]:
    """How the index differs from the last commit, or from nothing before the first one."""
    head = _run(top, "rev-parse", "--verify", "--quiet", "HEAD")
    base = "HEAD" if head.returncode == 0 else _empty_tree(top)
    return tuple(_parsed(_git(top, "diff", "--cached", *_RAW, "--find-renames", base, "--"), top))


def unstaged_files(top: Path) -> dict[Path, str | None]:
    """Files whose working copy is not that of the index, with the name of the index's content.

    None for a file that the index does not have.
    """
    changed = _git(
        top, "diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "--"
    )
    others = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    names = [name for name in changed.split(b"\0") if name]
    staged = dict(_staged(top, names)) if names else {}
    found: dict[Path, str | None] = {_path(top, name): staged.get(name) for name in names}
    return found | {_path(top, name): None for name in others.split(b"\0") if name}


def contents(top: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The contents that some names stand for."""
    wanted = sorted(set(names))
    if not wanted:
        return {}
    told = _git(top, "cat-file", "--batch", input_data="".join(f"{name}\n" for name in wanted).encode())
    found, at = {}, 0
    for name in wanted:
        end = told.index(b"\n", at)
        head = told[at:end].split()
        if len(head) != 3:
            raise GitProblem(f"the content {name} is missing in this clone", "fetch the whole history")
        size = int(head[2])
        found[name] = told[end + 1 : end + 1 + size]
        at = end + size + 2
    return found


def _parsed(told: bytes, top: Path) -> Iterator[Change]:
    """The records of `git diff --raw -z`; links and submodules are left out."""
    parts = iter(told.split(b"\0"))
    for record in parts:
        if not record:
            return
        old_mode, new_mode, old, _, status = record.decode("ascii").lstrip(":").split(" ")
        first = next(parts)
        path = next(parts) if status[0] in "RC" else first
        if old_mode not in _FILE_MODES or new_mode not in _FILE_MODES:
            continue
        if status[0] == "R":
            yield Change(_path(top, first), old, True)
            yield Change(_path(top, path), None, False, _path(top, first))
        else:
            before = None if status[0] in "AC" else old
            yield Change(_path(top, path), before, status[0] == "D")


def _staged(top: Path, names: Sequence[bytes]) -> Iterator[tuple[bytes, str]]:
    """The names of the index's contents of some files."""
    wanted = set(names)
    for record in _git(top, "ls-files", "--stage", "-z").split(b"\0"):
        head, _, name = record.partition(b"\t")
        if name in wanted:
            yield name, head.split()[1].decode("ascii")


def _empty_tree(top: Path) -> str:
    return _text(_git(top, "hash-object", "-t", "tree", "--stdin", input_data=b""))


def _path(top: Path, name: bytes) -> Path:
    return top / name.decode("utf-8", "surrogateescape")


def _text(told: bytes) -> str:
    return told.decode("utf-8", "surrogateescape").strip("\n")


def _git(folder: Path, *arguments: str, input_data: bytes | None = None) -> bytes:
    done = _run(folder, *arguments, input_data=input_data)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitProblem(f"git says: {said[0] if said else done.returncode}", "run it in a git repository")
    return done.stdout


def _run(
    folder: Path, *arguments: str, input_data: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", *_SAFE, "-C", str(folder), *arguments], input=input_data, capture_output=True, check=False
        )
    except OSError as error:
        raise GitProblem(f"git cannot be run: {error.strerror}", "install git") from error
