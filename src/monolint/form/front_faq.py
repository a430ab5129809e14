"""Front matter FAQ fields that hold more than their own text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.document import Document, FaqItem, Origin, Passage, Scalar
from monolint.domain.text import Span
from monolint.form.interface import Defect

_BLANK = re.compile(r"\s*")


def answer_in_question(document: Document) -> Iterator[Defect]:
    """Question fields that hold their answer too; the place is all that follows the question.

    The value is what stands between the two ("** **A:**"): other words in the answer are no other defect.
    """
    for item in front_items(document):
        if item.embedded_answer:
            answer = item.embedded_answer.span
            place = _after(document, item.question, answer.end)
            between = document.text[place.start : answer.start].strip()
            words = {"question": item.question.text}
            yield Defect(_key(document, place), " ".join(between.split()), (place,), words)


def answer_marker(document: Document) -> Iterator[Defect]:
    """Answer fields that begin with the marker of an answer ("A:**")."""
    for item in front_items(document):
        if item.answer_marker:
            place = item.answer_marker
            words = {"question": item.question.text}
            yield Defect(_key(document, place), place.slice(document.text), (place,), words)


def front_items(document: Document) -> Iterator[FaqItem]:
    """The FAQ items of the front matter, in file order."""
    return (item for item in document.faq if item.origin is Origin.FRONT_MATTER)


def scalar_around(document: Document, place: Span) -> Scalar | None:
    """The front matter value that holds a place."""
    return next((scalar for scalar in document.scalars if scalar.span.contains(place)), None)


def _key(document: Document, place: Span) -> str:
    scalar = scalar_around(document, place)
    return scalar.key if scalar else ""


def _after(document: Document, question: Passage, end: int) -> Span:
    blank = _BLANK.match(document.text, question.span.end)
    return Span(min(blank.end() if blank else end, end), end)
