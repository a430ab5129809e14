"""One file to what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from monolint.domain.finding import Failure, Notice
from monolint.engine.cache.stamps import digest, reading_stamp
from monolint.engine.cache.store import ReadingRow
from monolint.engine.cache.values import Body, Head, bodies, heads, unread_lists
from monolint.engine.files import Loaded, load, weighed
from monolint.engine.guard import guarded


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, the path to show for it, and the most bytes that it may have.

    `content` stands for what is on the disk, where another state of the file is to be read.
    """

    file: Path
    name: str
    most: int
    content: bytes | None = None

    def load(self) -> Loaded | Failure | Notice:
        """The bytes to read, or why there are none."""
        if self.content is None:
            return load(self.file, self.name, self.most)
        return weighed(Loaded(self.content, None), self.name, self.most)


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read: its content's digest, its stat when it was read, and what is kept of it."""

    digest: bytes
    stat: bytes | None
    head: Head
    row: ReadingRow


def key_of(name: str, content: bytes) -> bytes:
    """The name under which the reading of a content is kept: a path tells a drug where no title does."""
    return digest(reading_stamp(), name, content)


def read_file(task: Task) -> Read | Failure | Notice:
    """Read one file. A Failure or Notice stands for what says nothing about the content, or is a crash."""
    loaded = task.load()
    if isinstance(loaded, Failure | Notice):
        return loaded
    return guarded(lambda: _read(task.name, loaded), task.name, "reading")


def _read(name: str, loaded: Loaded) -> Read:
    content = digest(loaded.data)
    head, body, unread = _parts(name, loaded.data)
    row = ReadingRow(key_of(name, content), heads().pack(head), body, unread)
    return Read(content, loaded.stat, head, row)


def _parts(name: str, data: bytes) -> tuple[Head, bytes, bytes]:
    # Imported when the first file is read: a run over what is kept needs neither parser nor vocabularies.
    from monolint.extraction import extract
    from monolint.form.inspecting import inspect
    from monolint.reading import UnreadableFile, read_document

    try:
        document = read_document(name, data)
    except UnreadableFile as error:
        return Head(failure=Failure(name, error.message, error.hint, error.line)), b"", b""
    if document.subject is None:
        return Head(notice=Notice(name, "names no drug, skipped")), b"", b""
    found = extract(document)
    head = Head(document.subject, len(found.claims), len(found.unread))
    body = Body(found.claims, inspect(document))
    return head, bodies().pack(body), unread_lists().pack(found.unread)
