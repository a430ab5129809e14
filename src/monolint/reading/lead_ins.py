"""Labels written inside a block: bold lead-ins, plain lead-ins, and blocks that are only a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monolint.reading.mapped import EMPTY, MappedText
from monolint.reading.sections import section_of

_COLON = re.compile(r"\s*(?:\([^()]{1,80}\)\s*)?[:：]")
_DASH = re.compile(r"\s*[–—]\s|\s-\s")
_BEFORE = re.compile(r"(?:^|[.;:!?)\]•·–—-])\s*$")
_NAME = r"[A-Z0-9<>≥≤](?:[^:.;!?\n]|(?<=\d)\.(?=\d)){0,70}:(?=\s|$)"
_PLAIN = re.compile(_NAME)
# After a bracket only a name of one or two words: there is no sentence end to tell it by.
_PLAIN_INSIDE = re.compile(rf"(?:(?<=[.;] )|(?<=\) )(?=[A-Z][\w-]+(?: [\w-]+)?:)){_NAME}")
_NUMBERED = re.compile(r"\d{1,2}\.\d{1,2}\.?\s+[A-Z]")
_PARENTHESES = re.compile(r"\([^()]*\)")
_BULLET_LEFT = re.compile(r"(?:^|\s)[-•*–]$")
_MEASURE = re.compile(r"\d\s*(?:mg|mcg|µg|μg|g|kg|ml|mL|L|l|IU|units?|mmol|mEq|%)\b|\d\s*%")
# Words that only a sentence has, so that what stands before the colon is no name.
_SENTENCE_WORD = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|may|might|can|could|should|must|will|would|shall"
    r"|includes?|including|included|consists?|contains?|do|does|did|not|take|use|used|give|given|contact"
    r"|comes?|vary|varies|works?|depends?|depending|requires?|involves?|needs?|avoid|consult|seek|tell|inform|it|this|these|those|that|you|your|if|when|because|however)\b"
)
_OPEN_END = re.compile(r"\b(?:an?|the|and|or|of|in|on|for|to|with|by|at|as|from|than|such|following)$")
_STATEMENT = re.compile(r"(?:none|nil|no|not|never|avoid|contraindicated|unknown|n/a)\b", re.IGNORECASE)
# "How to store it", "If you forget to take it": names that are half a sentence.
_TURN_OF_LEAFLETS = re.compile(r"(?:how|what|who|when|if|before|while)\b(?:\s+[\w'’-]+){1,8}$", re.IGNORECASE)
_INSIDE_A_SENTENCE = re.compile(r"[:;!?]|[.,]$")
_MOST_PLAIN_WORDS = 6
_MOST_BOLD_WORDS = 14
_MOST_ALONE_WORDS = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a block: its labels, outermost first, and the prose after them (which may be empty)."""

    labels: tuple[MappedText, ...]
    body: MappedText


def split_lead_ins(content: MappedText) -> tuple[Piece, ...]:
    """The parts of a block, each with its own lead-ins: bold ones, and plain ones inside those."""
    return tuple(
        Piece(bold.labels + inner.labels, inner.body)
        for bold in _cut(content, list(_bold_marks(content)))
        for inner in _plain_pieces(bold.body)
    )


def label_alone(content: MappedText) -> MappedText | None:
    """The label that is all of a block: "**Adults**", "**Adults:**" "Adults:" or "4.2 Posology"."""
    text = content.text.rstrip(" :：")
    ends_as_label = text != content.text
    if not text or text.endswith((".", "!", "?")) or (_STATEMENT.match(text) and not ends_as_label):
        return None
    if _all_bold(content, len(text)) and not _MEASURE.search(_PARENTHESES.sub("", text)):
        most = _MOST_BOLD_WORDS if ends_as_label else _MOST_ALONE_WORDS
        return content.part(0, len(text)) if len(text.split()) <= most and ":" not in text else None
    numbered = _NUMBERED.match(text) and len(text.split()) <= _MOST_ALONE_WORDS
    if numbered or (ends_as_label and _is_plain_label(text)):
        return content.part(0, len(text))
    return None


