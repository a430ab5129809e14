"""Pregnancy, lactation and contraception: categories, advice, how long after the last dose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Facet, Facets, Kind, Scope, Stance, Strength
from monolint.domain.document import PassageKind
from monolint.extraction.animal_studies import animal_studies
from monolint.extraction.answers import answered_stance, bare_stance, listed_stance
from monolint.extraction.milk import passage_into_milk
from monolint.extraction.mothers import mothers_advice, open_concession
from monolint.extraction.pregnancy_categories import pregnancy_categories
from monolint.extraction.reader import reader
from monolint.extraction.scoping import find_trimesters, narrowed, only, product_scope
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import Advice, find_advice, overall, strength
from monolint.extraction.stated_conditions import find_indications
from monolint.extraction.statements import Draft, Lore, Statement
from monolint.extraction.topics import Topic, find_topics
from monolint.extraction.wash_outs import time_after_last_dose

ADVICE = "advice"

_KINDS = {
    Topic.PREGNANCY: Kind.PREGNANCY,
    Topic.LACTATION: Kind.LACTATION,
    Topic.CONTRACEPTION: Kind.CONTRACEPTION,
}
_ABOUT_OTHERS = frozenset({"undesirable_effect", "mechanism", "pharmacokinetics", "overdose"})
_USE = frozenset(set(Stance) - {Stance.ADVISED, Stance.ADJUST, Stance.NO_ADJUSTMENT})
_OWN = _USE - {Stance.WEIGH_RISKS, Stance.IF_NEEDED, Stance.MONITOR, Stance.CONSULT}
_AND = re.compile(r",\s+(?:and\s+)?|\s+and\s+", re.IGNORECASE)

_STRESSED = re.compile(
    r"\b(?:especially|particularly|in\s+particular|notably|mainly|including)\s+(?:\w+\s+){0,3}(?:first|second|third|1st|2nd|3rd|early|late)"
    r"\s+(?:trimester|pregnancy)",
    re.IGNORECASE,
)
_OF_MOTHERS = re.compile(r"pregnan|gestation|trimester|breast|lactat|nursing|milk", re.IGNORECASE)
_TREATING = re.compile(
    r"\b(?:for|when|while|in)\s+(?:the\s+)?(?:treating|treatment\s+of|managing|management\s+of)\s+"
    r"(?P<words>(?:(?!in\b|during\b)[\w-]+\s+){0,3})",
    re.IGNORECASE,
)
_CONSIDERED = re.compile(
    r"careful(?:ly)?\s+(?:[\w-]+\s+){0,2}(?:consider|evaluat|weigh|assess)\w*|(?:consider|evaluat|weigh|assess)\w*\s+carefully",
    re.IGNORECASE,
)
# "Pregnancy and breastfeeding (some labels)": the mothers are the whole of an item.
_MOTHERS = (
    r"(?:pregnan(?:cy|t)|breast[\s-]?feeding|lactat(?:ion|ing)|nursing)"
    r"(?:\s+(?:women|mothers|patients|females))?"
)
_LISTED = re.compile(
    rf"\W*(?:(?:known|suspected|confirmed|women\s+who\s+are)\s+(?:or\s+suspected\s+)?)?{_MOTHERS}"
    rf"(?:\s*(?:/|,|\band\b|\bor\b)\s*{_MOTHERS})*\s*(?:\([^()]*\))?\W*$",
    re.IGNORECASE,
)


@reader()
def read_reproduction(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of pregnancy, lactation and contraception claims."""
    topics = _topics(statement)
    if not topics:
        return
    if Topic.PREGNANCY in topics:
        yield from pregnancy_categories(statement)
        yield from animal_studies(statement.text)
    if Topic.LACTATION in topics:
        yield from passage_into_milk(statement.text)
    for topic in (Topic.PREGNANCY, Topic.LACTATION, Topic.CONTRACEPTION):
        if topic in topics:
            yield from _advice(statement, topic, lore)
            yield from time_after_last_dose(statement, _KINDS[topic])


def _topics(statement: Statement) -> frozenset[Topic]:
    """What the sentence names itself, else what its nearest label or question names."""
    relevant = frozenset(_KINDS)
    own = find_topics(statement.text) & relevant
    if Topic.CONTRACEPTION in own:
        return frozenset({Topic.CONTRACEPTION}) | (own & {Topic.LACTATION})
    if statement.section in _ABOUT_OTHERS:
        return frozenset()
    labelled = _label_topics(statement)
    if labelled and not _OF_MOTHERS.search(statement.text):
        return labelled  # "use with caution; fetal risk" gives the reason, not the case
    return own or labelled


def _label_topics(statement: Statement) -> frozenset[Topic]:
    """What the nearest label or question that names a subject is about."""
    for label in reversed(statement.passage.labels):
        named = find_topics(label.text) & frozenset(_KINDS)
        if named:
            return named
        if label.section:
            break
    return frozenset()


