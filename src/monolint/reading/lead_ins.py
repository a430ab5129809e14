"""Labels written inside a block: bold lead-ins, plain lead-ins, and blocks that are only a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monolint.reading.mapped import EMPTY, MappedText

_COLON = re.compile(r"\s*(?:\([^()]{1,80}\)\s*)?[:：]")
_DASH = re.compile(r"\s*[–—]\s|\s-\s")
_BEFORE = re.compile(r"(?:^|[.;:!?)\]•·–—-])\s*$")
_PLAIN = re.compile(r"[A-Z0-9<>≥≤][^:.;!?\n]{0,70}:(?=\s|$)")
_PLAIN_AFTER_SENTENCE = re.compile(r"(?<=[.;] )[A-Z0-9<>≥≤][^:.;!?\n]{0,70}:(?=\s|$)")
_PARENTHESES = re.compile(r"\([^()]*\)")
_MEASURE = re.compile(r"\d\s*(?:mg|mcg|µg|μg|g|kg|ml|mL|L|l|IU|units?|mmol|mEq|%)\b|\d\s*%")
_SENTENCE_WORDS = frozenset(
    "is are was were be been being has have had may might can could should must will would shall"
    " include includes including included consist consists contain contains do does did not"
    " take use used give given contact avoid consult seek tell inform it this these those that you your"
    " if when because however".split()
)
_OPEN_END = frozenset("a an the and or of in on for to with by at as from than such following are".split())
_MOST_PLAIN_WORDS = 6
_MOST_BOLD_WORDS = 14
_MOST_ALONE_WORDS = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a block: its label, if it has one, and the prose after it (which may be empty)."""

    label: MappedText | None
    body: MappedText


def split_lead_ins(content: MappedText, plain: bool = True) -> tuple[Piece, ...]:
    """The parts of a block, each with its own lead-in.

    `plain` says whether labels without bold count as well ("Adults: 5 mg").
    """
    marks = list(_bold_marks(content))
    if plain and not (marks and marks[0].start == 0):
        marks = sorted([*marks, *_plain_marks(content)], key=lambda mark: mark.start)
    pieces: list[Piece] = []
    if not marks or marks[0].start > 0:
        first = content.part(0, marks[0].start if marks else None)
        if first:
            pieces.append(Piece(None, first))
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        if following and following.start < mark.body:
            continue
        body = content.part(mark.body, following.start if following else None)
        pieces.append(Piece(content.part(mark.start, mark.end), body if body.text.strip(" .") else EMPTY))
    return tuple(pieces)


def label_alone(content: MappedText) -> MappedText | None:
    """The label that is all of a block: "**Adults**", "**Adults:**" or "Adults:"; None for prose."""
    text = content.text.rstrip(" :：")
    ends_as_label = text != content.text
    if not text or text.endswith((".", "!", "?")):
        return None
    if _all_bold(content, len(text)) and not _MEASURE.search(text):
        short = len(text.split()) <= (_MOST_BOLD_WORDS if ends_as_label else _MOST_ALONE_WORDS)
        return content.part(0, len(text)) if short and ":" not in text else None
    if ends_as_label and _is_plain_label(text):
        return content.part(0, len(text))
    return None


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a label starts and ends, and where its prose starts."""

    start: int
    end: int
    body: int


def _bold_marks(content: MappedText) -> Iterator[_Mark]:
    text = content.text
    done = 0
    for low, high in _joined(content.bold):
        start = low + len(text[low:high]) - len(text[low:high].lstrip())
        if start < done or not text[start:high].strip(" :"):
            continue
        mark = _bold_mark(content, start, high)
        if mark:
            done = mark.body
            yield mark


def _bold_mark(content: MappedText, start: int, high: int) -> _Mark | None:
    text = content.text
    name = text[start:high].rstrip()
    at_line_start = start == 0 or start - 1 in content.breaks
    if len(name.split()) > _MOST_BOLD_WORDS or not (at_line_start or _BEFORE.search(text[max(0, start - 3) : start])):
        return None
    if name.endswith((":", "：")):
        return _Mark(start, start + len(name) - 1, high)
    colon = _COLON.match(text, high)
    if colon:
        return _Mark(start, colon.end() - 1, colon.end())
    dash = _DASH.match(text, high)
    if dash and at_line_start:
        return _Mark(start, high, dash.end())
    if name.endswith(".") and at_line_start and len(name.split()) <= _MOST_PLAIN_WORDS and text[high:].strip():
        return _Mark(start, start + len(name) - 1, high)
    return None


def _plain_marks(content: MappedText) -> Iterator[_Mark]:
    text = content.text
    first = _PLAIN.match(text)
    if first and _is_plain_label(first.group()[:-1]):
        yield _Mark(0, first.end() - 1, first.end())
        for match in _PLAIN_AFTER_SENTENCE.finditer(text, first.end()):
            if _is_plain_label(match.group()[:-1]):
                yield _Mark(match.start(), match.end() - 1, match.end())
        return
    for at in content.breaks:
        match = _PLAIN.match(text, at + 1)
        if match and text[:at].rstrip().endswith((".", ";", ":")) and _is_plain_label(match.group()[:-1]):
            yield _Mark(match.start(), match.end() - 1, match.end())


def _is_plain_label(text: str) -> bool:
    name = _PARENTHESES.sub(" ", text)
    words = name.casefold().split()
    return (
        0 < len(words) <= _MOST_PLAIN_WORDS
        and words[-1] not in _OPEN_END
        and _SENTENCE_WORDS.isdisjoint(words)
        and not _MEASURE.search(name)
        and any(character.isalpha() for character in name)
    )


def _all_bold(content: MappedText, end: int) -> bool:
    ranges = _joined(content.bold)
    return len(ranges) == 1 and ranges[0][0] == 0 and ranges[0][1] >= end


def _joined(ranges: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Bold ranges with those that touch made one."""
    joined: list[tuple[int, int]] = []
    for low, high in ranges:
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined
