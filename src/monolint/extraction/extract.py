"""Running all readers over a document."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from monolint.domain.claim import Claim, Place, Scope
from monolint.domain.document import Document, Label, LabelKind, Passage, PassageKind
from monolint.domain.finding import Unread
from monolint.domain.text import Span
from monolint.extraction.abbreviations import learn_abbreviations
from monolint.extraction.components import named_component, of_component
from monolint.extraction.cues import find_cue
from monolint.extraction.dosing import is_dosing
from monolint.extraction.products import without_only_product
from monolint.extraction.reader import Reader
from monolint.extraction.readers.administration import read_administration
from monolint.extraction.readers.adverse_reactions import read_adverse_reactions
from monolint.extraction.readers.ages import read_ages
from monolint.extraction.readers.availability import read_availability
from monolint.extraction.readers.contact_lenses import read_contact_lenses
from monolint.extraction.readers.contraindicated_combinations import read_contraindicated_combinations
from monolint.extraction.readers.contraindications import read_contraindications
from monolint.extraction.readers.contrasts import read_contrasts
from monolint.extraction.readers.current_use import read_current_use
from monolint.extraction.readers.doses import read_doses
from monolint.extraction.readers.driving import read_driving
from monolint.extraction.readers.durations import read_durations
from monolint.extraction.readers.effects import read_effects
from monolint.extraction.readers.general_interactions import read_general_interactions
from monolint.extraction.readers.indication_criteria import read_indication_criteria
from monolint.extraction.readers.indications import read_indications
from monolint.extraction.readers.interactions import read_interactions
from monolint.extraction.readers.intervals import read_intervals
from monolint.extraction.readers.kinetics import read_kinetics
from monolint.extraction.readers.lifestyle import read_lifestyle
from monolint.extraction.readers.meal_times import read_meal_times
from monolint.extraction.readers.means import read_means
from monolint.extraction.readers.missed_doses import read_missed_doses
from monolint.extraction.readers.monitoring import read_monitoring
from monolint.extraction.readers.onsets import read_onsets
from monolint.extraction.readers.organ_function import read_organ_function
from monolint.extraction.readers.purposes import read_purposes
from monolint.extraction.readers.qualities import read_qualities
from monolint.extraction.readers.range_of_uses import read_range_of_uses
from monolint.extraction.readers.relative_doses import read_relative_doses
from monolint.extraction.readers.reproduction import read_reproduction
from monolint.extraction.readers.routes_of_use import read_routes_of_use
from monolint.extraction.readers.statuses import read_statuses
from monolint.extraction.readers.storage import read_storage
from monolint.extraction.readers.times_of_day import read_times_of_day
from monolint.extraction.readers.withdrawal import read_withdrawal
from monolint.extraction.routes import named_routes, with_only_route
from monolint.extraction.scoping import label_scope
from monolint.extraction.stated_conditions import abbreviated_conditions
from monolint.extraction.statements import Draft, Lore, Statement, prose, statements

READERS: tuple[Reader, ...] = (
    read_doses,
    read_relative_doses,
    read_intervals,
    read_durations,
    read_ages,
    read_organ_function,
    read_contraindications,
    read_reproduction,
    read_interactions,
    read_general_interactions,
    read_lifestyle,
    read_contraindicated_combinations,
    read_adverse_reactions,
    read_administration,
    read_meal_times,
    read_times_of_day,
    read_withdrawal,
    read_driving,
    read_contact_lenses,
    read_storage,
    read_missed_doses,
    read_monitoring,
    read_routes_of_use,
    read_statuses,
    read_availability,
    read_current_use,
    read_contrasts,
    read_effects,
    read_means,
    read_qualities,
    read_kinetics,
    read_onsets,
    read_indications,
    read_indication_criteria,
    read_purposes,
    read_range_of_uses,
)
_OPENING_MARK = re.compile(r"(?<![*_])(?:\*{1,3}|_{1,3})$")
_BLOCKS = (LabelKind.HEADING, LabelKind.QUESTION, LabelKind.TITLE, LabelKind.KEY)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one document, and what holds a cue but was not understood."""

    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]


