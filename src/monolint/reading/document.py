"""Bytes to a Document."""

from __future__ import annotations

from monolint.domain.document import Document
from monolint.reading.body import read_body
from monolint.reading.decoding import decode
from monolint.reading.errors import UnreadableFile
from monolint.reading.front_matter import split_front_matter
from monolint.reading.front_passages import front_passages
from monolint.reading.markdown import parse_blocks
from monolint.reading.newlines import normalise_newlines
from monolint.reading.scalars import read_scalars
from monolint.reading.strays import stray_marks
from monolint.reading.subject import subject_of, subject_of_file


def read_document(path: str, data: bytes, source: str | None = None) -> Document:
    """Read one monograph: its passages with their places, labels and FAQ items, and its subject.

    `path` is what is shown to people, `source` the name of the collection the file belongs to.
    Raises UnreadableFile for a binary file, for bytes that are no UTF-8, and for a body nested too
    deeply to be parsed. What is broken in the front matter is a Problem of the document.
    """
    raw = decode(data)
    normal = normalise_newlines(raw)
    split = split_front_matter(normal.text, normal.source_map)
    front = read_scalars(normal.text, split.front_start, split.front_end, normal.source_map)
    prose = front_passages(front.entries)
    body_map = normal.source_map.part(split.body_start, len(normal.text))
    try:
        blocks = parse_blocks(normal.text[split.body_start :], body_map)
        body = read_body(blocks)
        strays = tuple(stray_marks(blocks))
    except RecursionError as error:
        raise UnreadableFile(
            "the Markdown is nested too deeply to be read", "Flatten its lists and quotes."
        ) from error
    scalars = tuple(entry.scalar for entry in front.entries)
    problems = split.problems + front.problems
    subject = subject_of(scalars, body.headings, body.passages)
    if subject is None and problems:
        subject = subject_of_file(path, body.passages)
    return Document(
        path=path,
        text=raw,
        source=source,
        subject=subject,
        scalars=scalars,
        headings=body.headings,
        passages=prose.passages + body.passages,
        faq=prose.faq + body.faq,
        problems=problems,
        stray_marks=strays,
    )
