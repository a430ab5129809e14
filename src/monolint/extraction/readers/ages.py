"""From which age a drug may be used, and advice on its use in children."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from monolint.domain.claim import Band, Facet, Qualifier, Scope, Stance
from monolint.extraction.age_bands import age_band, bare_ages, is_age
from monolint.extraction.child_advice import (
    ABOVE_ALL,
    AT_DISCRETION,
    CARE_ADVISED,
    CONDITION,
    DOUBT_OF_A_PART,
    IN_A_SITUATION,
    LISTED_CAUTION,
    OTHER_MATTER,
    SOME_CHILDREN,
)
from monolint.extraction.child_dosing import implied_use
from monolint.extraction.child_limits import Age, AgeAdvice, cautions, limits, on_children, permission
from monolint.extraction.components import of_component
from monolint.extraction.ingredients import ingredient_of
from monolint.extraction.people import people
from monolint.extraction.quantities import find_amounts
from monolint.extraction.reader import reader
from monolint.extraction.readers.child_doses import (
    CASE,
    read_child_doses,
)
from monolint.extraction.scoping import part_scope
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import Advice, find_advice, overall
from monolint.extraction.statements import Answer, Draft, Lore, Statement
from monolint.extraction.topics import Topic, find_topics, impaired_organs

_ABOUT_OTHERS = frozenset(
    {"undesirable_effect", "mechanism", "pharmacokinetics", "interaction", "overdose", "storage"}
    | {"monitoring", "pregnancy", "lactation", "renal", "hepatic"}
)
_STANCES = frozenset(
    {Stance.CONTRAINDICATED, Stance.AVOID, Stance.NOT_RECOMMENDED, Stance.NOT_ESTABLISHED, Stance.CAUTION}
    | {Stance.WEIGH_RISKS, Stance.IF_NEEDED, Stance.SAFE, Stance.MAY_USE, Stance.ADVISED}
)
_IN_LABEL = frozenset({"paediatric"})
_ABOUT_AGE = re.compile(r"\b(?:aged?|ages|years?|months?)\b|\d\+", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:due\s+to|because|as\s+(?:it|there|they)|since|risks?\s+of|owing\s+to)\b", re.IGNORECASE
)
_USE_QUESTIONED = re.compile(
    r"\b(?:can|may|could|is|are|should)\b[^?]*\b(?:used?|taken?|give|given|safe|suitable|prescribed|recommended|appropriate|approved|indicated)\b",
    re.IGNORECASE,
)
_LICENSED = re.compile(
    r"\b(?:approved|indicated|licen[sc]ed|authori[sz]ed|safe\s+and\s+effective|(?:is|are|been)\s+established|restricted|limited\s+to"
    r"|reserved|only|minimum\s+age)\b",
    re.IGNORECASE,
)
_ON_USES = frozenset({None, "indication"})
_USED = re.compile(
    r"\b(?:used|prescribed|indicated|treat(?:s|ing|ment)?|manag\w+|relie[fv]\w*|reliev\w+|prevent\w*)\b",
    re.IGNORECASE,
)
# An item of a list of uses needs no verb ("Asthma in children aged 6 and older").
_FOR_THE_AGED = re.compile(
    r"\b(?:in|for)\s+(?:\w+\s+){0,2}(?:children|patients|individuals|infants|adolescents)\s", re.IGNORECASE
)
_NEGATED = re.compile(r"\b(?:not|no|never|cannot|off-label)\b|n['’]t\b", re.IGNORECASE)
_ASIDE = re.compile(r",\s*(?:especially|particularly)\b[^,;]{3,60}(?:\([^()]*\))?,", re.IGNORECASE)
_CAUTIOUS = re.compile(r"cauti", re.IGNORECASE)


@reader()
def read_ages(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of age_limit claims."""
    if _ABOUT_OTHERS.intersection(statement.sections):
        return
    component = ingredient_of(statement, lore) or frozenset()
    of_mothers = Topic.LACTATION in find_topics(statement.text)
    drafts = () if of_mothers else chain(read_child_doses(statement, lore), _advised(statement, lore))
    for draft in chain(drafts, _listed(statement, lore)):
        yield of_component(draft, component)


