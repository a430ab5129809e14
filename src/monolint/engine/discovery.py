"""From the paths that were named to the files to read, each once and in a fixed order."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from monolint.domain.finding import Failure
from monolint.engine.ignoring import Globs, Ignores, ignores_above
from monolint.engine.pathnames import absolute, shown

MARKDOWN = (".md", ".markdown", ".mdx")
_TEXT = ".txt"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files to read, sorted by their shown path, and the inputs that could not be followed."""

    files: tuple[Path, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class _Walk:
    """What does not change while the folders under one argument are walked."""

    name: Callable[[Path], str]
    excluded: Globs


def discover(paths: Sequence[Path], root: Path, exclude: Sequence[str] = ()) -> Discovery:
    """Find the documents under `paths`; names are shown relative to `root`.

    A file that is named itself is always taken. Folders give their Markdown files, and their .txt
    files that open with front matter, without hidden entries, those that git ignores and those
    that the `exclude` globs cover.
    """
    walk = _Walk(lambda path: shown(path, root), Globs.of(exclude))
    files: list[Path] = []
    failures: list[Failure] = []
    for path in dict.fromkeys(map(absolute, paths)):
        for found in _under(path, walk):
            if isinstance(found, Failure):
                failures.append(found)
            else:
                files.append(found)
    ordered = sorted(_each_once(files), key=walk.name)
    return Discovery(tuple(ordered), tuple(sorted(set(failures), key=lambda failure: failure.path)))


def would_be_found(path: Path, content: bytes, paths: Sequence[Path], excluded: Globs, root: Path) -> bool:
    """Whether a file that is not on the disk would be among the documents under `paths` if it were."""
    has_name = path.suffix.lower() in MARKDOWN or (
        path.suffix.lower() == _TEXT and content.removeprefix(_BYTE_ORDER_MARK).startswith(b"---")
    )
    for named in map(absolute, paths):
        if path == named:
            return True
        if has_name and path.is_relative_to(named):
            parts = path.relative_to(named).parts
            return not any(part.startswith(".") for part in parts) and not excluded.cover(shown(path, root))
    return False


def _each_once(files: Sequence[Path]) -> list[Path]:
    """One path per file; a file that links lead to keeps its own name where that was found too."""
    by_target: dict[str, Path] = {}
    for file in sorted(files, key=lambda file: (os.path.realpath(file) != str(file), str(file))):
        by_target.setdefault(os.path.realpath(file), file)
    return list(by_target.values())


def _under(path: Path, walk: _Walk) -> Iterator[Path | Failure]:
    if path.is_dir():
        yield from _named_folder(path, walk)
        return
    try:
        path.stat()
    except OSError as error:
        yield _unreachable(path, error, walk)
    else:
        yield path


def _unreachable(path: Path, error: OSError, walk: _Walk) -> Failure:
    if error.errno == errno.ELOOP:
        return _loop(path, walk)
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return Failure(
            walk.name(path), "symbolic link to a file that does not exist", "mend or remove the link"
        )
    if isinstance(error, FileNotFoundError):
        return Failure(walk.name(path), "no such file or directory", "check the spelling of the path")
    return Failure(walk.name(path), f"cannot be read: {error.strerror}", "check its permissions")


def _loop(path: Path, walk: _Walk) -> Failure:
    return Failure(walk.name(path), "symbolic link loop, not followed", "remove the link, or exclude it")


def _named_folder(folder: Path, walk: _Walk) -> Iterator[Path | Failure]:
    empty = True
    for found in _walked(folder, ignores_above(folder), (), walk):
        empty = False
        yield found
    if empty:
        hint = (
            "looked for .md, .markdown, .mdx, and .txt with front matter, that are neither ignored nor hidden"
        )
        yield Failure(walk.name(folder), "no documents in this directory", hint)


def _walked(folder: Path, ignores: Ignores, above: tuple[str, ...], walk: _Walk) -> Iterator[Path | Failure]:
    real = os.path.realpath(folder)
    if real in above:
        yield _loop(folder, walk)
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreachable(folder, error, walk)
        return
    ignores = ignores.entering(folder)
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _entry(entry, ignores, (*above, real), walk)


def _entry(
    entry: os.DirEntry[str], ignores: Ignores, above: tuple[str, ...], walk: _Walk
) -> Iterator[Path | Failure]:
    path = Path(entry.path)
    is_folder = path.is_dir()
    if not (is_folder or _has_document_name(path) or entry.is_symlink()):
        return
    name = walk.name(path) + ("/" if is_folder else "")
    if ignores.cover(path, folder=is_folder) or walk.excluded.cover(name):
        return
    if is_folder:
        yield from _walked(path, ignores, above, walk)
    elif entry.is_symlink() and (broken := _broken_link(path, walk)):
        yield broken
    elif path.suffix.lower() in MARKDOWN or _is_text_document(path):
        yield path


def _has_document_name(path: Path) -> bool:
    return path.suffix.lower() in (*MARKDOWN, _TEXT)


def _broken_link(path: Path, walk: _Walk) -> Failure | None:
    """Why a link cannot be followed; one that dangles matters only under the name of a document."""
    try:
        path.stat()
    except FileNotFoundError as error:
        return _unreachable(path, error, walk) if _has_document_name(path) else None
    except OSError as error:
        return _unreachable(path, error, walk)
    return None


def _is_text_document(path: Path) -> bool:
    if path.suffix.lower() != _TEXT:
        return False
    try:
        with path.open("rb") as file:
            first = file.readline(64)
    except OSError:  # taken, so that the reader says why it cannot be read
        return True
    return first.removeprefix(_BYTE_ORDER_MARK).rstrip() == b"---"
