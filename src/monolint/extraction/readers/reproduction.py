"""Pregnancy, lactation and contraception: categories, advice, how long after the last dose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from monolint.domain.claim import Category, Facet, Kind, Quantity, Scope, Stance, Strength
from monolint.extraction.answers import answered_stance, bare_stance
from monolint.extraction.mothers import mothers_advice, open_concession
from monolint.extraction.quantities import find_amounts
from monolint.extraction.reader import reader
from monolint.extraction.scoping import find_trimesters, narrowed, product_scope
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import Advice, find_advice, find_hedges, overall, strength
from monolint.extraction.statements import Draft, Lore, Statement
from monolint.extraction.topics import Topic, find_topics

ADVICE = "advice"
CATEGORY = "category"
AFTER_LAST_DOSE = "time after the last dose"

_KINDS = {
    Topic.PREGNANCY: Kind.PREGNANCY,
    Topic.LACTATION: Kind.LACTATION,
    Topic.CONTRACEPTION: Kind.CONTRACEPTION,
}
_ABOUT_OTHERS = frozenset({"undesirable_effect", "mechanism", "pharmacokinetics", "overdose"})
_USE = frozenset(set(Stance) - {Stance.ADVISED, Stance.ADJUST, Stance.NO_ADJUSTMENT})
_OWN = _USE - {Stance.WEIGH_RISKS, Stance.IF_NEEDED, Stance.MONITOR, Stance.CONSULT}
_AND = re.compile(r",\s+(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_LETTER = r"(?P<letter>[ABCDX][1-3]?)\b(?!\s*\+|[-'’])"
_NAMED_LETTER = re.compile(
    rf"\b(?:pregnancy\s+)?(?:safety\s+|risk\s+)?category\b\s*(?:[:=–-]|is|of|was)?\s*[\"“'(]?{_LETTER}",
    re.IGNORECASE,
)
_CATEGORY_LABEL = re.compile(r"\bcategory\b", re.IGNORECASE)
_LEADING_LETTER = re.compile(
    rf"(?:^|[;,]\s*|\b(?:and|then)\s+)(?:category\s+)?{_LETTER}(?=\s*(?:[.,;:(/–-]|$|(?:in|for|during|or|and)\b))"
)
_NEXT_LETTER = re.compile(
    rf"\s*(?:/|\b(?:or|and)\b)\s*(?:[Cc]ategory\s+)?{_LETTER}(?!\s+(?:in|for|during)\b)"
)
# "Combined with another medicine it is category A": a letter of the combination.
_COMBINED = re.compile(
    r"\b(?:(?:when|if)\s+(?:combined|used|given|taken)|in\s+combination)\s+with\b", re.IGNORECASE
)
_SEX = r"(?:males?|men|females?|women)"
_SEXES = re.compile(rf"\b{_SEX}\b(?:\s*(?:/|and|or)\s*{_SEX}\b)?", re.IGNORECASE)
_SCHEMES = (
    ("FDA", re.compile(r"\bFDA\b|\bU\.?S\.?A?\.?\b|\bUnited\s+States\b")),
    ("TGA", re.compile(r"\bTGA\b|\bADEC\b|\bAustralia\w*\b")),
)
_WASH_OUT = re.compile(
    r"\s*(?:after|following|from|post)\s+(?:\w+\s+){0,4}?(?:dose|treatment|therapy|discontinu\w+|stopping|administration|infusion|injection)\b"
    r"|\s*(?:after|following)\s+(?:\w+\s+){0,3}?(?:stop\w*|end\w*|discontinu\w+|cessation)",
    re.IGNORECASE,
)

_STRESSED = re.compile(
    r"\b(?:especially|particularly|in\s+particular|notably|mainly|including)\s+(?:\w+\s+){0,3}(?:first|second|third|1st|2nd|3rd|early|late)"
    r"\s+(?:trimester|pregnancy)",
    re.IGNORECASE,
)
_OF_MOTHERS = re.compile(r"pregnan|gestation|trimester|breast|lactat|nursing|milk", re.IGNORECASE)
_CONSIDERED = re.compile(
    r"careful(?:ly)?\s+(?:[\w-]+\s+){0,2}(?:consider|evaluat|weigh|assess)\w*|(?:consider|evaluat|weigh|assess)\w*\s+carefully",
    re.IGNORECASE,
)

_BOUNDED = re.compile(r"\b(?:at\s+least|up\s+to|minimum\s+of|no\s+less\s+than)\s+$", re.IGNORECASE)
_NEAR = 60

Letter = re.Match[str]
Group = tuple[str | None, Scope]


@reader()
def read_reproduction(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of pregnancy, lactation and contraception claims."""
    topics = _topics(statement)
    if not topics:
        return
    if Topic.PREGNANCY in topics:
        yield from _categories(statement)
    for topic in (Topic.PREGNANCY, Topic.LACTATION, Topic.CONTRACEPTION):
        if topic in topics:
            yield from _advice(statement, topic)
            yield from _after_last_dose(statement, topic)


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


