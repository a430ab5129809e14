"""Running every form check over a document, so that its text is needed once."""

from __future__ import annotations

from monolint.domain.claim import Place
from monolint.domain.document import Document
from monolint.domain.form import Flaw
from monolint.domain.text import Span
from monolint.form.registry import CHECKS


def inspect(document: Document) -> tuple[Flaw, ...]:
    """What all checks find in a document, whether or not a rule asks for it."""
    return tuple(
        Flaw(
            name,
            defect.object,
            defect.value,
            tuple(_place(document, span) for span in defect.spans),
            tuple(defect.words.items()),
        )
        for name, check in CHECKS.items()
        for defect in check(document)
    )


def _place(document: Document, span: Span) -> Place:
    start, end = document.lines.position(span.start), document.lines.position(span.end)
    return Place(document.path, span, start, end, span.slice(document.text))
