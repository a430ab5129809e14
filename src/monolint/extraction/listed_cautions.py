"""Conditions that a list names without a word of advice: its introduction or its section says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Stance
from monolint.domain.document import Label, LabelKind, PassageKind
from monolint.extraction import lexicon
from monolint.extraction.condition_advice import find_condition_advice
from monolint.extraction.conditions import LACTATION, PREGNANCY, Condition, find_conditions
from monolint.extraction.stances import Advice, overall
from monolint.extraction.statements import Statement

_OWN_KINDS = frozenset({PREGNANCY, LACTATION})
_CAREFUL_SECTION = "warning"
_INTRODUCING = (LabelKind.INTRO, LabelKind.LEAD_IN)
_INTRODUCED = frozenset(
    {Stance.CONTRAINDICATED, Stance.AVOID, Stance.NOT_RECOMMENDED, Stance.CAUTION, Stance.WEIGH_RISKS}
)
# An introduction is about patients: "caution is needed in the following cases", "avoid in those who have".
_OF_PATIENTS = re.compile(
    r"\b(?:patients?|people|individuals?|those|persons?|anyone|conditions?|cases|situations|history\s+of)\b|\b(?:in|with|if)$",
    re.IGNORECASE,
)
_OF_OTHER_THINGS = re.compile(
    r"\b(?:drugs?|medicines?|medications?|foods?|products?|agents?|activities)\b", re.I
)
# Words that may stand beside the conditions of an item that names nothing else.
_FILLER = re.compile(
    r"\b(?:patients?|people|individuals?|those|with|who|have|a|an|the|any|of|in|to|and|or|history|known|previous|prior|pre-?existing"
    r"|existing|underlying|active|acute|chronic|severe|moderate|mild|recent|uncontrolled|untreated|unstable|congenital|conditions?"
    r"|disorders?|diseases?|such|as|including|e\.?g|i\.?e)\b|[\W\d_]+",
    re.IGNORECASE,
)
# A word that makes a condition the patient's own, and not what the medicine may do.
_THE_PATIENTS = re.compile(
    r"\b(?:history|pre-?existing|patients?|people|individuals?|those|underlying|previous)\b", re.IGNORECASE
)
_LONGEST = 120


def listed_cautions(statement: Statement) -> Iterator[tuple[Condition, Advice]]:
    """The conditions that an item names, or its lead-in, with what stands above the list."""
    passage = statement.passage
    if passage.kind is not PassageKind.ITEM or statement.start or not passage.labels:
        return
    label = passage.labels[-1]
    if label.kind is LabelKind.LEAD_IN and label is passage.lead_in:
        named, above = label.text, passage.labels[:-1]
        if find_condition_advice(statement.text) or (above and above[-1].kind is LabelKind.HEADING):
            return  # below a heading alone the item's own text says what the condition is named for
    else:
        named, above = statement.text, passage.labels
    stance = _said_above(above)
    if stance is None or len(named) > _LONGEST:
        return
    found = find_conditions(named)
    if not found or not _names_nothing_else(named):
        return
    by_section = above[-1].kind is LabelKind.HEADING
    for condition in found:
        if condition.name in _OWN_KINDS or "hypersensitivity" in condition.name:
            continue
        if by_section and not _THE_PATIENTS.search(named) and _may_be_caused(named, condition):
            continue
        yield Condition(condition.name, condition.grades, 0, 0, True), Advice(stance, 0, len(statement.text))


def _said_above(labels: tuple[Label, ...]) -> Stance | None:
    """What the introduction of a list says of its members, or the section of precautions they stand in."""
    if not labels:
        return None
    label = labels[-1]
    if label.kind is LabelKind.HEADING:
        return Stance.CAUTION if label.section == _CAREFUL_SECTION else None
    if (
        label.kind not in _INTRODUCING
        or not _OF_PATIENTS.search(label.text)
        or _OF_OTHER_THINGS.search(label.text)
    ):
        return None
    advice = overall(find_condition_advice(label.text), label.text)
    return advice.stance if advice and advice.stance in _INTRODUCED else None


def _names_nothing_else(text: str) -> bool:
    rest = text
    for match in reversed(list(lexicon.conditions().find(text))):
        rest = rest[: match.start] + " " + rest[match.end :]
    return not _FILLER.sub("", rest)


def _may_be_caused(text: str, condition: Condition) -> bool:
    """Whether the vocabulary also knows a condition as a reaction: a bare warning may mean either."""
    return bool(lexicon.reactions().find(text[condition.start : condition.end]))
