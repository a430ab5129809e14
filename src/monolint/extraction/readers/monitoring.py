"""Whether treatment is monitored: what has to be measured, and what need not be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Kind, Strength
from monolint.extraction import lexicon
from monolint.extraction.reader import reader
from monolint.extraction.statements import Answer, Draft, Lore, Statement

ROUTINE = "routine monitoring"
# There it is another drug, an effect or a state of the patient that is watched.
_ABOUT_OTHERS = frozenset(
    {"interaction", "undesirable_effect", "overdose", "pregnancy", "lactation", "renal", "hepatic"}
)
_NEEDED = "required"
_NOT_NEEDED = "not required"

_KIND = (
    r"(?:(?:routine|regular|specific|special|particular|additional|ongoing|therapeutic|drug|laboratory|lab|blood|clinical"
    r"|extensive)\s+){0,3}"
)
_DENIED = re.compile(
    rf"\bno\s+{_KIND}(?P<what>(?:[\w-]+\s+){{0,2}})?(?:monitoring|tests?|testing)(?:\s+parameters?)?\b"
    rf"|\b(?:does|do|is|are)(?:\s+not|n't)\s+(?:(?:usually|typically|generally|normally|routinely)\s+)?(?:require|need)\s+{_KIND}"
    rf"(?P<also>(?:[\w-]+\s+){{0,2}})?monitoring\b"
    rf"|\b(?P<that>(?:[\w-]+\s+){{0,2}})?monitoring\s+(?:is|are)(?:\s+not|n't)\s+(?:\w+ly\s+)?(?:required|necessary|needed)",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"(?:routine|regular|specific|special|laboratory|lab|blood|drug|therapeutic|level)\b", re.IGNORECASE
)
_USUAL = re.compile(
    r"\b(?:usually|typically|generally|normally|routinely|often|established|formal)\b", re.IGNORECASE
)
_PART = re.compile(
    r"\b(?:unless|except|however|but|although|while|other\s+than|beyond|apart|if|in\s+patients|specific\s+to|level|therapeutic)\b",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\b(?:monitor(?:ed|ing)?|measure[ds]?|check(?:ed)?|assess(?:ed|ment)?)\b", re.IGNORECASE
)
_FIRM = re.compile(
    r"\b(?:regular(?:ly)?|routine(?:ly)?|periodic(?:ally)?|frequent(?:ly)?|close(?:ly)?|essential|required|must|necessary|crucial|important)\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:if|when|unless|may|might|could|patients\s+(?:with|at)|in\s+(?:patients|case|those|elderly|cases)|long[\s-]term|prolonged"
    r"|high\s+doses?|as\s+(?:needed|clinically|appropriate)|where|especially|particularly|depend\w*|concomitant\w*|combin\w*"
    r"|co-?administ\w*|signs|symptoms|not|no|without|overdos\w*|during\s+(?:infusion|surgery|pregnancy))\b",
    re.IGNORECASE,
)


@reader()
def read_monitoring(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of monitoring claims: of routine monitoring as a whole, and of each test that is named."""
    lowered = statement.text.lower()
    if _ABOUT_OTHERS & set(statement.sections):
        return
    if statement.section != "monitoring" and "monitor" not in lowered:
        return
    denied = _DENIED.search(statement.text)
    if denied:
        yield from _not_needed(statement, denied)
    elif _is_required(statement):
        yield from _needed(statement)


def _not_needed(statement: Statement, denied: re.Match[str]) -> Iterator[Draft]:
    """A denial of all monitoring, or of the tests that it names; one with an exception is no denial."""
    text = statement.text
    if _PART.search(text) or statement.answer is Answer.YES:
        return
    strength = Strength.HEDGED if _USUAL.search(text) else Strength.PLAIN
    tests = {match.term for match in lexicon.tests().find(denied.group())}
    what = next((group.strip() for group in denied.groups() if group and group.strip()), "")
    if not tests and what and not _UNNAMED.match(what):
        return
    for topic in sorted(tests) or [ROUTINE]:
        value = Category(None, frozenset({_NOT_NEEDED}))
        yield Draft(Kind.MONITORING, topic, value, statement.scope, strength=strength, marks=(denied.span(),))


def _is_required(statement: Statement) -> bool:
    text = statement.leading + statement.text
    if _CASE.search(text):
        return False
    return bool(_STATED.search(text) and _FIRM.search(text))


def _needed(statement: Statement) -> Iterator[Draft]:
    """Each test once, and routine monitoring where any is named."""
    found = list({match.term: match for match in lexicon.tests().find(statement.text)}.values())
    value = Category(None, frozenset({_NEEDED}))
    for match in found:
        yield Draft(Kind.MONITORING, match.term, value, statement.scope, marks=((match.start, match.end),))
    if found:
        first = found[0]
        yield Draft(Kind.MONITORING, ROUTINE, value, statement.scope, marks=((first.start, first.end),))
