"""From the paths that were named to the files to read, each once and in a fixed order."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from monolint.domain.finding import Failure
from monolint.engine.ignoring import Globs, Ignores, ignores_above
from monolint.engine.pathnames import absolute, shown

MARKDOWN = (".md", ".markdown", ".mdx")
_TEXT = ".txt"
_ENDINGS = (*MARKDOWN, _TEXT)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files to read, sorted by their shown path, and the inputs that could not be followed.

    `names` are the paths to show for the files.
    """

    files: tuple[Path, ...]
    names: tuple[str, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A file by its absolute path, the path to show, and the path without links."""

    path: str
    name: str
    real: str


@dataclass(frozen=True, slots=True)
class _Walk:
    """What does not change while the folders under one argument are walked."""

    name: Callable[[Path], str]
    excluded: Globs


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder that is walked: its paths, ready to have a name added, and the real ones above it.

    Paths are put together as text: a large corpus is mostly a matter of finding its files.
    """

    path: str
    name: str
    real: str
    above: tuple[str, ...]
    ignores: Ignores


def discover(paths: Sequence[Path], root: Path, exclude: Sequence[str] = ()) -> Discovery:
    """Find the documents under `paths`; names are shown relative to `root`.

    A file that is named itself is always taken. Folders give their Markdown files, and their .txt
    files that open with front matter, without hidden entries, those that git ignores and those
    that the `exclude` globs cover.
    """
    walk = _Walk(lambda path: shown(path, root), Globs.of(exclude))
    files: list[_File] = []
    failures: list[Failure] = []
    for path in dict.fromkeys(map(absolute, paths)):
        for found in _under(path, walk):
            if isinstance(found, Failure):
                failures.append(found)
            else:
                files.append(found)
    ordered = sorted(_each_once(files), key=lambda file: file.name)
    return Discovery(
        tuple(Path(file.path) for file in ordered),
        tuple(file.name for file in ordered),
        tuple(sorted(set(failures), key=lambda failure: failure.path)),
    )


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


def _each_once(files: Sequence[_File]) -> list[_File]:
    """One path per file; a file that links lead to keeps its own name where that was found too."""
    by_target: dict[str, _File] = {}
    for file in sorted(files, key=lambda file: (file.real != file.path, file.path)):
        by_target.setdefault(file.real, file)
    return list(by_target.values())


def _under(path: Path, walk: _Walk) -> Iterator[_File | Failure]:
    if path.is_dir():
        yield from _named_folder(path, walk)
        return
    try:
        path.stat()
    except OSError as error:
        yield _unreachable(path, error, walk)
    else:
        yield _File(str(path), walk.name(path), os.path.realpath(path))


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


def _named_folder(path: Path, walk: _Walk) -> Iterator[_File | Failure]:
    empty = True
    name = walk.name(path)
    inside = "" if name == "." else name.rstrip("/") + "/"
    folder = _Folder(str(path), inside, os.path.realpath(path), (), ignores_above(path))
    for found in _walked(folder, walk):
        empty = False
        yield found
    if empty:
        hint = (
            "looked for .md, .markdown, .mdx, and .txt with front matter, that are neither ignored nor hidden"
        )
        yield Failure(name, "no documents in this directory", hint)


def _walked(folder: _Folder, walk: _Walk) -> Iterator[_File | Failure]:
    if folder.real in folder.above:
        yield _loop(Path(folder.path), walk)
        return
    try:
        entries = sorted(os.scandir(folder.path), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreachable(Path(folder.path), error, walk)
        return
    entered = replace(folder, ignores=folder.ignores.entering(Path(folder.path)))
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _entry(entry, entered, walk)


def _entry(entry: os.DirEntry[str], folder: _Folder, walk: _Walk) -> Iterator[_File | Failure]:
    is_folder, is_link = _is_folder(entry), entry.is_symlink()
    ending = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122 - as text, like all of this walk
    if not (is_folder or ending in _ENDINGS or is_link):
        return
    name = folder.name + os.fsencode(entry.name).decode("utf-8", "replace")
    if folder.ignores.cover(entry.path, folder=is_folder):
        return
    if walk.excluded.cover(name + ("/" if is_folder else "")):
        return
    real = os.path.realpath(entry.path) if is_link else folder.real.rstrip(os.sep) + os.sep + entry.name
    if is_folder:
        above = (*folder.above, folder.real)
        yield from _walked(_Folder(entry.path, name + "/", real, above, folder.ignores), walk)
    elif is_link and (broken := _broken_link(Path(entry.path), walk)):
        yield broken
    elif ending in MARKDOWN or _is_text_document(Path(entry.path)):
        yield _File(entry.path, name, real)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _has_document_name(path: Path) -> bool:
    return path.suffix.lower() in _ENDINGS


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
