"""One sentence in its setting: what readers look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from monolint.domain.claim import Kind, Qualifier, Scope, Strength, Value
from monolint.domain.document import Document, LabelKind, Passage
from monolint.domain.text import Span
from monolint.extraction.sentences import sentences


class Answer(StrEnum):
    """The word that answers a question."""

    YES = "yes"
    NO = "no"


_DIRECT = (LabelKind.LEAD_IN, LabelKind.ROW, LabelKind.COLUMN, LabelKind.INTRO, LabelKind.KEY)
# What a longer question asks stands in its beginning; patterns with several gaps are slow on long texts.
_LONGEST_QUESTION = 300
_ANSWER = re.compile(r"(yes|no)\b\s*(?:[,.;:!–—-]|$)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lore:
    """What a document says about its own words: its drug's names and its abbreviations.

    `conditions` are the abbreviations that stand for conditions, with patterns and the conditions' names.
    """

    subject: str
    names: frozenset[str]
    abbreviations: Mapping[str, str]
    conditions: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...] = ()
    ingredients: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, cell or item, with the labels above it and the sentence before it.

    `start` is where `text` begins in the passage. `scope` is what the labels say of the case.
    `answer` is the word that opens an answer; `body` is the text after it. `sections` are the
    canonical section keys of the labels, outermost first.
    """

    text: str
    passage: Passage
    start: int
    scope: Scope
    previous: str = ""
    answer: Answer | None = None
    body_start: int = 0
    sections: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        return self.text[self.body_start :]

    @property
    def section(self) -> str | None:
        """The innermost canonical section key."""
        return self.sections[-1] if self.sections else None

    @property
    def question(self) -> str:
        """The question that this answers, or nothing."""
        labels = (label.text for label in reversed(self.passage.labels) if label.kind is LabelKind.QUESTION)
        return next(labels, "")[:_LONGEST_QUESTION]

    @property
    def lead_in(self) -> str:
        return self.passage.lead_in.text if self.passage.lead_in else ""

    @property
    def leading(self) -> str:
        """The label directly before the text ("Maximum dose: "), which a figure is read with.

        In a table it is the row's name where the column names a product or another case.
        """
        label = self.passage.labels[-1] if self.passage.labels and self.start == 0 else None
        if label and label.kind is LabelKind.COLUMN and label.section is None:
            row = next(
                (known for known in reversed(self.passage.labels) if known.kind is LabelKind.ROW), label
            )
            label = row if row.section else label
        return f"{label.text}: " if label and label.kind in _DIRECT else ""

    @property
    def label_text(self) -> str:
        """The text of the innermost label, or nothing."""
        return self.passage.labels[-1].text if self.passage.labels else ""

    @property
    def speaks_for_label(self) -> bool:
        """Whether a sentence that names no case of its own is about its label's.

        The first sentence of an answer is about its question; later ones have left it behind.
        """
        label = self.passage.labels[-1] if self.passage.labels else None
        return label is None or label.kind is not LabelKind.QUESTION or self.start == 0

    def span(self) -> Span:
        """The characters of the file, with the lead-in that the sentence directly follows."""
        span = self.passage.source_map.span(self.start, self.start + len(self.text))
        lead_in = self.passage.lead_in
        if lead_in and self.start == 0 and lead_in.span.start < span.start:
            return Span(lead_in.span.start, span.end)
        return span

    def mark(self, start: int, end: int) -> Span:
        """The characters of the file behind `text[start:end]`."""
        return self.passage.source_map.span(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as a reader finds it: `scope` is complete, `marks` are ranges of the statement's text."""

    kind: Kind
    object: str | None
    value: Value
    scope: Scope = Scope()
    qualifier: Qualifier = Qualifier.USUAL
    strength: Strength = Strength.PLAIN
    marks: tuple[tuple[int, int], ...] = field(default=())


def statements(passage: Passage, scope: Scope) -> Iterator[Statement]:
    """The sentences of a passage in order."""
    previous = ""
    sections = passage.sections
    is_answer = any(label.kind is LabelKind.QUESTION for label in passage.labels)
    for start, end in sentences(passage.text):
        text = passage.text[start:end]
        answered = _ANSWER.match(text) if is_answer and start == 0 else None
        answer = Answer(answered.group(1).lower()) if answered else None
        body = answered.end() if answered else 0
        yield Statement(text, passage, start, scope, previous, answer, body, sections)
        previous = text


def prose(document: Document) -> Iterator[str]:
    """All text that can define an abbreviation: labels and passages."""
    for passage in document.passages:
        yield passage.text
        if passage.labels:
            yield passage.labels[-1].text
