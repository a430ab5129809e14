"""The sentences of a seed and the cues in them, found without any of the tool's own reading.

Raw lines alone are looked at, so that what the tool does not see is still seen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monolint.domain.text import Span

_LINE = re.compile(r"[^\n]*\n?")
# A line of one of these shapes begins something new; any other goes on with the line before it.
_BEGINS = re.compile(r"\s*(?:#+ |[-*] |\*A:|\*\*A:|---|(?:- )?\w+: )")
_SENTENCE_END = re.compile(r"(?<=[.?!])(?:\*\*)?\s+")
_LABEL = re.compile(r"\s*(?:#+ )?(?:[-*] )?(?:\*\*[^*\n]+:\*\*|#+ [^\n]*:?)\s*")
_STATES_NOTHING = re.compile(r"[?:](?:\*\*)?\s*$")
_WORD = re.compile(r"\w")

_UNITS = r"(?:mc?g|m[lL]|g|kg|%|years?|months?|weeks?|days?|hours?|minutes?|cycles?)"
_NUMBERS = r"(?:\d[\d.]*|one|two|three|four|six|seven)"
CUE = re.compile(
    rf"\b{_NUMBERS}[ -]{_UNITS}(?!\w)|\d%"
    r"|contraindicat|\bavoid|unavoidable|\badjust|dos(?:e|age) reduc|\bexceed|\bmaximum"
    r"|pregnan|fetal|\bfetus|breastfe|breast milk|contracepti|\bcycles\b"
    r"|\bcaution|\bmonitor|not recommended|not been established|\binhibitors\b.*\bincrease",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a file, with the label before it if it is the first of its block."""

    span: Span
    text: str


def _blocks(text: str) -> Iterator[Span]:
    start = end = 0
    for line in _LINE.finditer(text):
        blank = not line[0].strip()
        if (blank or _BEGINS.match(line[0])) and end > start:
            yield Span(start, end)
            start = line.start()
        end = line.end()
        if blank:
            start = end
    if end > start:
        yield Span(start, end)


def _sentences_of(block: Span, text: str) -> Iterator[Sentence]:
    start = block.start
    ends = [match.end() + block.start for match in _SENTENCE_END.finditer(block.slice(text))]
    for end in [*ends, block.end]:
        if end > start:
            yield Sentence(Span(start, end), text[start:end])
        start = end


def _is_title(sentence: Sentence) -> bool:
    """A label or heading that nothing follows."""
    label = _LABEL.match(sentence.text)
    return label is not None and not _WORD.search(sentence.text, label.end())


def statements_with_a_cue(text: str) -> list[Sentence]:
    """Every sentence of a file that holds a cue; titles, introductions and questions state nothing."""
    return [
        sentence
        for block in _blocks(text)
        for sentence in _sentences_of(block, text)
        if CUE.search(sentence.text) and not _is_title(sentence) and not _STATES_NOTHING.search(sentence.text)
    ]