def extract(document: Document) -> Extraction:
    """All claims of a document, in the order of its text, and its unread passages.

    A document without a subject makes no claims.
    """
    if document.subject is None:
        return Extraction((), ())
    lore = _lore(document)
    claims: list[Claim] = []
    unread: list[Unread] = []
    routes: set[str] = set()
    known: dict[Hashable, list[Draft]] = {}
    labels: tuple[Label, ...] = ()
    scope = Scope()
    for passage in document.passages:
        if passage.kind is PassageKind.QUESTION:
            continue
        if passage.labels != labels:
            labels, scope = passage.labels, label_scope(passage, lore)
        for statement in statements(passage, scope):
            setting = _setting(statement)
            if setting not in known:
                known[setting] = _drafts(statement, lore)
            if known[setting]:
                claims.extend(_claims(document, lore, statement, known[setting]))
            else:
                unread.extend(_unread(document, statement))
            if is_dosing(statement):
                routes |= named_routes(statement)
    found = with_only_route(without_only_product(claims), frozenset(routes))
    return Extraction(found, tuple(unread))


def _lore(document: Document) -> Lore:
    assert document.subject is not None
    subject = document.subject
    names = frozenset({subject.name}) | subject.ingredients | subject.aliases
    short = learn_abbreviations(prose(document))
    return Lore(subject.name, names, short, abbreviated_conditions(short), subject.ingredients)


def _setting(statement: Statement) -> Hashable:
    """What a reader sees of a statement: a FAQ that stands in a file three times is read once."""
    passage = statement.passage
    labels = tuple((label.text, label.section, label.kind) for label in passage.labels)
    asked = [index for index, label in enumerate(labels) if label[2] is LabelKind.QUESTION]
    # The origin tells a question's copies apart and nothing else, so that they share their reading.
    around = (passage.text, None if asked else (passage.kind, passage.origin))
    return statement.text, statement.start, around, statement.scope, labels[asked[-1] if asked else 0 :]


@lru_cache(maxsize=256)
def _readers_under(sections: tuple[str, ...]) -> tuple[Reader, ...]:
    return tuple(reader for reader in READERS if reader.may_read_under(sections))


def _drafts(statement: Statement, lore: Lore) -> list[Draft]:
    """All drafts of a statement; a draft that two ways of reading give counts once."""
    component = named_component(statement, lore)
    lowered = statement.text.lower()
    readers = [reader for reader in _readers_under(statement.sections) if reader.may_read(lowered)]
    found = [of_component(draft, component) for reader in readers for draft in reader.read(statement, lore)]
    return list(dict.fromkeys(found)) if len(found) > 1 else found


def _claims(document: Document, lore: Lore, statement: Statement, drafts: Sequence[Draft]) -> Iterator[Claim]:
    """The claims of a statement, which all stand in the same place."""
    span = _with_opening_mark(document.text, statement.span())
    start, end = document.lines.position(span.start), document.lines.position(span.end)
    text = span.slice(document.text)
    above = _block(statement.passage)
    block = above.span.start if above else 0
    heading = _heading(statement.passage)
    for draft in drafts:
        marks = tuple(statement.mark(first, last) for first, last in draft.marks if last > first)
        yield Claim(
            subject=lore.subject,
            kind=draft.kind,
            object=draft.object,
            scope=draft.scope,
            value=draft.value,
            qualifier=draft.qualifier,
            strength=draft.strength,
            place=Place(document.path, span, start, end, text, marks, block, heading),
            section=statement.section,
            origin=statement.passage.origin,
        )


def _with_opening_mark(text: str, span: Span) -> Span:
    """The span with the emphasis mark before it, when the mark is closed inside ("**Children:** ...")."""
    found = _OPENING_MARK.search(text, max(0, span.start - 3), span.start)
    if found and found.group() in span.slice(text):
        return Span(found.start(), span.end)
    return span


def _block(passage: Passage) -> Label | None:
    return next((label for label in reversed(passage.labels) if label.kind in _BLOCKS), None)


def _heading(passage: Passage) -> str:
    """The labels above a passage that a reader needs to find it, outermost first."""
    kept: Sequence[str] = [label.text for label in passage.labels if label is not passage.lead_in]
    return " > ".join(kept[-2:])


def _unread(document: Document, statement: Statement) -> Iterator[Unread]:
    cue = find_cue(statement)
    if cue:
        span = _with_opening_mark(document.text, statement.span())
        start, end = document.lines.position(span.start), document.lines.position(span.end)
        yield Unread(document.path, span, start, end, span.slice(document.text), cue.kind, cue.reason)