def plain_label_alone(content: MappedText) -> MappedText | None:
    """A paragraph that is only the name of a section in plain words ("Side effects")."""
    return content if not content.breaks and _is_section_line(content.text) else None


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a label starts and ends, and where its prose starts."""

    start: int
    end: int
    body: int


def _cut(content: MappedText, marks: Sequence[_Mark]) -> Iterator[Piece]:
    """A text cut at its labels; what stands before the first has none."""
    first = _body(content, 0, marks[0].start) if marks else content
    if first:
        yield Piece((), first)
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        body = _body(content, mark.body, following.start if following else None)
        yield Piece((content.part(mark.start, mark.end),), body)


def _body(content: MappedText, start: int, end: int | None) -> MappedText:
    """The prose of a piece, without the bullet of a flattened list that the next label left behind."""
    body = content.part(start, end)
    bullet = _BULLET_LEFT.search(body.text)
    if bullet:
        body = body.part(0, bullet.start())
    return body if body.text.strip(" .") else EMPTY


def _bold_marks(content: MappedText) -> Iterator[_Mark]:
    text = content.text
    done = 0
    for low, high in content.bold:
        start = low + len(text[low:high]) - len(text[low:high].lstrip())
        if start < done or not text[start:high].strip(" :"):
            continue
        mark = _bold_mark(content, start, high)
        if mark:
            done = mark.body
            yield mark


def _bold_mark(content: MappedText, start: int, high: int) -> _Mark | None:
    """The label that a bold range is, by what stands before and after it."""
    text = content.text
    name = text[start:high].rstrip()
    words = len(name.split())
    at_line_start = start == 0 or start - 1 in content.breaks
    if words > _MOST_BOLD_WORDS or not (at_line_start or _BEFORE.search(text[max(0, start - 3) : start])):
        return None
    if name.endswith((":", "：")):
        return _Mark(start, start + len(name) - 1, high)
    colon = _COLON.match(text, high)
    if colon:
        return _Mark(start, colon.end() - 1, colon.end())
    dash = _DASH.match(text, high)
    if dash and at_line_start:
        return _Mark(start, high, dash.end())
    ends_line = start + len(name) in content.breaks and not name.endswith((".", "!", "?"))
    if ends_line and at_line_start and words <= _MOST_ALONE_WORDS and not _MEASURE.search(name):
        return _Mark(start, start + len(name), start + len(name))
    if name.endswith(".") and at_line_start and words <= _MOST_PLAIN_WORDS and text[high:].strip():
        return _Mark(start, start + len(name) - 1, high)
    return None


def _plain_pieces(content: MappedText) -> Iterator[Piece]:
    """The parts of prose that has plain labels; a label may follow directly on another."""
    marks = list(_plain_marks(content))
    if not marks:
        yield Piece((), content)
        return
    for piece in _cut(content, marks):
        if piece.labels and piece.body:
            yield from (Piece(piece.labels + part.labels, part.body) for part in _plain_pieces(piece.body))
        else:
            yield piece


def _plain_marks(content: MappedText) -> Iterator[_Mark]:
    """Plain labels: at the start and then after sentences, or else at the start of later lines."""
    text = content.text
    named = list(_line_marks(content))
    if named:
        yield from named
        return
    first = _PLAIN.match(text)
    if first and _is_plain_label(first.group()[:-1]):
        found = [first, *_PLAIN_INSIDE.finditer(text, first.end())]
    else:
        lines = (_PLAIN.match(text, at + 1) for at in content.breaks)
        found = [line for line in lines if line and text[: line.start()].rstrip().endswith((".", ";", ":"))]
    for match in found:
        if _is_plain_label(match.group()[:-1]):
            yield _Mark(match.start(), match.end() - 1, match.end())


def _line_marks(content: MappedText) -> Iterator[_Mark]:
    """Section names on lines of their own ("Dosage", then what is said of it), where a sentence can start."""
    start = 0
    free = True
    for end in content.breaks:
        line = content.text[start:end].strip()
        following = content.text[end + 1 : end + 2]
        if free and _is_section_line(line) and not following.islower():
            yield _Mark(start, end, end)
        else:
            free = line.endswith((".", "!", "?", ":", ";"))
        start = end + 1


def _is_section_line(line: str) -> bool:
    return (
        line[:1].isupper()
        and not _INSIDE_A_SENTENCE.search(line)
        and (_is_plain_label(line) or _TURN_OF_LEAFLETS.match(line) is not None)
        and not _STATEMENT.match(line)
        and section_of(line) is not None
    )


def _is_plain_label(text: str) -> bool:
    name = _PARENTHESES.sub(" ", text).strip()
    return (
        0 < len(name.split()) <= _MOST_PLAIN_WORDS
        and not _OPEN_END.search(name)
        and not _SENTENCE_WORD.search(name.casefold())
        and not _MEASURE.search(name)
        and any(character.isalpha() for character in name)
    )


def _all_bold(content: MappedText, end: int) -> bool:
    return len(content.bold) == 1 and content.bold[0][0] == 0 and content.bold[0][1] >= end
