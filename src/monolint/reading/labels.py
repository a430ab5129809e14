"""Labels: names with their place and the section they stand for."""

from __future__ import annotations

from collections.abc import Iterable

from monolint.domain.document import Label, LabelKind
from monolint.reading.mapped import MappedText
from monolint.reading.naming import clean_name
from monolint.reading.sections import introduced, question_topic, section_named, section_of


def name_label(name: MappedText, kind: LabelKind, above: Iterable[Label] = ()) -> Label:
    """A heading, lead-in, row or column; `above` are the labels around it."""
    name = clean_name(name)
    inside = [label.section for label in above if label.section]
    return Label(name.text, kind, name.span, section_of(name.text, inside))


def title_label(name: MappedText) -> Label | None:
    """A top heading as the title of a document, unless it is the whole name of a section.

    Words in it name no section: a product may have an organ in its name.
    """
    name = clean_name(name)
    if section_named(name.text):
        return None
    return Label(name.text, LabelKind.TITLE, name.span)


def intro_label(sentence: MappedText) -> Label:
    """A sentence or short item that introduces a list.

    Only a whole section name or a turn of leaflets ("Do not take it if you have") gives a section.
    """
    name = clean_name(sentence)
    return Label(name.text, LabelKind.INTRO, name.span, introduced(name.text))


def question_label(question: MappedText) -> Label:
    """A question above its answers, with the section it asks about."""
    return Label(question.text, LabelKind.QUESTION, question.span, question_topic(question.text))
