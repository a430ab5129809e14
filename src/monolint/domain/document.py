"""A monograph as it was read: passages with their place in the file and the labels above them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from monolint.domain.text import LineIndex, SourceMap, Span


class Origin(StrEnum):
    """The part of a file that a passage stands in."""

    FRONT_MATTER = "front_matter"
    BODY = "body"
    FAQ = "faq"


class PassageKind(StrEnum):
    SCALAR = "scalar"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUESTION = "question"
    ANSWER = "answer"


class LabelKind(StrEnum):
    """What kind of text sets the context of a passage."""

    TITLE = "title"
    HEADING = "heading"
    LEAD_IN = "lead_in"
    INTRO = "intro"
    ROW = "row"
    COLUMN = "column"
    QUESTION = "question"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Label:
    """A heading, lead-in, introduction, row or column name, question or key above a passage.

    `text` is without markup, numbering and trailing colon; `section` is the canonical section key
    it names, or None.
    """

    text: str
    kind: LabelKind
    span: Span
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of prose without markup, and the exact characters of the file it came from.

    `labels` stand outermost first. `lead_in` is the label written directly before the text inside
    the same block ("**Children:** not established"), and is the last of `labels` then.
    """

    text: str
    source_map: SourceMap
    kind: PassageKind
    origin: Origin
    labels: tuple[Label, ...] = ()
    lead_in: Label | None = None

    @property
    def span(self) -> Span:
        return self.source_map.span(0, len(self.text))

    @property
    def sections(self) -> tuple[str, ...]:
        """Canonical section keys of the labels, outermost first."""
        return tuple(label.section for label in self.labels if label.section)

    @property
    def section(self) -> str | None:
        """The innermost canonical section key."""
        return self.sections[-1] if self.sections else None


@dataclass(frozen=True, slots=True)
class Heading:
    """A Markdown heading; `body_text` is prose that stands in the heading line after its name."""

    level: int
    text: str
    span: Span
    body_text: Passage | None = None


@dataclass(frozen=True, slots=True)
class FaqItem:
    """A question and its answer, from the body or from the front matter.

    `question` and `answers` hold the prose alone. `embedded_answer` is an answer that was written
    inside the question's own field. `answer_marker` is a marker such as "A:**" left in a front
    matter answer; in the body, a marker is markup and is not kept.
    """

    origin: Origin
    number: int
    question: Passage
    answers: tuple[Passage, ...]
    embedded_answer: Passage | None = None
    answer_marker: Span | None = None


@dataclass(frozen=True, slots=True)
class Scalar:
    """A front matter value as written, with the path of its key ("faqs[0].q") and its place."""

    key: str
    text: str
    span: Span
    key_span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the form of a file that keeps it from being read as meant.

    `code` names the defect ("front-matter-duplicate-key"); `message` is a sentence for people.
    """

    code: str
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Subject:
    """The drug a document is about.

    `name` is the normalised name, `ingredients` the normalised ingredient names. `aliases` are other
    normalised names that the document gives for the same substance (INN, generic name, synonyms),
    `brands` the trade names it gives: those may cover other products too, and identify nothing.
    """

    name: str
    ingredients: frozenset[str]
    aliases: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Document:
    """One file as it was read. `path` is what is shown to people (POSIX, relative).

    `stray_marks` are runs of asterisks and underscores in the body that are part of no emphasis.
    """

    path: str
    text: str
    source: str | None = None
    subject: Subject | None = None
    scalars: tuple[Scalar, ...] = ()
    headings: tuple[Heading, ...] = ()
    passages: tuple[Passage, ...] = ()
    faq: tuple[FaqItem, ...] = ()
    problems: tuple[Problem, ...] = ()
    stray_marks: tuple[Span, ...] = ()
    lines: LineIndex = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", LineIndex(self.text))
