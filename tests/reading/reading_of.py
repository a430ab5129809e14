"""Documents of the tests, read."""

from __future__ import annotations

from monolint.domain.document import Document, Label, Passage
from monolint.reading import read_document


def read(text: str) -> Document:
    return read_document("drug.md", text.encode())


def texts(document: Document) -> list[str]:
    return [passage.text for passage in document.passages]


def passage_with(document: Document, text: str) -> Passage:
    """The one passage that holds a text."""
    found = [passage for passage in document.passages if text in passage.text]
    assert len(found) == 1, f"{text!r} is in {[passage.text for passage in found]}"
    return found[0]


def label_texts(passage: Passage) -> list[str]:
    return [label.text for label in passage.labels]


def sliced(document: Document, label: Label) -> str:
    return label.span.slice(document.text)
