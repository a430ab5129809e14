"""Where the reader of a body stands: the labels around it and those that earlier blocks set."""

from __future__ import annotations

from dataclasses import dataclass, field

from monolint.domain.document import FaqItem, Label, Origin, Passage, PassageKind
from monolint.reading.labels import question_label
from monolint.reading.mapped import MappedText

# Sections that only name a group of patients: such a label narrows the one it stands below.
_GROUPS = frozenset({None, "paediatric", "geriatric", "renal", "hepatic"})


@dataclass(slots=True)
class Frame:
    """One container of blocks while it is read.

    `standing` are the labels set by blocks that are only a label, `intro` those of the paragraph
    before a list, `stood_at` the number of passages when the last standing label was set.
    """

    labels: tuple[Label, ...]
    kind: PassageKind
    origin: Origin = Origin.BODY
    standing: tuple[Label, ...] = ()
    intro: tuple[Label, ...] = ()
    stood_at: int = -1

    @property
    def above(self) -> tuple[Label, ...]:
        return self.labels + self.standing

    @property
    def in_faq(self) -> bool:
        return any(label.section == "faq" for label in self.above)

    def inside(self, labels: tuple[Label, ...]) -> Frame:
        """The frame of what is nested under further labels."""
        return Frame(self.labels + labels, self.kind, self.origin)

    def of_items(self) -> Frame:
        """The frame of the items of a list that stands here."""
        kind = PassageKind.ITEM if self.kind == PassageKind.PARAGRAPH else self.kind
        return Frame(self.above + self.intro, kind, self.origin)

    def stand(self, label: Label, passages: int) -> None:
        """Let a label stand above the blocks that follow, until the next of its kind.

        A label directly under another stands inside it; so do later ones that only name a group of
        patients or a case.
        """
        if self.stood_at == passages:
            outer = self.standing
        else:
            outer = self.standing[:-1] if label.section in _GROUPS else ()
        self.standing = (*outer, label)
        self.stood_at = passages


@dataclass(slots=True)
class OpenQuestion:
    """A question whose answers are being read, and the frame that they are read in."""

    passage: Passage
    frame: Frame
    answers: list[Passage] = field(default_factory=list)

    def item(self, number: int) -> FaqItem:
        return FaqItem(Origin.FAQ, number, self.passage, tuple(self.answers))


def open_question(question: MappedText, above: tuple[Label, ...]) -> OpenQuestion:
    """Open a FAQ item of the body under the labels around it."""
    passage = Passage(question.text, question.source_map, PassageKind.QUESTION, Origin.FAQ, above)
    frame = Frame((*above, question_label(question)), PassageKind.ANSWER, Origin.FAQ)
    return OpenQuestion(passage, frame)
