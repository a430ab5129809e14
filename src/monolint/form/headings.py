"""Headings that hold text, and headings that leave out a level."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from monolint.domain.document import Document
from monolint.form.interface import Defect


def contains_text(document: Document) -> Iterator[Defect]:
    """Headings with prose in their line, which belongs below them; its wording is no part of the defect."""
    for heading in document.headings:
        body = heading.body_text
        if body and not (body.text.startswith("(") and body.text.endswith(")")):
            yield Defect(heading.text, "text", (body.span,))


def level_skipped(document: Document) -> Iterator[Defect]:
    """The first heading that stands more than one level below the heading before it."""
    for above, heading in pairwise(document.headings):
        if heading.level > above.level + 1:
            words = {"value": str(heading.level), "expected": str(above.level)}
            yield Defect(
                heading.text, f"level {heading.level} under level {above.level}", (heading.span,), words
            )
            return
