"""Questions and answers as they are written: markers, bold questions, answers on the same line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monolint.reading.mapped import EMPTY, MappedText

_QUESTION_MARKER = re.compile(r"(?:Q|Ques|Question)\s*\.?\s*\d{0,3}\s*[:.)]\s*(?=\S)", re.IGNORECASE)
_NUMBERING = re.compile(r"\d{1,3}\s*[.):]\s*(?=\S)")
_ANSWER_MARKER = re.compile(r"(?:A|Ans|Answer)\s*\d{0,3}\s*[:.)]\s*", re.IGNORECASE)
_INNER_ANSWER = re.compile(r"(?:(?<=[?.:)!])\s+|\s)(?:A|Ans|Answer)\s*\d{0,3}\s*:\s*")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question without its marker, and what follows it in the same block."""

    question: MappedText
    rest: MappedText


def split_questions(content: MappedText) -> Iterator[MappedText]:
    """The parts of a block, cut where a line starts with a question marker."""
    start = 0
    for at in content.breaks:
        if _QUESTION_MARKER.match(content.text, at + 1):
            yield content.part(start, at)
            start = at + 1
    yield content.part(start)


def asked_in(content: MappedText, in_faq: bool) -> Asked | None:
    """The question that a block begins with, or None.

    Outside a FAQ section only a question with its marker counts.
    """
    text = content.text
    marker = _QUESTION_MARKER.match(text)
    marked = marker is not None
    if not marked and not in_faq:
        return None
    start = marker.end() if marker else 0
    if not marked:
        numbering = _NUMBERING.match(text)
        start = numbering.end() if numbering else 0
    end = _question_end(content, start, marked)
    if end is None:
        return None
    return Asked(content.part(start, end), content.part(end))


def without_question_marker(content: MappedText) -> MappedText:
    """A question without "Q1:" before it."""
    marker = _QUESTION_MARKER.match(content.text)
    return content.part(marker.end()) if marker else content


def without_answer_marker(content: MappedText) -> MappedText:
    """An answer without "A:" before it."""
    marker = _ANSWER_MARKER.match(content.text)
    return content.part(marker.end()) if marker else content


def split_embedded_answer(content: MappedText) -> Asked:
    """A question field's question alone, and the answer written after it in the same field."""
    text = content.text
    match = _inner_answer(content, 0)
    if match:
        return Asked(content.part(0, match.start()), content.part(match.end()))
    end = text.find("?") + 1
    if 0 < end < len(text) and end in content.breaks:
        return Asked(content.part(0, end), content.part(end))
    return Asked(content, EMPTY)


def _question_end(content: MappedText, start: int, marked: bool) -> int | None:
    text = content.text
    bold_end = next((high for low, high in content.bold if low <= start < high), None)
    if bold_end is not None and text[start:bold_end].rstrip(" :*").endswith("?"):
        return bold_end
    answer = _inner_answer(content, start)
    if answer:
        return answer.start() if marked or "?" in text[start : answer.start()] else None
    at = text.find("?", start)
    while at >= 0:
        end = at + 1
        if end == len(text) or end in content.breaks or (marked and text[end : end + 1] == " "):
            return end
        at = text.find("?", end)
    return None


def _inner_answer(content: MappedText, start: int) -> re.Match[str] | None:
    """An answer marker inside a block, after a sentence end or at the start of a line."""
    for match in _INNER_ANSWER.finditer(content.text, start):
        before = content.text[: match.start()].rstrip()
        if before.endswith(("?", ".", "!", ":")) or match.start() in content.breaks:
            return match
    return None
