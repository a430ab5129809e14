"""Prose in the front matter: descriptions, section keys and FAQ lists, read as the body is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monolint.domain.document import FaqItem, Label, LabelKind, Origin, Passage, PassageKind
from monolint.domain.text import Span
from monolint.reading.blocks import Block, ParagraphBlock
from monolint.reading.body import read_prose
from monolint.reading.faq import split_embedded_answer, without_answer_marker, without_question_marker
from monolint.reading.labels import question_label
from monolint.reading.mapped import MappedText
from monolint.reading.markdown import parse_blocks, parse_inline
from monolint.reading.naming import key_words
from monolint.reading.scalars import Entry, Key
from monolint.reading.sections import section_of

_FAQ_ENTRY = re.compile(r"(?P<item>(?P<list>\w+)\[\d+\])\.(?P<part>\w+)$")
_QUESTION_KEYS = frozenset({"q", "question"})
_ANSWER_KEYS = frozenset({"a", "answer"})
_FAQ_LISTS = re.compile(r"faqs?$|questions?$|q_?and_?a$|qa$", re.IGNORECASE)
_DESCRIPTIONS = frozenset({"description", "summary", "abstract", "excerpt", "intro", "introduction"})
_NO_PROSE = re.compile(r"(?:true|false|null|~|\d{4}-\d\d-\d\d\S*|https?://\S+)?$", re.IGNORECASE)
_LEFT_MARKER = re.compile(
    r"\s*([*_]{0,3}(?:A|Ans|Answer)\s*\d{0,3}[*_]{0,3}\s*[:.)][*_]{0,3})(?=\s|\w)", re.IGNORECASE
)
_BULLET = re.compile(r"\s*[-*+•]\s+")
_FLAG = re.compile(
    r"(?:is\s+)?(?:banned|withdrawn|discontinued|otc|over\s+the\s+counter|(?:prescription|rx)(?:\s+(?:only|required))?)$",
    re.IGNORECASE,
)
_TRUTH = re.compile(r"true|false|yes|no", re.IGNORECASE)
# Sections whose keys hold data about the document or its names, not statements about the drug.
_METADATA_SECTIONS = frozenset({"names", "faq"})


@dataclass(frozen=True, slots=True)
class FrontPassages:
    passages: tuple[Passage, ...]
    faq: tuple[FaqItem, ...]


def front_passages(entries: Sequence[Entry]) -> FrontPassages:
    """The passages and FAQ items of the front matter's scalars, in file order."""
    passages: list[Passage] = []
    faq: list[FaqItem] = []
    items = _faq_entries(entries)
    for entry in entries:
        item = items.get(entry.scalar.key)
        if item is not None:
            if entry is item[0]:
                read = _faq_item(len(faq) + 1, *item)
                faq.append(read)
                passages.append(read.question)
                if read.embedded_answer:
                    passages.append(read.embedded_answer)
                passages.extend(read.answers)
        elif _is_flag(entry):
            passages.append(_flag(entry))
        elif _is_prose(entry):
            passages.extend(_prose(entry, _key_labels(entry.keys), PassageKind.SCALAR))
    passages.sort(key=lambda passage: passage.span)
    return FrontPassages(tuple(passages), tuple(faq))


def _faq_entries(entries: Sequence[Entry]) -> dict[str, tuple[Entry, Entry | None]]:
    """The question and answer of each FAQ item, by the path of either."""
    questions: dict[str, Entry] = {}
    answers: dict[str, Entry] = {}
    for entry in entries:
        match = _FAQ_ENTRY.search(entry.scalar.key)
        if match and _FAQ_LISTS.search(match["list"]):
            if match["part"].casefold() in _QUESTION_KEYS:
                questions.setdefault(match["item"], entry)
            elif match["part"].casefold() in _ANSWER_KEYS:
                answers.setdefault(match["item"], entry)
    found: dict[str, tuple[Entry, Entry | None]] = {}
    for item, question in questions.items():
        if not question.scalar.text.strip():
            continue
        answer = answers.get(item)
        found[question.scalar.key] = (question, answer)
        if answer:
            found[answer.scalar.key] = (question, answer)
    return found


def _faq_item(number: int, question: Entry, answer: Entry | None) -> FaqItem:
    labels = _key_labels(question.keys[:-1])
    asked = split_embedded_answer(_inline(question))
    text = without_question_marker(asked.question)
    passage = Passage(text.text, text.source_map, PassageKind.QUESTION, Origin.FRONT_MATTER, labels)
    below = (*labels, question_label(text))
    embedded = None
    if asked.rest:
        embedded = Passage(
            asked.rest.text, asked.rest.source_map, PassageKind.ANSWER, Origin.FRONT_MATTER, below
        )
    answers: tuple[Passage, ...] = ()
    marker = None
    if answer:
        answers = tuple(_prose(answer, below, PassageKind.ANSWER))
        marker = _marker(answer)
    return FaqItem(Origin.FRONT_MATTER, number, passage, answers, embedded, marker)


def _marker(answer: Entry) -> Span | None:
    """The place of a marker ("A:**") left at the start of an answer."""
    marker = _LEFT_MARKER.match(answer.scalar.text)
    if not marker:
        return None
    return answer.source_map.span(marker.start(1), marker.end(1))


def _is_prose(entry: Entry) -> bool:
    names = [key_words(key.name).casefold() for key in entry.keys]
    if not names or _NO_PROSE.match(entry.scalar.text.strip()):
        return False
    if names[0] in _DESCRIPTIONS:
        return True
    section = next((section for name in reversed(names) if (section := section_of(name))), None)
    return section is not None and section not in _METADATA_SECTIONS


def _is_flag(entry: Entry) -> bool:
    """Whether a yes or no says how the drug may be sold ("is_banned: false")."""
    if not entry.keys or not _TRUTH.fullmatch(entry.scalar.text.strip()):
        return False
    return bool(_FLAG.match(key_words(entry.keys[-1].name)))


def _flag(entry: Entry) -> Passage:
    """A flag says nothing without its key, so the key is quoted with it."""
    labels = _key_labels(entry.keys)
    content = _inline(entry)
    return Passage(
        content.text, content.source_map, PassageKind.SCALAR, Origin.FRONT_MATTER, labels, labels[-1]
    )


def _key_labels(keys: Sequence[Key]) -> tuple[Label, ...]:
    return tuple(_key_label(key) for key in keys)


def _key_label(key: Key) -> Label:
    name = key_words(key.name)
    section = None if name.casefold() in _DESCRIPTIONS else section_of(name)
    return Label(name, LabelKind.KEY, key.span, section)


def _prose(entry: Entry, labels: tuple[Label, ...], kind: PassageKind) -> Iterator[Passage]:
    blocks: tuple[Block, ...]
    if "\n" in entry.scalar.text.strip():
        blocks = parse_blocks(entry.scalar.text, entry.source_map)
    else:
        blocks = (ParagraphBlock(_inline(entry)),)
    if kind == PassageKind.ANSWER and blocks and isinstance(blocks[0], ParagraphBlock):
        blocks = (ParagraphBlock(without_answer_marker(blocks[0].content)), *blocks[1:])
    return iter(read_prose(blocks, labels, kind, Origin.FRONT_MATTER))


def _inline(entry: Entry) -> MappedText:
    content = parse_inline(entry.scalar.text, entry.source_map)
    bullet = _BULLET.match(content.text)
    return content.part(bullet.end()) if bullet else content
