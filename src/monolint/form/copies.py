"""FAQ answers that stand in the front matter and in the body: copies, and copies that drifted apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monolint.domain.document import Document, FaqItem, Origin
from monolint.domain.text import Span
from monolint.form.front_faq import front_items, scalar_around
from monolint.form.interface import Defect
from monolint.form.wording import difference, folded, plain

_FEWEST_COPIES = 2
_ANSWER_MARKER = re.compile(r"[\s*_-]*(?:A|Ans|Answer)\s*\d{0,3}[\s*_]*[:.)]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Copy:
    """An answer without its marker, and where it stands."""

    text: str
    place: Span


@dataclass(frozen=True, slots=True)
class _Copies:
    """A question of the front matter, its answer there, and the other copies of that answer."""

    item: FaqItem
    answer: _Copy
    embedded: _Copy | None
    body: _Copy | None


def drifted(document: Document) -> Iterator[Defect]:
    """Answers of the front matter of which another copy says something else."""
    for copies in _copies(document):
        others = [copy for copy in (copies.body, copies.embedded) if copy]
        differing = [(copy, found) for copy in others if (found := difference(copies.answer.text, copy.text))]
        if differing:
            value, expected = differing[0][1]
            places = (copies.answer.place, *(copy.place for copy, _ in differing))
            question = copies.item.question.text
            yield Defect(question, value, places, {"question": question, "expected": expected})


def repeated(document: Document) -> Iterator[Defect]:
    """The front matter's FAQ when it repeats the body's: its key, and the heading of the body's FAQ."""
    equal = [c for c in _copies(document) if c.body and not difference(c.answer.text, c.body.text)]
    if len(equal) < _FEWEST_COPIES:
        return
    key = equal[0].item.question.labels[0]
    first = next(item for item in document.faq if item.origin is Origin.FAQ)
    headings = (label.span for label in reversed(first.question.labels) if label.section == "faq")
    heading = next(headings, first.question.span)
    yield Defect(key.text, f"{len(equal)} answers", (key.span, heading))


def _copies(document: Document) -> Iterator[_Copies]:
    body: dict[str, FaqItem] = {}
    front = [item for item in front_items(document) if item.answers]
    if front:
        for item in document.faq:
            if item.origin is Origin.FAQ and item.answers:
                body.setdefault(folded(item.question.text), item)
    for item in front:
        answer = _front_answer(document, item)
        if answer:
            twin = body.get(folded(item.question.text))
            yield _Copies(item, answer, _embedded(item), _twin(document, twin, answer) if twin else None)


def _front_answer(document: Document, item: FaqItem) -> _Copy | None:
    place = _answers_place(item)
    scalar = scalar_around(document, place)
    return _Copy(_without_marker(scalar.text), place) if scalar else None


def _embedded(item: FaqItem) -> _Copy | None:
    embedded = item.embedded_answer
    return _Copy(plain(embedded.text), embedded.span) if embedded else None


def _twin(document: Document, item: FaqItem, answer: _Copy) -> _Copy:
    """The body's answer; paragraphs after the last one of a FAQ may be no part of it."""
    whole = _body_answer(document, item, len(item.answers))
    if item is document.faq[-1]:
        counts = range(1, len(item.answers))
        shorter = (_body_answer(document, item, count) for count in counts)
        return next((copy for copy in shorter if not difference(answer.text, copy.text)), whole)
    return whole


def _body_answer(document: Document, item: FaqItem, count: int) -> _Copy:
    """The first passages of an answer as they are written, so that lead-ins in them are compared too."""
    place = Span(item.answers[0].span.start, item.answers[count - 1].span.end)
    return _Copy(_without_marker(document.text[item.question.span.end : place.end]), place)


def _answers_place(item: FaqItem) -> Span:
    return Span(item.answers[0].span.start, item.answers[-1].span.end)


def _without_marker(text: str) -> str:
    marker = _ANSWER_MARKER.match(text)
    return plain(text[marker.end() :] if marker else text)