def _advice(statement: Statement, topic: Topic, lore: Lore) -> Iterator[Draft]:
    text = statement.text
    for start, end in _parts(text, topic):
        part = text[start:end]
        whole = _whole(topic, part)
        if whole is None:
            continue
        advice, firmness = whole
        mark = (start + advice.start, start + advice.end)
        scope = _trimester_scope(statement, part) if topic is Topic.PREGNANCY else Scope()
        stance = _stance(topic, advice, part)
        scope = narrowed(product_scope(statement), {**dict(scope.facets), **_treated(part, lore)})
        yield Draft(_KINDS[topic], ADVICE, stance, scope, strength=firmness, marks=(mark,))
        return
    bare = bare_stance(text, "") if topic is not Topic.CONTRACEPTION else None
    if bare is Stance.SAFE:
        yield Draft(_KINDS[topic], ADVICE, bare, product_scope(statement), marks=((0, len(text)),))
    if _is_listed(statement, topic):
        trimesters = _trimester_scope(statement, text) if topic is Topic.PREGNANCY else Scope()
        scope = narrowed(product_scope(statement), dict(trimesters.facets))
        yield Draft(_KINDS[topic], ADVICE, listed_stance(statement), scope, marks=((0, len(text)),))
    answer = answered_stance(statement)
    if answer is not None and find_topics(statement.question):
        yield Draft(_KINDS[topic], ADVICE, answer, Scope(), marks=((0, statement.body_start),))


def _is_listed(statement: Statement, topic: Topic) -> bool:
    """Whether a statement is an item of the contraindications that names these mothers and nothing else."""
    in_list = statement.section == "contraindication" and statement.passage.kind is PassageKind.ITEM
    found = _LISTED.match(statement.text) if in_list and topic is not Topic.CONTRACEPTION else None
    return bool(found) and topic in find_topics(found.group() if found else "")


def _whole(topic: Topic, part: str) -> tuple[Advice, Strength] | None:
    if topic is not Topic.CONTRACEPTION:
        return mothers_advice(part)
    advice = overall(find_advice(part), part)
    return (advice, strength(part, advice)) if advice else None


def _stance(topic: Topic, advice: Advice, part: str) -> Stance:
    if _weans(topic, advice.stance, part):
        return Stance.AVOID
    if advice.stance is Stance.CAUTION and _CONSIDERED.search(part, max(0, advice.start - 20)):
        return Stance.WEIGH_RISKS
    return advice.stance


def _trimester_scope(statement: Statement, part: str) -> Scope:
    """The trimesters of a sentence; those it only stresses ("especially the first") narrow nothing."""
    trimesters = find_trimesters(_STRESSED.sub("", part))
    scope = narrowed(statement.scope, {Facet.TRIMESTER: trimesters} if trimesters else {})
    return only(scope, {Facet.TRIMESTER})


def _treated(part: str, lore: Lore) -> Facets:
    """The disease that advice is bound to ("safe for treating dandruff in pregnancy")."""
    places = [cue.span("words") for cue in _TREATING.finditer(part)]
    found = find_indications(part, lore) if places else []
    treated = {name for name, begin, _ in found if any(start <= begin <= end for start, end in places)}
    return {Facet.INDICATION: frozenset(treated)} if treated else {}


def _weans(topic: Topic, stance: Stance, part: str) -> bool:
    """Advice to stop breastfeeding forbids the drug to those who breastfeed."""
    return (
        topic is Topic.LACTATION
        and stance is Stance.ADVISED
        and bool(re.search(r"\b(?:discontinu\w+|stop|interrupt\w*|avoid)\s+(?:breast|nursing)", part, re.I))
    )


def _parts(text: str, topic: Topic) -> Iterator[tuple[int, int]]:
    """The whole sentence, or where it speaks of several subjects, the clauses of this one first.

    The whole says nothing of this subject where a clause of it is about another one alone.
    """
    parts = list(_cases(text))
    named = [_subjects(text[start:end]) for start, end in parts]
    several = len({topics for topics in named if topics}) > 1
    if several:
        yield from (part for part, topics in zip(parts, named, strict=True) if topic in topics)
    if not several or all(topic in topics for topics in named if topics):
        yield 0, len(text)


def _subjects(text: str) -> frozenset[Topic]:
    return find_topics(text) & frozenset(_KINDS)


def _cases(text: str) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence, parted where the advice on one subject ends and that on another begins.

    "Avoid in pregnancy and use with caution in breastfeeding" is two; a list that shares one advice
    ("avoid in pregnancy and breastfeeding") is one.
    """
    for start, end in clauses(text):
        joints = _AND.finditer(text, start, end) if len(_subjects(text[start:end])) > 1 else ()
        for joint in joints:
            if joint.end() < start + open_concession(text[start:end]):
                continue  # "while safe in pregnancy and breastfeeding, ..." is one case
            left, right = text[start : joint.start()], text[joint.end() : end]
            apart = _subjects(left) and _subjects(right) and not _subjects(left) & _subjects(right)
            if apart and _advises(left) and _advises(right):
                yield start, joint.start()
                start = joint.end()
        yield start, end


def _advises(text: str) -> bool:
    """Whether a part gives advice of its own, not only the condition of another part's."""
    return any(advice.stance in _OWN for advice in find_advice(text))
