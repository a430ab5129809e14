"""How long treatment lasts, and how long an infusion runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Facet, Kind, Qualifier, Quantity, Strength
from monolint.extraction.age_bands import is_age
from monolint.extraction.dosing import DOSED, Dosing, dosing
from monolint.extraction.quantities import Amount, find_amounts
from monolint.extraction.rates import find_rates
from monolint.extraction.reader import reader
from monolint.extraction.scoping import find_phase, narrowed
from monolint.extraction.statements import Draft, Lore, Statement

CYCLES, TIME = "cycles", "time"
_MINUTES_A_DAY = 24 * 60
_INFUSED = re.compile(r"\binfus\w+|\bintravenous|\bIV\b|\bdrip\b", re.IGNORECASE)
_INFUSION_TIME = re.compile(r"infusion\s+(?:time|duration)", re.IGNORECASE)
_INFUSION_AFTER = re.compile(r"\s*-?\s*infusion", re.IGNORECASE)
_OVER = re.compile(
    r"\bover\s+(?:(?:a\s+period\s+of|at\s+least|about|approximately|around)\s+)*$", re.IGNORECASE
)
_LEAST = re.compile(r"\b(?:at\s+least|not\s+less\s+than|minimum\s+of)\s+$", re.IGNORECASE)
_TYPICALLY = re.compile(r"\b(?:typically|usually|generally)\b[^.;]{0,25}$", re.IGNORECASE)
_NO_DURATION = re.compile(
    r"\b(?:every|after|within|before|each|between|ago|following|prior\s+to|over|last|previous|of\s+a|in\s+a|in|per|any|during|by)\s+"
    r"(?:(?:about|approximately|at\s+least|the|first|a)\s+)*$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:for|total\s+of|durations?|course\s+of|last(?:s|ing)?|continue\w*|period\s+of|extended|treatment\s+is|limited\s+to"
    r"|(?:no|not|never)\s+(?:\w+\s+){0,3}(?:more|longer)\s+than|not\s+(?:to\s+)?exceed\w*|usually\s+ranging|short-term)\b[^.;,]{0,40}$"
    r"|\bmax(?:imum)?(?:\s+of)?\s+$",
    re.IGNORECASE,
)
_GENERAL = frozenset({"indication", "warning"})
_TREATED = re.compile(
    r"\b(?:us(?:e|ed|ing)|treat(?:ed|ment)?|therapy|tak(?:e|en)|appl(?:y|ied)|courses?|administ\w+)\b[^.;]{0,60}"
    r"\b(?:for|than|to|exceed\w*|beyond|within|maximum(?:\s+of)?)\s+(?:(?:about|up|to|a|maximum|of)\s+){0,3}$",
    re.IGNORECASE,
)
_NO_LENGTH_AFTER = re.compile(r"\s*(?:after|following|prior|before)\b", re.IGNORECASE)
_LENGTH_AFTER = re.compile(
    r"\s*-?\s*(?:course|treatment|duration)\b|\s*of\s+(?:treatment|therapy)\b", re.IGNORECASE
)
_EXTENDED = re.compile(r"\b(?:extend|prolong|continu|increas)\w*[^.;]{0,40}$", re.IGNORECASE)
_UNTIL = re.compile(r"\buntil\b[^.;]{0,60}$", re.IGNORECASE)
_MINIMUM = re.compile(r"\b(?:at\s+least|minimum(?:\s+of)?|not\s+less\s+than)\s+$", re.IGNORECASE)
_MAXIMUM = re.compile(
    r"\b(?:up\s+to|max(?:imum)?(?:\s+of)?|(?:no|not|never)\s+[^.;]{0,40}?(?:more|longer)\s+than|not\s+(?:to\s+)?(?:be\s+)?exceed\w*"
    r"|(?:not|without)\s+[^.;]{0,40}\bbeyond|limited\s+to|at\s+most|max\w*\b[^.;]{0,40}\b(?:duration|course|period|treatment)\b[^.;]{0,40})\s*$",
    re.IGNORECASE,
)
# What lasts besides treatment: a break, contraception, a delay, the time until something is felt.
_OTHER_TIME = re.compile(
    r"\b(?:contracepti\w*|pregnan\w*|breast\s?-?feed\w*|abstain\w*|withh[eo]ld\w*|wait\w*|delay\w*|stopp?(?:ed|ing)?|stable|discontinu\w*|break"
    r"|avoid\w*|persist\w*|improv\w*|respon\w+|if\s+no|relief|effects?|appear\w*|half-life|protect\w*|stor(?:e|ed|age)|shelf|refrigerat\w*"
    r"|discard\w*|opened|rest|interval|monitor\w*|seiz\w+|fast(?:ing|ed)?|surviv\w+|old|trial|stud(?:y|ies)|washout|apart|free)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_OTHER_TIME_AFTER = re.compile(
    r"\s*-?\s*(?:\w+\s+)?(?:break|rest|off|free|pause|interval|wash-?out|cycle|apart|old|of\s+age|(?:and|or)\s+(?:older|over|above|younger|under)|of\s+(?:birth|symptom|onset|exposure))\b",
    re.IGNORECASE,
)
# How long somebody may treat himself says nothing about a course that is prescribed.
_BY_ONESELF = re.compile(
    r"\bself-(?:treat|medicat)\w*|\b(?:without|unless|before)\s+(?:\w+\s+){0,3}(?:consult|ask|direct|advi[sc]|instruct|prescrib|recommend|supervis)\w*",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\bhow\s+long\s+(?:should|can|may|must|do|is|will|does)\b[^?]{0,80}\b(?:take|taken|taking|use|used|using|apply|applied|need|treatment"
    r"|therapy|course|last|given|prescribed|continue|stay)\b|\b(?:duration|length)\s+of\s+(?:treatment|therapy|use)\b|\btreatment\s+duration\b",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:work|take\s+effect|see|effects?|relief|results?|improve\w*|system|body|blood|act)\b", re.IGNORECASE
)
_THEN = re.compile(r"[^.;]{0,20}\b(?:followed\s+by|then|thereafter|after\s+which)\b", re.IGNORECASE)
_AFTERWARDS = re.compile(
    r"\b(?:followed\s+by|then|thereafter|after\s+which|maintenance)\b(?:(?!\bor\b)[^.;]){0,80}$",
    re.IGNORECASE,
)
_PUSHED = re.compile(r"\b(?:push|bolus|injection|injected)\b(?![^.;]*\binfus)", re.IGNORECASE)
# Parts of the body that are treated shorter, longer or with another product than the rest.
_SITE = re.compile(
    r"\b(?:face|facial|eyelids?|groin|armpits?|scalp|(?:finger|toe)?nails?|skin\s?folds?|genital\w*)\b",
    re.IGNORECASE,
)
_FOR_PHASE = re.compile(r"\s*(?:for|in|with|as)\s+(?:the\s+)?", re.IGNORECASE)


@reader(sections=DOSED | _GENERAL)
def read_durations(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of duration (cycles, or days and months) and infusion_time (minutes)."""
    found = dosing(statement, lore)
    if found is None:
        yield from _in_general(statement, lore)
        return
    for amount in found.amounts:
        if found.is_in_rate(amount):
            continue
        if _is_infusion_time(found, amount):
            yield _infusion_time(found, amount)
        elif _is_duration(found, amount):
            yield _duration(found, amount)


