"""What a sentence advises those who are pregnant or breastfeed, taken as a whole.

Advice on mothers is often cut in two: it concedes ("while generally safe, weigh the risks"), leaves a
choice ("with caution or avoided") or speaks of some uses only ("high doses are contraindicated").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from monolint.domain.claim import Band, Stance, Strength
from monolint.extraction.sentences import clauses
from monolint.extraction.stances import Advice, are_alternatives, find_advice, overall, strength

_USE = frozenset(set(Stance) - {Stance.ADVISED, Stance.ADJUST, Stance.NO_ADJUSTMENT})
_CARE = re.compile(r"careful", re.IGNORECASE)
_WATCHING = re.compile(
    r"careful(?:ly)?\s+(?:(?!and\b|consider|evaluat|weigh|assess)[\w-]+\s+){0,3}?(?:monitor|observ|follow-up|check)",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(r"\balternative", re.IGNORECASE)
_CONCESSION = re.compile(
    r"(?:\W|however)*(?:while|whilst|although|(?:even\s+)?though)\b(?P<conceded>[^,;]*),", re.IGNORECASE
)
_TURN = re.compile(r"[,;.]?\s+(?:although|though|but|however)\b", re.IGNORECASE)
_DISCUSSED = re.compile(r"\b(?:discuss|consult|talk|speak|ask|assess)", re.IGNORECASE)
# Hours without breastfeeding around a dose say how to use the medicine, they do not ban it.
_FOR_HOURS = re.compile(
    r"(?:(?!treatment|therapy|while|whilst|course)[^.;]){0,40}?\b(?:for|within)\s+(?:at\s+least\s+|about\s+)?[\w–-]+\s+(?:to\s+\w+\s+)?"
    r"(?:hours?|minutes?)\b(?![^.;]{0,25}\b(?:last|final)\b)",
    re.IGNORECASE,
)
# A permission that leaves something to a condition or to a doctor is a low rating of risk, no clear "safe".
_ALLOWANCE = re.compile(
    r"\b(?:at|within|in|up\s+to)\s+(?:the\s+)?(?:\w+\s+)?(?:RDAs?\b|(?:recommended|dietary)\s+(?:daily\s+|dietary\s+)?(?:allowance|amount|intake|level)s?)",
    re.IGNORECASE,
)
_IF_NEEDED = re.compile(
    r"\b(?:if|when|where)\s+(?:(?:absolutely|clearly|really)\s+)?(?:needed|necessary|required)\b",
    re.IGNORECASE,
)
_AT_ALL = re.compile(r"\b(?:if|or\s+not)\s+at\s+all\b", re.IGNORECASE)
# What is said of some ways to use a medicine says nothing of the others.
_SOME_USES = re.compile(
    r"\b(?:high(?:er)?|large(?:r)?|excessive|mega|prolonged|long-term|extended|repeated|chronic|systemic|oral|parenteral)"
    r"[\s-]+(?:therapeutic\s+)?(?:dos\w+|use|usage|administration|treatment|therapy|exposure|supplementation|intake|preparations?|formulations?|forms?)\b"
    r"|\b\w+-(?:containing|based)\s+(?:[\w-]+\s+)?(?:formulation|preparation|product|solution)s?\b"
    r"|\b(?:multi(?:ple)?[\s-]dose|preserved)\s+(?:vial|bottle|container|product)s?\b"
    r"|\b(?:from|in)\s+(?:food|the\s+diet|dietary)\b|\bfood\s+(?:sources?|amounts?)\b|\b(?:dietary|nutritional)\s+(?:amounts?|intakes?)\b"
    r"|\bin\s+(?:some|certain|many|several)\s+(?:countries|jurisdictions|regions|states)\b"
    r"|^\W*(?:systemic|oral|parenteral|intravenous)(?:ally)?\s*:",
    re.IGNORECASE,
)
# "The benefits usually outweigh the risks" is a judgement; "if they outweigh them" is a condition.
_OUTWEIGHING = re.compile(
    r"\bbenefits?\b[^.;]{0,60}?\b(?:usually|generally|typically|normally|often|far|likely)\s+outweighs?\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"\b(?:if|when|where|unless|only|whether|provided|should|must|until|that|ensure)\b", re.IGNORECASE
)
_MEDICINE = r"(?:drug|medication|medicine|treatment|therapy|product)"
_STOPPING = r"(?:discontinu\w*|stop\w*|interrupt\w*|suspend\w*)"
_NURSING = r"(?:breast[\s-]?feeding|nursing)"
_EITHER = re.compile(
    rf"\b{_STOPPING}\s+{_NURSING}\s+or\s+(?:to\s+)?(?:{_STOPPING}\s+)?(?:taking\s+|using\s+)?(?:the\s+|this\s+)?{_MEDICINE}\b"
    rf"|\b{_STOPPING}\s+(?:taking\s+|using\s+)?(?:the\s+|this\s+)?{_MEDICINE}\s+or\s+(?:to\s+)?(?:{_STOPPING}\s+)?{_NURSING}\b",
    re.IGNORECASE,
)
_DECISION = re.compile(r"decision\b", re.IGNORECASE)
_INDIVIDUAL = re.compile(r"\bindividual|\bbenefits?\b", re.IGNORECASE)
# "Some of them are contraindicated" says nothing firm of the one at hand.
_SOME = re.compile(r"\W*(?:some|others?|certain)\b", re.IGNORECASE)
_IF_POSSIBLE = re.compile(
    r"\b(?:if|where|when|wherever|whenever)\s+(?:at\s+all\s+)?possible\b|\bas\s+far\s+as\s+possible\b",
    re.IGNORECASE,
)


def mothers_advice(text: str) -> tuple[Advice, Strength] | None:
    """The advice of a part of a sentence and its strength, or None where it gives none that is clear."""
    found = tuple(_of_every_use(text))
    choice = _choice(found, text)
    if choice:
        return choice, Strength.HEDGED
    if _leaves_open([a for a in find_advice(text) if a.stance in _USE], text):
        return None
    advice = _turned(found, text) or overall(found, text)
    if advice is None:
        return None
    if _SOME.match(text) or (advice.stance.band is Band.FORBIDS and _IF_POSSIBLE.search(text)):
        return advice, Strength.HEDGED
    return advice, strength(text, advice)


def open_concession(text: str) -> int:
    """Where the words end that a sentence opens with to concede something ("While safe, ...")."""
    conceding = _CONCESSION.match(text)
    return conceding.end() if conceding else 0


def _of_every_use(text: str) -> Iterator[Advice]:
    """The advice of a text on the use of the medicine as such."""
    advice = [a for a in find_advice(text) if a.stance in _USE]
    weighs = any(a.stance is Stance.WEIGH_RISKS for a in advice)
    partial = [place for place in clauses(text) if _SOME_USES.search(text[slice(*place)])]
    for item in advice:
        if any(start <= item.start < end for start, end in partial):
            continue
        if item.stance is Stance.NOT_RECOMMENDED and _ALTERNATIVE.search(text, item.start, item.end):
            continue  # "alternatives are preferred" ranks the medicine, it bans nothing
        if item.stance is Stance.AVOID and _FOR_HOURS.match(text, item.end):
            continue
        if item.stance is Stance.CAUTION and _WATCHING.match(text, item.start):
            item = replace(item, stance=Stance.MONITOR)
        if item.stance is Stance.CAUTION and weighs and _CARE.match(text, item.start):
            continue
        if item.stance is Stance.WEIGH_RISKS and _is_judgement(text):
            item = replace(item, stance=Stance.LOW_RISK)
        if item.stance is Stance.SAFE and _ALLOWANCE.search(text, item.end):
            item = replace(item, stance=Stance.LOW_RISK)
        if item.stance is Stance.MAY_USE and _IF_NEEDED.search(text, item.end):
            item = replace(item, stance=Stance.IF_NEEDED)
        yield item


def _is_judgement(text: str) -> bool:
    outweighing = _OUTWEIGHING.search(text)
    return bool(outweighing) and not _CONDITIONAL.search(text[: outweighing.start()] if outweighing else text)


def _choice(found: Sequence[Advice], text: str) -> Advice | None:
    """The choice between breastfeeding and the medicine, which bans both together and weighs them."""
    if _INDIVIDUAL.search(text):
        return None
    either = _EITHER.search(text)
    return next(
        (
            item
            for item in found
            if item.stance is Stance.AVOID
            and (
                _DECISION.match(text, item.start) or (either and either.start() <= item.start < either.end())
            )
        ),
        None,
    )


def _leaves_open(found: Sequence[Advice], text: str) -> bool:
    """Whether a text leaves it to the reader to use the medicine with care or not at all."""
    firm = [item for item in found if item.stance.band is not Band.OPEN]
    if firm and _AT_ALL.search(text):
        return True
    return any(
        (one.stance.band is Band.FORBIDS) is not (two.stance.band is Band.FORBIDS)
        and are_alternatives(one, two, text)
        for one, two in pairwise(firm)
    )


def _turned(found: Sequence[Advice], text: str) -> Advice | None:
    """The advice of a text that takes back what it concedes, or None where it concedes nothing.

    A permission under reserve ("while generally safe, discuss the risks") is a low rating of risk; a ban
    with an exception ("generally contraindicated, although it may be used if ...") is the condition.
    """
    end = open_concession(text)
    turn = None if end else _TURN.search(text)
    place = end or (turn.start() if turn else 0)
    first = overall([item for item in found if item.start < place], text)
    second = overall([item for item in found if item.start >= place], text)
    if first is None or second is None:
        return None
    bands = first.stance.band, second.stance.band
    if bands == (Band.FORBIDS, Band.CONDITIONS) and second.stance in (Stance.WEIGH_RISKS, Stance.IF_NEEDED):
        return second
    discussed = second.stance is Stance.WEIGH_RISKS and _DISCUSSED.search(text, end)
    if end and bands[0] is Band.PERMITS and discussed:
        return replace(first, stance=Stance.LOW_RISK)
    return None
