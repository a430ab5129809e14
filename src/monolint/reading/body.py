"""The body of a document: blocks to passages, each under the labels that set its context."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from monolint.domain.document import FaqItem, Heading, Label, LabelKind, Origin, Passage, PassageKind
from monolint.reading.blocks import Block, HeadingBlock, ItemBlock, ListBlock, ParagraphBlock, TableBlock
from monolint.reading.faq import asked_in, split_questions, without_answer_marker
from monolint.reading.headings import HeadingStack, split_heading
from monolint.reading.labels import intro_label, name_label, question_label
from monolint.reading.lead_ins import Piece, label_alone, split_lead_ins
from monolint.reading.mapped import MappedText
from monolint.reading.tables import cells_of

_MOST_PARENT_WORDS = 8


@dataclass(frozen=True, slots=True)
class Body:
    """What the body of a document holds."""

    headings: tuple[Heading, ...]
    passages: tuple[Passage, ...]
    faq: tuple[FaqItem, ...]


def read_body(blocks: Sequence[Block]) -> Body:
    """The headings, passages and FAQ items of a document body, in file order."""
    reader = _BodyReader()
    reader.read(blocks, _Frame((), PassageKind.PARAGRAPH))
    return Body(tuple(reader.headings), tuple(reader.passages), tuple(reader.faq))


def read_prose(
    blocks: Sequence[Block], labels: tuple[Label, ...], kind: PassageKind, origin: Origin
) -> tuple[Passage, ...]:
    """The passages of blocks that stand outside the body, all of one kind, under the given labels."""
    reader = _BodyReader()
    reader.read(blocks, _Frame(labels, kind, origin))
    return tuple(reader.passages)


@dataclass(slots=True)
class _Frame:
    """Where the reader stands: the labels around, and those that earlier blocks set for later ones."""

    labels: tuple[Label, ...]
    kind: PassageKind
    origin: Origin = Origin.BODY
    standing: tuple[Label, ...] = ()
    intro: tuple[Label, ...] = ()

    @property
    def in_faq(self) -> bool:
        return any(label.section == "faq" for label in self.labels)


@dataclass(slots=True)
class _Open:
    """The FAQ item that is being read."""

    question: Passage
    label: Label
    answers: list[Passage]


class _BodyReader:
    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self.passages: list[Passage] = []
        self.faq: list[FaqItem] = []
        self._stack = HeadingStack()
        self._open: _Open | None = None

    def read(self, blocks: Sequence[Block], frame: _Frame) -> None:
        self._blocks(blocks, frame)
        self._close_question()

    def _blocks(self, blocks: Sequence[Block], frame: _Frame) -> None:
        for block, following in zip(blocks, [*blocks[1:], None], strict=False):
            match block:
                case HeadingBlock():
                    self._heading(block, frame)
                case ParagraphBlock():
                    self._paragraph(block.content, following, frame)
                case ListBlock():
                    self._list(block, self._answering(frame))
                case TableBlock():
                    self._table(block, self._answering(frame))

    def _heading(self, block: HeadingBlock, frame: _Frame) -> None:
        asked = asked_in(block.content, frame.in_faq or self._stack.in_faq(block.level))
        self._close_question()
        frame.standing = frame.intro = ()
        if asked:
            frame.labels = self._stack.labels_above(block.level)
            self.headings.append(Heading(block.level, asked.question.text, block.span))
            self._ask(asked.question, frame)
            if asked.rest:
                self._answer_text(asked.rest, None, frame)
            return
        name, rest = split_heading(block.content)
        above = self._stack.labels_above(block.level)
        label = self._stack.push(block.level, name)
        frame.labels = self._stack.labels()
        passage = None
        if rest:
            labels = (*above, label)
            passage = Passage(rest.text, rest.source_map, PassageKind.HEADING, Origin.BODY, labels, label)
            self.passages.append(passage)
        self.headings.append(Heading(block.level, label.text, block.span, passage))

    def _paragraph(self, content: MappedText, following: Block | None, frame: _Frame) -> None:
        for part in split_questions(content):
            asked = asked_in(part, frame.in_faq) if frame.origin == Origin.BODY else None
            if asked:
                self._close_question()
                self._ask(asked.question, frame)
                if asked.rest:
                    self._answer_text(asked.rest, following, frame)
            elif self._open and frame.origin == Origin.BODY:
                self._answer_text(part, following, frame)
            else:
                self._prose(part, following, frame)

    def _prose(self, content: MappedText, following: Block | None, frame: _Frame) -> None:
        """A paragraph that is no question: a label alone, or pieces under their lead-ins."""
        frame.intro = ()
        alone = label_alone(content)
        if alone and following is not None and not isinstance(following, HeadingBlock):
            frame.standing = (name_label(alone, LabelKind.LEAD_IN, frame.labels),)
            return
        pieces = split_lead_ins(content)
        if pieces and pieces[0].labels:
            frame.standing = ()
        above = frame.labels + frame.standing
        last = self._pieces(pieces, above, frame)
        if isinstance(following, ListBlock):
            frame.intro = last + self._introduces(pieces)

    def _pieces(self, pieces: Iterable[Piece], above: tuple[Label, ...], frame: _Frame) -> tuple[Label, ...]:
        """Passages of the pieces; returns the labels that the last piece stood under."""
        outer: tuple[Label, ...] = ()
        own: tuple[Label, ...] = ()
        for piece in pieces:
            own = outer
            for name in piece.labels:
                own = (*own, name_label(name, LabelKind.LEAD_IN, above + own))
            if piece.body:
                self._emit(piece.body, frame, above + own, own[-1] if piece.labels else None)
            else:
                outer = own
        return own

    @staticmethod
    def _introduces(pieces: Sequence[Piece]) -> tuple[Label, ...]:
        body = pieces[-1].body if pieces else None
        return (intro_label(body),) if body and body.text.endswith(":") else ()

    def _list(self, block: ListBlock, frame: _Frame) -> None:
        kind = PassageKind.ITEM if frame.kind == PassageKind.PARAGRAPH else frame.kind
        inside = _Frame(frame.labels + frame.standing + frame.intro, kind, frame.origin)
        for item in block.items:
            self._item(item, inside)

    def _item(self, item: ItemBlock, frame: _Frame) -> None:
        first, *rest = item.blocks
        if not isinstance(first, ParagraphBlock):
            self._blocks(item.blocks, replace(frame))
            return
        if frame.origin == Origin.BODY:
            asked = asked_in(first.content, frame.in_faq)
            if asked:
                self._item_question(item, frame)
                return
        self._plain_item(first.content, rest, frame)

    def _item_question(self, item: ItemBlock, frame: _Frame) -> None:
        self._close_question()
        self._blocks(item.blocks, replace(frame))
        if self._open and self._open.answers:
            self._close_question()

    def _plain_item(self, content: MappedText, rest: Sequence[Block], frame: _Frame) -> None:
        alone = label_alone(content)
        nested = any(isinstance(block, ListBlock | TableBlock) for block in rest)
        if alone and rest:
            label = name_label(alone, LabelKind.LEAD_IN, frame.labels)
            self._blocks(rest, replace(frame, labels=(*frame.labels, label), standing=(), intro=()))
            return
        if alone and content.text.endswith(":"):
            frame.standing = (name_label(alone, LabelKind.LEAD_IN, frame.labels),)
        pieces = split_lead_ins(content)
        if pieces and pieces[0].labels:
            frame.standing = ()
        if alone:
            self._emit(content, frame, frame.labels, None)
            return
        last = self._pieces(pieces, frame.labels + frame.standing, frame)
        if not rest:
            return
        intro = self._introduces(pieces)
        if nested and not last and not intro and _is_parent(content):
            intro = (intro_label(content),)
        self._blocks(rest, replace(frame, labels=frame.labels + last + intro, standing=(), intro=()))

    def _table(self, block: TableBlock, frame: _Frame) -> None:
        above = frame.labels + frame.standing
        for cell in cells_of(block, above):
            kind = PassageKind.CELL if frame.origin == Origin.BODY else frame.kind
            self._pieces(split_lead_ins(cell.content), above + cell.labels, replace(frame, kind=kind))

    def _emit(
        self, body: MappedText, frame: _Frame, labels: tuple[Label, ...], lead_in: Label | None
    ) -> None:
        passage = Passage(body.text, body.source_map, frame.kind, frame.origin, labels, lead_in)
        self.passages.append(passage)
        if self._open and frame.origin == Origin.FAQ:
            self._open.answers.append(passage)

    def _ask(self, question: MappedText, frame: _Frame) -> None:
        labels = frame.labels + frame.standing
        passage = Passage(question.text, question.source_map, PassageKind.QUESTION, Origin.FAQ, labels)
        self.passages.append(passage)
        self._open = _Open(passage, question_label(question), [])

    def _answering(self, frame: _Frame) -> _Frame:
        """The frame for blocks of an answer; the frame itself when no question is open."""
        if not self._open or frame.origin == Origin.FAQ:
            return frame
        labels = (*frame.labels, *frame.standing, self._open.label)
        return _Frame(labels, PassageKind.ANSWER, Origin.FAQ, (), frame.intro)

    def _answer_text(self, content: MappedText, following: Block | None, frame: _Frame) -> None:
        if self._open and not self._open.answers:
            content = without_answer_marker(content)
        if not content:
            return
        answering = self._answering(frame)
        self._prose(content, following, answering)
        frame.intro = answering.intro

    def _close_question(self) -> None:
        if self._open:
            number = len(self.faq) + 1
            self.faq.append(FaqItem(Origin.FAQ, number, self._open.question, tuple(self._open.answers)))
        self._open = None


def _is_parent(content: MappedText) -> bool:
    """Whether an item is short enough to be a name for the items nested in it."""
    return len(content.text.split()) <= _MOST_PARENT_WORDS and not content.text.endswith((".", "!", "?"))