def _in_general(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Limits of use that stand among indications and warnings ("not for more than a week")."""
    if statement.section not in _GENERAL:
        return
    amounts = find_amounts(statement.text)
    if not amounts:
        return
    found = Dosing(statement, lore, amounts, find_rates(statement.text))
    for amount in amounts:
        if _TREATED.search(found.before(amount.start)) and _is_duration(found, amount):
            draft = _duration(found, amount)
            if draft.object is TIME and draft.qualifier is Qualifier.MAXIMUM:
                yield draft


def _is_infusion_time(found: Dosing, amount: Amount) -> bool:
    text = found.text
    if amount.unit.symbol != "min" or amount.high > _MINUTES_A_DAY:
        return False
    if not _INFUSED.search(text + found.statement.question):
        return False
    before = text[: amount.start]
    named = bool(_INFUSION_TIME.search(text)) and not _NO_DURATION.search(before)
    return named or bool(_OVER.search(before)) or bool(_INFUSION_AFTER.match(text, amount.end))


def _infusion_time(found: Dosing, amount: Amount) -> Draft:
    phase = _phase(found, amount)
    scope = found.scope(amount.start, amount.end).without(Facet.ROUTE, Facet.FORMULATION)
    scope = narrowed(scope, {Facet.PHASE: frozenset({phase})} if phase else {})
    least = Qualifier.MINIMUM if _LEAST.search(found.text[: amount.start]) else Qualifier.USUAL
    hedged = Strength.HEDGED if _TYPICALLY.search(found.text[: amount.start]) else Strength.PLAIN
    marks = ((amount.start, amount.end),)
    return Draft(Kind.INFUSION_TIME, None, amount.exact, scope, least, hedged, marks)


def _phase(found: Dosing, amount: Amount) -> str | None:
    """The phase named right after a figure ("for the first dose"), else between the figure before and it."""
    if _FOR_PHASE.match(found.text, amount.end):
        phase = find_phase(found.text[amount.end : amount.end + 40])
        if phase:
            return phase
    previous = max((other.end for other in found.amounts if other.end <= amount.start), default=0)
    before = found.text[previous : amount.start]
    return find_phase(before) or ("bolus" if _PUSHED.search(before) else None)


def _is_duration(found: Dosing, amount: Amount) -> bool:
    before = found.before(amount.start)
    if _NO_DURATION.search(before):
        return False
    if amount.unit.symbol in ("cycle", "course"):
        return True
    days = amount.unit.symbol == "min" and amount.high >= _MINUTES_A_DAY
    if not (days or amount.unit.symbol == "mo") or is_age(amount, found.text):
        return False
    if _NO_LENGTH_AFTER.match(found.text, amount.end) or _OTHER_TIME_AFTER.match(found.text, amount.end):
        return False
    if _OTHER_TIME.search(before) or _BY_ONESELF.search(found.text):
        return False
    named = _FOR.search(before) or _LENGTH_AFTER.match(found.text, amount.end)
    return bool(named) or _is_asked_for(found.statement)


def _is_asked_for(statement: Statement) -> bool:
    """Whether the first sentence of an answer says how long a treatment lasts."""
    question = statement.question
    asked = statement.start == 0 and _ASKED.search(question)
    return bool(asked) and not _NOT_ASKED.search(question)


def _duration(found: Dosing, amount: Amount) -> Draft:
    value = amount.exact
    if amount.unit.symbol == "min":
        value = Quantity(amount.low / _MINUTES_A_DAY, amount.high / _MINUTES_A_DAY, "d")
    topic = TIME if amount.unit.symbol in ("min", "mo") else CYCLES
    scope = found.scope(amount.start, amount.end).without(Facet.FORMULATION)
    sites = frozenset(m.group().lower() for m in _SITE.finditer(found.text + found.statement.question))
    if sites:
        scope = narrowed(scope, {Facet.CONDITION: scope.get(Facet.CONDITION) | sites})
    step = _step(found, amount) if topic is TIME else None
    scope = narrowed(scope, {Facet.PHASE: frozenset({step})} if step else {})
    qualifier = _qualifier(found.before(amount.start))
    return Draft(Kind.DURATION, topic, value, scope, qualifier, marks=((amount.start, amount.end),))


def _step(found: Dosing, amount: Amount) -> str | None:
    """The step of a course in several steps ("for two days, then for a week")."""
    if _AFTERWARDS.search(found.text[: amount.start]):
        return "subsequent"
    return "first" if _THEN.match(found.text, amount.end) else None


def _qualifier(before: str) -> Qualifier:
    if _EXTENDED.search(before) and not _UNTIL.search(before):
        return Qualifier.CONDITIONAL
    if _MINIMUM.search(before):
        return Qualifier.MINIMUM
    return Qualifier.MAXIMUM if _MAXIMUM.search(before) else Qualifier.USUAL
