"""Headings: their names, prose that stands in them, and which of them are open."""

from __future__ import annotations

from monolint.domain.document import Label, LabelKind
from monolint.reading.labels import name_label, title_label
from monolint.reading.lead_ins import split_lead_ins
from monolint.reading.mapped import EMPTY, MappedText

_FEWEST_SENTENCE_WORDS = 4
_FEWEST_PROSE_WORDS = 9


def split_heading(content: MappedText) -> tuple[MappedText, MappedText]:
    """A heading's name, and the prose that was written after it in the same line (or nothing)."""
    bold = content.bold[0] if content.bold and content.bold[0][0] == 0 else None
    pieces = split_lead_ins(content)
    first = pieces[0]
    if first.labels and first.body:
        name = first.labels[0]
        rest = content.part(content.text.index(":", len(name.text)) + 1)
        return (name, rest) if bold or _is_prose(rest) else (content, EMPTY)
    if bold and bold[1] < len(content.text):
        rest = content.part(bold[1])
        if _is_prose(rest) and not rest.text.startswith("("):
            return content.part(0, bold[1]), rest
    return content, EMPTY


def _is_prose(text: MappedText) -> bool:
    fewest = _FEWEST_SENTENCE_WORDS if text.text.endswith(".") else _FEWEST_PROSE_WORDS
    return len(text.text.split()) >= fewest


class HeadingStack:
    """The headings above the place that is being read."""

    def __init__(self) -> None:
        self._open: list[tuple[int, Label]] = []

    def push(self, level: int, name: MappedText) -> Label:
        """Open a heading, and close those that it ends."""
        title = title_label(name) if level == 1 else None
        label = title or name_label(name, LabelKind.HEADING, self.labels_above(level))
        self._open = [entry for entry in self._open if entry[0] < level]
        self._open.append((level, label))
        return label

    def labels_above(self, level: int) -> tuple[Label, ...]:
        """The labels of the open headings that a heading of this level stands under."""
        return tuple(label for opened, label in self._open if opened < level)

    def in_faq(self, level: int) -> bool:
        """Whether a heading of this level stands under a FAQ heading."""
        return any(label.section == "faq" for label in self.labels_above(level))
