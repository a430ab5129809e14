"""The body of a document: blocks to passages, each under the labels that set its context."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from monolint.domain.document import FaqItem, Heading, Label, LabelKind, Origin, Passage, PassageKind
from monolint.reading.blocks import Block, HeadingBlock, ItemBlock, ListBlock, ParagraphBlock, TableBlock
from monolint.reading.faq import asked_in, split_questions, without_answer_marker
from monolint.reading.frames import Frame, OpenQuestion, open_question
from monolint.reading.headings import HeadingStack, split_heading
from monolint.reading.labels import intro_label, name_label
from monolint.reading.lead_ins import Piece, label_alone, plain_label_alone, split_lead_ins
from monolint.reading.mapped import MappedText
from monolint.reading.tables import cells_of

_MOST_PARENT_WORDS = 8
_CLOSING_REMARK = re.compile(r"(?:disclaimer|important note)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """What the body of a document holds."""

    headings: tuple[Heading, ...]
    passages: tuple[Passage, ...]
    faq: tuple[FaqItem, ...]


def read_body(blocks: Sequence[Block]) -> Body:
    """The headings, passages and FAQ items of a document body, in file order."""
    reader = _BodyReader()
    reader.read(blocks, Frame((), PassageKind.PARAGRAPH))
    return Body(tuple(reader.headings), tuple(reader.passages), tuple(reader.faq))


def read_prose(
    blocks: Sequence[Block], labels: tuple[Label, ...], kind: PassageKind, origin: Origin
) -> tuple[Passage, ...]:
    """The passages of blocks that stand outside the body, all of one kind, under the given labels."""
    reader = _BodyReader()
    reader.read(blocks, Frame(labels, kind, origin))
    return tuple(reader.passages)


class _BodyReader:
    """Walks the blocks of one document once and gathers what it holds."""

    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self.passages: list[Passage] = []
        self.faq: list[FaqItem] = []
        self._stack = HeadingStack()
        self._open: OpenQuestion | None = None

    def read(self, blocks: Sequence[Block], frame: Frame) -> None:
        self._blocks(blocks, frame)
        self._close_question()

    def _blocks(self, blocks: Sequence[Block], frame: Frame) -> None:
        for block, following in zip(blocks, [*blocks[1:], None], strict=False):
            match block:
                case HeadingBlock():
                    self._heading(block, frame)
                case ParagraphBlock():
                    self._paragraph(block.content, following, frame)
                case ListBlock():
                    self._list(block, frame)
                case TableBlock():
                    self._table(block, self._answering(frame))

    def _heading(self, block: HeadingBlock, frame: Frame) -> None:
        self._close_question()
        above = self._stack.labels_above(block.level)
        asked = asked_in(block.content, frame.in_faq or self._stack.in_faq(block.level))
        frame.standing = frame.intro = ()
        if asked:
            frame.labels = above
            self.headings.append(Heading(block.level, asked.question.text, block.span))
            self._ask(asked.question, asked.rest, None, frame)
            return
        name, rest = split_heading(block.content)
        label = self._stack.push(block.level, name)
        frame.labels = (*above, label)
        passage = None
        if rest:
            passage = self._emit(rest, replace(frame, kind=PassageKind.HEADING), frame.labels, label)
        self.headings.append(Heading(block.level, label.text, block.span, passage))

    def _paragraph(self, content: MappedText, following: Block | None, frame: Frame) -> None:
        if frame.origin != Origin.BODY:
            self._prose(content, following, frame)
            return
        for part in split_questions(content):
            asked = asked_in(part, frame.in_faq)
            if asked:
                self._ask(asked.question, asked.rest, following, frame)
                continue
            if _CLOSING_REMARK.match(part.text):
                self._close_question()
            self._prose(part, following, self._answering(frame))

    def _prose(self, content: MappedText, following: Block | None, frame: Frame) -> None:
        """A paragraph that is no question: a label alone, or pieces under their lead-ins."""
        content = self._unmarked(content, frame)
        frame.intro = ()
        alone = label_alone(content) or plain_label_alone(content)
        stands = following is not None and not isinstance(following, HeadingBlock)
        if alone and stands and not (frame.origin == Origin.FAQ and _begins_question(following, frame)):
            frame.stand(name_label(alone, LabelKind.LEAD_IN, frame.labels), len(self.passages))
            return
        pieces = split_lead_ins(content)
        # A lead-in ends the label that stands alone above, but not one that nothing else stands under.
        if pieces and pieces[0].labels and frame.stood_at != len(self.passages):
            frame.standing = ()
        last = self._pieces(pieces, frame.above, frame)
        if isinstance(following, ListBlock):
            frame.intro = last + _introduction(pieces)

    def _pieces(self, pieces: Iterable[Piece], above: tuple[Label, ...], frame: Frame) -> tuple[Label, ...]:
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

    def _list(self, block: ListBlock, frame: Frame) -> None:
        inside = frame.of_items()
        answers = self._answering(frame).of_items()
        for item in block.items:
            if frame.origin == Origin.BODY and _asks(item, inside):
                self._question_item(item, inside)
                answers = self._answering(frame).of_items() if self._open else inside
            else:
                self._item(item, answers)

    def _question_item(self, item: ItemBlock, frame: Frame) -> None:
        self._blocks(item.blocks, frame.inside(()))
        # The answer may also follow the item; once there is one, what follows is something else.
        if self._open and self._open.answers:
            self._close_question()

    def _item(self, item: ItemBlock, frame: Frame) -> None:
        first, *rest = item.blocks
        if isinstance(first, ParagraphBlock):
            self._plain_item(first.content, rest, frame)
        else:
            self._blocks(item.blocks, frame.inside(()))

    def _plain_item(self, content: MappedText, rest: Sequence[Block], frame: Frame) -> None:
        content = self._unmarked(content, frame)
        alone = label_alone(content)
        if alone:
            self._label_item(content, alone, rest, frame)
            return
        pieces = split_lead_ins(content)
        if pieces and pieces[0].labels:
            frame.standing = ()
        last = self._pieces(pieces, frame.above, frame)
        intro = _introduction(pieces)
        nested = any(isinstance(block, ListBlock | TableBlock) for block in rest)
        if nested and not last and not intro and _is_parent(content):
            intro = (intro_label(content),)
        self._blocks(rest, frame.inside(frame.standing + last + intro))

    def _label_item(
        self, content: MappedText, alone: MappedText, rest: Sequence[Block], frame: Frame
    ) -> None:
        """An item that is only a label: of what is nested in it, else of the items after it."""
        label = name_label(alone, LabelKind.LEAD_IN, frame.labels)
        if rest:
            frame.standing = ()
            self._blocks(rest, frame.inside((label,)))
            return
        self._emit(content, frame, frame.above, None)
        if content.text.endswith(":"):
            frame.standing = (label,)

    def _table(self, block: TableBlock, frame: Frame) -> None:
        kind = PassageKind.CELL if frame.origin == Origin.BODY else frame.kind
        for cell in cells_of(block, frame.above):
            self._pieces(split_lead_ins(cell.content), frame.above + cell.labels, replace(frame, kind=kind))

    def _emit(
        self, body: MappedText, frame: Frame, labels: tuple[Label, ...], lead_in: Label | None
    ) -> Passage:
        passage = Passage(body.text, body.source_map, frame.kind, frame.origin, labels, lead_in)
        self.passages.append(passage)
        if self._open and frame.origin == Origin.FAQ:
            self._open.answers.append(passage)
        return passage

    def _ask(self, question: MappedText, rest: MappedText, following: Block | None, frame: Frame) -> None:
        """Open a question, and take what stands after it in the same block as its answer."""
        self._close_question()
        self._open = open_question(question, frame.above)
        self.passages.append(self._open.passage)
        if rest:
            self._prose(rest, following, self._open.frame)

    def _answering(self, frame: Frame) -> Frame:
        """The frame of the open question's answers; the frame itself when none is open."""
        return self._open.frame if self._open and frame.origin == Origin.BODY else frame

    def _unmarked(self, content: MappedText, frame: Frame) -> MappedText:
        """The first block of an answer without its marker."""
        if self._open and frame.origin == Origin.FAQ and not self._open.answers:
            return without_answer_marker(content)
        return content

    def _close_question(self) -> None:
        if self._open:
            self.faq.append(self._open.item(len(self.faq) + 1))
        self._open = None


def _introduction(pieces: Sequence[Piece]) -> tuple[Label, ...]:
    """The label that a block's last sentence is for the list after it, when it ends with a colon."""
    body = pieces[-1].body if pieces else None
    return (intro_label(body),) if body and body.text.endswith(":") else ()


def _asks(item: ItemBlock, frame: Frame) -> bool:
    first = item.blocks[0]
    return isinstance(first, ParagraphBlock) and asked_in(first.content, frame.in_faq) is not None


def _begins_question(block: Block | None, frame: Frame) -> bool:
    """Whether the block after an answer's paragraph is the next question, which ends the answer."""
    if isinstance(block, ListBlock):
        return bool(block.items) and _asks(block.items[0], frame)
    return isinstance(block, ParagraphBlock) and asked_in(block.content, frame.in_faq) is not None


def _is_parent(content: MappedText) -> bool:
    """Whether an item is short enough to be a name for the items nested in it."""
    return len(content.text.split()) <= _MOST_PARENT_WORDS and not content.text.endswith((".", "!", "?"))