def _categories(statement: Statement) -> Iterator[Draft]:
    """The letters of a sentence, each with its own scheme and trimester.

    Letters that nothing sets apart ("C or D", one for each ingredient) are alternatives of one claim.
    """
    text = statement.text
    if _COMBINED.search(text):
        return
    labelled = _CATEGORY_LABEL.search(statement.lead_in) or (
        not statement.lead_in and _in_category_label(statement)
    )
    pattern = _LEADING_LETTER if labelled and statement.start == 0 else _NAMED_LETTER
    runs = list(_letter_runs(pattern, text))
    found: dict[Group, list[Letter]] = {}
    for number, letters in enumerate(runs):
        stop = runs[number + 1][0].start() if number + 1 < len(runs) else len(text)
        own = text[letters[-1].end() : stop].split(";")[0].split(".")[0]
        trimesters = find_trimesters(own)
        scope = narrowed(statement.scope, {Facet.TRIMESTER: trimesters} if trimesters else {})
        scheme = _scheme(own if len(runs) > 1 else f"{statement.lead_in} {text}", letters[0]["letter"])
        found.setdefault((scheme, _only(scope, Facet.TRIMESTER)), []).extend(letters)
    for (scheme, scope), matches in _of_one_scheme(found).items():
        value = Category(scheme, frozenset(match["letter"].upper() for match in matches))
        marks = tuple(match.span("letter") for match in matches)
        yield Draft(Kind.PREGNANCY, CATEGORY, value, scope, marks=marks)


def _of_one_scheme(found: Mapping[Group, list[Letter]]) -> dict[Group, list[Letter]]:
    """Letters with the scheme that the sentence names once for all of them ("D and ... C by the FDA")."""
    merged: dict[Group, list[Letter]] = {}
    for (scheme, scope), letters in found.items():
        named = {other for other, case in found if other and case == scope}
        only = scheme or (next(iter(named)) if len(named) == 1 else None)
        merged.setdefault((only, scope), []).extend(letters)
    return merged


def _letter_runs(pattern: re.Pattern[str], text: str) -> Iterator[list[re.Match[str]]]:
    """The letters of a text, those that are joined ("C or D") together."""
    end = 0
    while first := pattern.search(text, end):
        letters = [first]
        while following := _NEXT_LETTER.match(text, letters[-1].end()):
            letters.append(following)
        yield letters
        end = letters[-1].end()


def _in_category_label(statement: Statement) -> bool:
    return bool(statement.passage.labels) and bool(_CATEGORY_LABEL.search(statement.passage.labels[-1].text))


def _scheme(text: str, letter: str) -> str | None:
    """Whose letter it is, where the text beside it names one scheme; B1 to B3 are Australian."""
    if len(letter) == 2:
        return "TGA"
    named = [name for name, pattern in _SCHEMES if pattern.search(text)]
    return named[0] if len(named) == 1 else None


def _only(scope: Scope, *facets: Facet) -> Scope:
    return Scope(tuple(item for item in scope if item[0] in facets))


def _advice(statement: Statement, topic: Topic) -> Iterator[Draft]:
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
        scope = narrowed(product_scope(statement), dict(scope.facets))
        yield Draft(_KINDS[topic], ADVICE, stance, scope, strength=firmness, marks=(mark,))
        return
    bare = bare_stance(text, "") if topic is not Topic.CONTRACEPTION else None
    if bare is Stance.SAFE:
        yield Draft(_KINDS[topic], ADVICE, bare, product_scope(statement), marks=((0, len(text)),))
    answer = answered_stance(statement)
    if answer is not None and find_topics(statement.question):
        yield Draft(_KINDS[topic], ADVICE, answer, Scope(), marks=((0, statement.body_start),))


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
    return _only(
        narrowed(statement.scope, {Facet.TRIMESTER: trimesters} if trimesters else {}), Facet.TRIMESTER
    )


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


def _after_last_dose(statement: Statement, topic: Topic) -> Iterator[Draft]:
    text = statement.text
    for amount in find_amounts(text):
        if amount.unit.symbol not in ("min", "mo") or not _WASH_OUT.match(text, amount.end):
            continue
        value = amount.exact
        if amount.unit.symbol == "min":
            value = Quantity(amount.low / 1440, amount.high / 1440, "d")
        scope = _sexes(text, amount.start) if topic is Topic.CONTRACEPTION else Scope()
        hedged = _is_open(text[max(0, amount.start - _NEAR) : amount.start])
        firm = Strength.HEDGED if hedged and topic is Topic.LACTATION else Strength.PLAIN
        yield Draft(
            _KINDS[topic], AFTER_LAST_DOSE, value, scope, strength=firm, marks=((amount.start, amount.end),)
        )


def _is_open(before: str) -> bool:
    """Whether a time to wait is a least or a most one, or a choice ("may pump for up to")."""
    return bool(find_hedges(before) or _BOUNDED.search(before))


def _sexes(text: str, place: int) -> Scope:
    """The sexes that a text names last before a place, else all that it names."""
    named = [match.group().lower() for match in _SEXES.finditer(text)]
    before = [match.group().lower() for match in _SEXES.finditer(text, 0, place)]
    words = re.findall(_SEX, " ".join(before[-1:] or named))
    return Scope.of({Facet.SEX: frozenset("female" if "f" in w or "w" in w else "male" for w in words)})