def _listed(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Care that is asked for with several groups, children among them."""
    for found in LISTED_CAUTION.finditer(statement.text):
        part = found.group()
        advice = Advice(Stance.CAUTION, 0, len(part))
        case = _case(statement, lore, part)
        yield from cautions(AgeAdvice(part, found.start(), advice, _ages(part), case, True, part))


def _is_caution(part: str) -> bool:
    """Whether a clause says "caution" and is not read as a list of those who need it."""
    return bool(_CAUTIOUS.search(part)) and not LISTED_CAUTION.search(part)


def _advised(statement: Statement, lore: Lore) -> Iterator[Draft]:
    labelled = _under_children(statement)
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        named = find_topics(part)
        theirs = labelled and (Topic.ELDERLY not in named or Topic.CHILDREN in named)
        if theirs or Topic.CHILDREN in named or _ABOUT_AGE.search(part):
            yield from _read(statement, lore, part, start, theirs)
            yield from _implied(statement, lore, part, start, theirs)


def _implied(statement: Statement, lore: Lore, part: str, start: int, labelled: bool) -> Iterator[Draft]:
    """That children are given the drug, from what is said of their doses."""
    named = Topic.CHILDREN in find_topics(part)
    advice = implied_use(part, labelled) if labelled or named else None
    if advice is None or impaired_organs(part) or CONDITION.search(part) or SOME_CHILDREN.search(part):
        return
    if _ages(part) or (labelled and not named and _label_ages(statement)):
        return
    whom = part if named else statement.label_text
    yield on_children(AgeAdvice(part, start, advice, [], _case(statement, lore, part), True, whom))


def _under_children(statement: Statement) -> bool:
    """Whether a sentence that names nobody else speaks of the children of its label or question."""
    labels = statement.passage.labels
    named = find_topics(statement.text)
    if not statement.speaks_for_label or (Topic.ELDERLY in named and Topic.CHILDREN not in named):
        return False
    if "adult" in people(statement.text).get(Facet.POPULATION, ()):
        return False
    return bool(labels) and (
        labels[-1].section in _IN_LABEL or Topic.CHILDREN in find_topics(labels[-1].text)
    )


def _read(statement: Statement, lore: Lore, part: str, start: int, labelled: bool) -> Iterator[Draft]:
    """The claims of a clause: limits for the ages it names, advice for children where it names none."""
    advice = _answer(statement, part, start) or _advice(part) or _use(statement, part)
    if advice is None:
        return
    said = _without_aside(_without_reason(part, advice), advice)
    if OTHER_MATTER.search(said) or impaired_organs(said):
        return
    named = Topic.CHILDREN in find_topics(part)
    ages = _ages(part) or (_label_ages(statement) if labelled and not named else [])
    whom = part if named or not labelled else statement.label_text
    found = AgeAdvice(part, start, advice, ages, _case(statement, lore, part), labelled or named, whom)
    conditional = bool(CONDITION.search(AT_DISCRETION.sub("", said)))
    if advice.stance.band is Band.PERMITS:
        if not (_is_no_permission(part, advice) or (conditional and not _LICENSED.search(part))):
            yield from permission(found)
    elif advice.stance.band is Band.FORBIDS and not SOME_CHILDREN.search(said):
        if not conditional and not _is_above_all_for_children(said, labelled):
            yield from limits(found, Qualifier.MINIMUM)
    elif advice.stance is Stance.NOT_ESTABLISHED and not conditional and not DOUBT_OF_A_PART.search(said):
        yield from limits(found, Qualifier.FALLBACK)
    elif advice.stance is Stance.CAUTION and found.about_children and _is_caution(part):
        yield from cautions(found)


def _without_reason(part: str, advice: Advice) -> str:
    """A clause up to the reason that it gives for its advice."""
    reason = _REASON.search(part, advice.end)
    return part[: reason.start()] if reason else part


def _without_aside(said: str, advice: Advice) -> str:
    """A clause without those whom it names between commas, as the ones for whom it holds above all."""
    aside = _ASIDE.search(said, 0, advice.start)
    return said[: aside.start()] + said[aside.end() :] if aside else said


def _is_above_all_for_children(said: str, labelled: bool) -> bool:
    """Whether a ban names children only as those for whom it matters most."""
    most = ABOVE_ALL.search(said)
    return (
        bool(most)
        and not labelled
        and Topic.CHILDREN not in find_topics(said[: most.start()] if most else said)
    )


def _is_no_permission(part: str, advice: Advice) -> bool:
    """Whether what is advised is care, or is the drug for adults or in a special situation."""
    after = part[advice.start :]
    if CARE_ADVISED.search(part) or IN_A_SITUATION.search(part):
        return True
    return (
        "adult" in after.lower() and Topic.CHILDREN not in find_topics(after) and not _ABOUT_AGE.search(after)
    )


def _advice(part: str) -> Advice | None:
    """What a clause advises; a ban that a doctor may lift is still one."""
    kept = AT_DISCRETION.sub("", part)
    return overall([a for a in find_advice(kept) if a.stance in _STANCES], kept)


def _use(statement: Statement, part: str) -> Advice | None:
    """A use that is told for patients from an age on ("for asthma in patients aged 6 and older")."""
    used = _USED.search(part) if statement.section in _ON_USES else None
    if used is None and statement.section == "indication":
        used = _FOR_THE_AGED.search(part)
    return Advice(Stance.ADVISED, *used.span()) if used and not _NEGATED.search(part) else None


def _answer(statement: Statement, part: str, start: int) -> Advice | None:
    """What "yes" or "no" says to a question on the use in children."""
    asked = statement.question
    if statement.answer is None or start > 0 or not _USE_QUESTIONED.search(asked):
        return None
    if Topic.CHILDREN not in find_topics(asked):
        return None
    stance = Stance.MAY_USE if statement.answer is Answer.YES else Stance.NOT_RECOMMENDED
    return Advice(stance, 0, statement.body_start or len(part))


def _ages(part: str) -> list[Age]:
    """The ages of a clause; those for which it holds above all are not its limits."""
    above_all = ABOVE_ALL.search(part)
    part = part[: above_all.start()] if above_all else part
    found = [
        (age_band(amount, part), amount.start, amount.end)
        for amount in find_amounts(part)
        if is_age(amount, part)
    ]
    return found + bare_ages(part)


def _label_ages(statement: Statement) -> list[Age]:
    return [(band, 0, 0) for band, _, _ in _ages(statement.label_text)]


def _case(statement: Statement, lore: Lore, part: str) -> Scope:
    """The use that a clause speaks of; what stands behind its reason is no use."""
    reason = _REASON.search(part)
    return part_scope(statement, part[: reason.start()] if reason else part, lore, CASE)
