"""What a clause advises on each of the conditions that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from monolint.domain.claim import Stance
from monolint.domain.document import LabelKind
from monolint.extraction import lexicon
from monolint.extraction.allergens import of_combination
from monolint.extraction.brackets import brackets, without
from monolint.extraction.conditions import LACTATION, PREGNANCY, Condition, find_conditions
from monolint.extraction.stances import Advice, find_advice, overall
from monolint.extraction.statements import Statement
from monolint.extraction.topics import Topic, find_topics

_OWN_KINDS = frozenset({PREGNANCY, LACTATION})
_ORGANS = frozenset({"renal impairment", "hepatic impairment", "dialysis"})
# Where the reason for an advice begins, and conditions are no longer what it is on.
REASON = re.compile(
    r"(?:(?<=,)\s*as\b|\bdue\s+to\b|\b(?:because|since|as\s+it|as\s+they|owing\s+to|leading\s+to|which|that\s+may|unless|except"
    r"|to\s+(?:prevent|avoid|minimi[sz]e|reduce|lower|limit|detect|manage)|for\s+(?:any\s+)?(?:signs?|symptoms?|evidence))\b)",
    re.IGNORECASE,
)
# What is looked for in a patient, and what one may come to have, is not what the patient has.
_LOOKED_FOR = re.compile(
    r"\b(?:assess|screen|check|evaluat|test|monitor|observ|watch)\w*\s+(?:[\w-]+\s+){0,3}?for\b(?!\s+(?:use|patients?|those|people))",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\b(?:in|with|of)\s+(?:[\w-]+\s+){0,3}(?:patients?|those|people|individuals?|persons?|history)\b",
    re.IGNORECASE,
)
# What a condition does, and what it is treated with, is no advice on those who have it.
_DOES = re.compile(r"\s+(?:itself\s+)?(?:can|may|could|might)\s+(?!be\b)", re.IGNORECASE)
_TREATED = re.compile(
    r"\b(?:medic\w+|drugs?|products?|agents?|treatments?|remed\w+)\s+for\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
# Advice that leaves the choice to a doctor, or nearly takes itself back ("cautiously, if at all").
_LEFT_OPEN = re.compile(
    r"\bor\s+(?:\w+\s+){0,2}(?:consult|ask|seek|speak|talk|discuss|check)\w*\b|\bwithout\s+(?:\w+\s+){0,2}consult\w*"
    r"|\bcontraindicated\b[^.;]*\bunless\b|\bif\s+at\s+all\b",
    re.IGNORECASE,
)
# What is to be avoided is another thing than the medicine.
_OTHER_THING = re.compile(
    r"\b(?:alcohol|smoking|driving|grapefruit(?:\s+juice)?|sun(?:light)?(?:\s+exposure)?)\s+(?:\w+\s+){0,2}(?:should|must|is|are|be)\b",
    re.IGNORECASE,
)
_AT_RISK = re.compile(r"\brisks?\s+(?:of|for)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_ALONE = re.compile(
    r"\bas\s+(?:a\s+|the\s+)?(?:monotherapy|sole|single|only)\b|\bused\s+alone\b", re.IGNORECASE
)
_EXCEPTION = re.compile(r"[(\[]\s*(?:except|unless)\b", re.IGNORECASE)
_TO_SOMETHING = re.compile(r"\s+to\b", re.IGNORECASE)
_ALLERGY = re.compile(r"hypersensitivity|allergy|anaphylaxis")
_NEXT_TO = 12
_PATIENTS_WITH = re.compile(
    r"\b(?:patients?|people|individuals?|those|persons?|anyone|women|children|history)\b[^.;]{0,40}\bwith\b|history\s+of|patients?\s+who",
    re.I,
)
_STANCES = frozenset(
    {
        Stance.CONTRAINDICATED,
        Stance.AVOID,
        Stance.NOT_RECOMMENDED,
        Stance.CAUTION,
        Stance.MONITOR,
        Stance.MAY_USE,
        Stance.SAFE,
        Stance.WEIGH_RISKS,
        Stance.IF_NEEDED,
    }
)


def advice_on_conditions(part: str, statement: Statement) -> Iterator[tuple[Condition, Advice]]:
    """The conditions of a clause with the advice for each."""
    if not lexicon.stances().may_hold(part):
        return
    aside, plain = aside_advice(part)
    yield from aside
    answered = {condition.start for condition, _ in aside}
    advised = find_condition_advice(plain)
    if not advised:
        return
    free = [condition for condition in find_conditions(part) if condition.start not in answered]
    free = [condition for condition in free if not _has_doses_of_its_own(plain, condition, advised)]
    for advice, stretch in _stretches(plain, free, advised):
        chosen = _objects(plain, advice, stretch, statement.section)
        if not chosen and advice.stance is Stance.CONTRAINDICATED and not free:
            chosen = _from_labels(statement)
        yield from ((condition, advice) for condition in chosen)


def _has_doses_of_its_own(part: str, condition: Condition, advised: Sequence[Advice]) -> bool:
    """Whether the last advice before a condition is to adjust the dose, and other advice has its patients."""
    before = [found for found in find_advice(part) if found.end <= condition.start]
    if len(before) < 2 or before[-1].stance is not Stance.ADJUST or before[-1] in advised:
        return False
    firm = [found for found in advised if found.end <= before[-1].start]
    return bool(firm) and bool(find_conditions(part[firm[-1].end : before[-1].start]))


def aside_advice(part: str) -> tuple[list[tuple[Condition, Advice]], str]:
    """Advice in brackets with the condition before them, and the text without such brackets."""
    spans = [
        (start, end)
        for start, end in brackets(part)
        if _is_advice(part[start:end]) and not _EXCEPTION.match(part, start)
    ]
    conditions = find_conditions(part) if spans else []
    pairs = []
    for start, end in spans:
        inner = overall(find_condition_advice(part[start:end]), part[start:end])
        before = [c for c in conditions if c.end <= start <= c.end + _NEXT_TO]
        if inner and before:
            pairs.append((before[-1], Advice(inner.stance, start + inner.start, start + inner.end)))
    return pairs, without(part, spans)


def _is_advice(text: str) -> bool:
    """Whether brackets say what to do with a condition, and not how to dose in it."""
    return any(advice.stance is not Stance.ADJUST for advice in find_condition_advice(text))


def find_condition_advice(part: str) -> list[Advice]:
    """The advice of a clause on a condition; "indicated for" and "not as monotherapy" are none.

    Nor is what leaves the choice to a doctor ("avoid it or ask first").
    """
    if speaks_of_use_alone(part) or _OTHER_THING.search(part) or _LEFT_OPEN.search(part):
        return []
    every = find_advice(part)
    found = [advice for advice in every if advice.stance in _STANCES]
    if not found:
        found = [advice for advice in every if advice.stance is Stance.ADJUST]
    return [advice for advice in found if "indicated for" not in part[advice.start : advice.end].lower()]


def speaks_of_use_alone(text: str) -> bool:
    """Whether a text is about use without another treatment ("not as monotherapy")."""
    return _ALONE.search(text) is not None


def _stretches(
    part: str, conditions: Sequence[Condition], advice: Sequence[Advice]
) -> Iterator[tuple[Advice, Sequence[Condition]]]:
    """Each advice of a clause with the conditions that it can be about.

    Where several come in turn ("contraindicated in A, and caution in B") each has those after it.
    """
    ends = [found.start for found in advice[1:]] + [len(part)]
    stretches = [
        [c for c in conditions if found.end <= c.start and c.end <= end]
        for found, end in zip(advice, ends, strict=True)
    ]
    if len(advice) > 1 and all(stretches):
        yield from zip(advice, stretches, strict=True)
        return
    whole = overall(advice, part)
    if whole:
        yield whole, conditions


def _objects(
    part: str, advice: Advice, conditions: Sequence[Condition], section: str | None
) -> Sequence[Condition]:
    """The conditions after the advice and before its reason or purpose, else those before the advice."""
    reason = REASON.search(part, advice.end)
    stop = reason.start() if reason else len(part)
    low, high = _looked_for(part, advice)
    free = [c for c in conditions if not low <= c.start < high and not _is_beside_use(part, c)]
    after = [c for c in free if advice.end <= c.start < stop]
    before = [c for c in free if c.end <= advice.start]
    chosen = after or before
    if section in _OWN_KINDS:
        chosen = [c for c in chosen if c.name in _OWN_KINDS]
    if advice.stance in (
        Stance.MONITOR,
        Stance.ADJUST,
        Stance.SAFE,
        Stance.MAY_USE,
    ) and not _PATIENTS_WITH.search(part):
        chosen = [c for c in chosen if c.name in _OWN_KINDS]
    if advice.stance is Stance.MONITOR:
        chosen = [c for c in chosen if not _ALLERGY.search(c.name)]  # an allergic reaction may be meant
    if advice.stance is Stance.CAUTION:  # "a history of allergies" is no allergy to the medicine
        chosen = [c for c in chosen if c.name != "hypersensitivity" or _TO_SOMETHING.match(part, c.end)]
    if advice.stance is Stance.ADJUST:  # doses for impaired organs are claims of another kind
        chosen = [c for c in chosen if not _ORGANS & {c.name, *lexicon.conditions().broader(c.name)}]
    return [c for c in chosen if not of_combination(part, c)]


def _is_beside_use(part: str, condition: Condition) -> bool:
    """Whether a condition is a risk, or treated with other drugs, or causes something else."""
    if _AT_RISK.search(part, 0, condition.start) or _TREATED.search(part, 0, condition.start):
        return True
    return _DOES.match(part, condition.end) is not None and not _PATIENTS_WITH.search(part)


def _looked_for(part: str, advice: Advice) -> tuple[int, int]:
    """The stretch that names what patients are watched for, up to where it says which patients."""
    found = _LOOKED_FOR.search(part)
    if found is None:
        return 0, 0
    whose = _WHOSE.search(part, found.end())
    stop = whose.start() if whose else len(part)
    return found.start(), min(stop, advice.start) if found.start() < advice.start else stop


def _from_labels(statement: Statement) -> Sequence[Condition]:
    """What the lead-in or the question of a bare "Contraindicated." names."""
    for label in reversed(statement.passage.labels):
        topics = find_topics(label.text)
        names = [n for t, n in ((Topic.PREGNANCY, PREGNANCY), (Topic.LACTATION, LACTATION)) if t in topics]
        if names:
            return [Condition(name, frozenset(), 0, 0, True) for name in names]
        if label.section and label.kind is not LabelKind.QUESTION:
            break
    return []
