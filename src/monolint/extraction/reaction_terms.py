"""The reactions that a text or a list names, with their grade and a frequency of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monolint.domain.claim import Category
from monolint.domain.document import PassageKind
from monolint.extraction import lexicon
from monolint.extraction.reaction_classes import frequency_class
from monolint.extraction.reaction_wording import (
    grouped_reactions,
    said_frequency,
    without_asides,
)
from monolint.extraction.statements import Statement

_GROUPS = frozenset({"gastrointestinal upset", "blood disorder"})
_MEMBERS = re.compile(
    r"\(\s*(?:including|includes?|e\.\s?g\.,?|such\s+as|like)\s+([^()]{3,160})\)", re.IGNORECASE
)
ALLERGIC = re.compile(r"\b(?:allerg|hypersensitiv|anaphyla)", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,;•]\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+|\.\s+")
_GRADES = (
    "severe|serious|mild|moderate|fatal|life-threatening|persistent|heavy|prolonged|excessive|major|minor|profound|pronounced"
    "|marked|extreme|uncontrolled|worsening"
)
_SEVERITY = re.compile(rf"^({_GRADES})\s+", re.IGNORECASE)
_GRADED = re.compile(rf"\b({_GRADES}),?\s+(?:\w+\s+)?$", re.IGNORECASE)
# A reaction that passes is no other reaction.
_PASSING = re.compile(r"^(?:transient|temporary|brief|reversible|usually mild)\s+", re.IGNORECASE)
SIGNS_OF = re.compile(r"\b(?:signs?|symptoms?)\s+of\b", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"\s+(?:and|or)\s+", re.IGNORECASE)
_AT_SITE = re.compile(
    r"\s+(?:at|around)\s+the\s+(?:injection|infusion|application|patch)\s+site", re.IGNORECASE
)
_NARROWED = re.compile(
    r"(?:\s+or\s+\w+)?\s+(?:that|which)\s+(?:may|can|might|could|do|does|is|are)\b", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:(?:and|or|other|some|the|an?|possible|potential|(?:(?:increased )?risk|signs|development) of)\s+)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"^(?:potentially|including|such\s+as|which|especially|particularly|leading|these|this|like|e\.g|though|but|as|if|in|with)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|not|without|never|unlikely)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|may|might|can|could|have|has|been|should|occurs?|experience\w*|include[sd]?|reported|observed|consult|contact|stop|seek)\b",
    re.I,
)
_EXAMPLES = re.compile(
    r"\s+(?:like|such\s+as|including|leading\s+to|resulting\s+in|due\s+to|caused\s+by|upon|requiring)\b.*$",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s+[-–—]\s+(.*)$")
_RARE = re.compile(
    r"((?:very\s+)?rare(?:ly)?|uncommon(?:ly)?|infrequent(?:ly)?)\s+(?:cases?\s+of\s+|instances?\s+of\s+)?(?!but\b|and\b)",
    re.IGNORECASE,
)
_OF_A_CASE = re.compile(
    r"\b(?:rare|common|uncommon|frequent|infrequent)(?:ly)?\s+(?:with|in|among|after|when|during|than|if|at)\b"
    r"|\b(?:rarely|occasionally)\s+(?:severe|serious|fatal|life)",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:less|more)\s+likely\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\(([^()]{3,160})\)")
_LONGEST_TERM = 5


@dataclass(frozen=True, slots=True)
class Term:
    """One reaction of a list, where it stands, and a frequency of its own if it has one."""

    name: str
    start: int
    end: int
    frequency: Category | None


def find_terms(statement: Statement, start: int, end: int) -> Iterator[Term]:
    text = without_brackets(statement.text)
    if _is_list(statement, text[start:end]):
        yield from _listed(statement.text, text, start, end)
        return
    frequency = said_frequency(text)
    for match in lexicon.reactions().find(without_asides(text[start:end])):
        before = text[start : start + match.start][-30:]
        if not _NEGATED.search(before) and not _NARROWED.match(text, start + match.end):
            name = _with_severity(match.term, before)
            yield Term(name, start + match.start, start + match.end, frequency)


def _with_severity(term: str, before: str) -> str:
    word = _GRADED.search(before)
    return f"{word.group(1).lower()} {term}" if word else term


def _is_list(statement: Statement, text: str) -> bool:
    if _VERB.search(text):
        return False
    items = [item for item in _SEPARATOR.split(text) if item.strip()]
    if statement.passage.kind in (PassageKind.ITEM, PassageKind.CELL):
        return True
    return len(items) > 1 and sum(len(item.split()) for item in items) <= _LONGEST_TERM * len(items)


def _listed(raw: str, text: str, start: int, end: int) -> Iterator[Term]:
    """The reactions of a list. A grade or a site is said once for words that "and" or "or" joins."""
    grade, carried = "", False
    items = _items(text, start, end)
    for number, (begin, cut, joiner) in enumerate(items):
        item = text[begin:cut]
        if _TAIL.match(item):
            return
        grade = grade if carried or _ALTERNATIVE.fullmatch(joiner) else ""
        following = items[number + 1] if number + 1 < len(items) else None
        site = _AT_SITE.search(text, *following[:2]) if following else None
        if site and following and _ALTERNATIVE.fullmatch(following[2]) and not _AT_SITE.search(item):
            item += site.group()
        found = _item(raw, item, begin, cut)
        own = _SEVERITY.match(f"{_plain(item)} ")
        grade = own.group(1).lower() if own else grade
        carried = bool(grade) and lexicon.reactions().canonical(_SEVERITY.sub("", _plain(item))) is None
        if found and not _NEGATED.search(item):
            named = found.name if own or not grade else f"{grade} {found.name}"
            members: list[Term] = []
            if not ALLERGIC.search(item):
                members = list(_members(raw, begin, cut, found.frequency, grade))
            if not members or named not in _GROUPS:
                yield Term(named, found.start, found.end, found.frequency)
            yield from members
            if ALLERGIC.search(item) and _EXAMPLES.search(item):
                return  # what follows are signs of the allergy


def _items(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Start and end of each item of a list, and what joins it to the one before."""
    found = []
    position, joiner = start, ""
    for begin, after in [(m.start(), m.end()) for m in _SEPARATOR.finditer(text, start, end)] + [(end, end)]:
        item = text[position:begin]
        if item.strip():
            found.append((position + len(item) - len(item.lstrip()), begin, joiner))
        position, joiner = after, text[begin:after]
    return found


def _item(raw: str, item: str, begin: int, cut: int) -> Term | None:
    """One item; its own frequency stands in brackets, after a dash or before it ("rare cases of ...")."""
    said, tail = _DASH.search(item), ""
    if said:
        item, tail = item[: said.start()], said.group(1)
    brackets = _bracket_after(raw, cut)
    if _COMPARED.search(brackets):
        return None  # "(though less likely with this product)" takes back what the list says
    frequency = _own_frequency(brackets) or (_own_frequency(tail) if tail else None)
    leading = _RARE.match(item)
    if leading and lexicon.reactions().canonical(item) is None:
        item, frequency = item[leading.end() :], frequency or frequency_class(leading.group(1))
    name = term_name(item)
    if name and _SEVERITY.sub("", name) not in lexicon.reactions().terms:
        explained = lexicon.reactions().canonical(brackets.strip("() "))
        name = explained or name
    return Term(name, begin, begin + len(raw[begin:cut].rstrip(" .")), frequency) if name else None


def _own_frequency(text: str) -> Category | None:
    """The frequency of one item, unless it is of a case ("more common in women") or another reaction."""
    if _OF_A_CASE.search(text) or lexicon.reactions().find(text):
        return None
    return frequency_class(text)


def _members(raw: str, start: int, end: int, frequency: Category | None, grade: str) -> Iterator[Term]:
    """The reactions in brackets after a wider one ("mood changes (including anxiety)").

    Signs of an allergy are no reactions of their own.
    """
    if SIGNS_OF.search(raw, start, end):
        return
    for found in _MEMBERS.finditer(raw, start, end):
        for match in lexicon.reactions().find(found.group(1)):
            begin = found.start(1) + match.start
            before = raw[found.start(1) : begin]
            yield Term(
                _graded(_with_severity(match.term, before), grade),
                begin,
                found.start(1) + match.end,
                frequency,
            )
    bracket = _BRACKETS.search(raw, start, end)
    if bracket:
        for term, first, last in grouped_reactions(raw[start : bracket.start()], bracket.group(1)):
            yield Term(_graded(term, grade), bracket.start(1) + first, bracket.start(1) + last, frequency)


def _graded(name: str, grade: str) -> str:
    return f"{grade} {name}" if grade and not _SEVERITY.match(name) else name


def _bracket_after(raw: str, cut: int) -> str:
    """The brackets that end at a cut ("rash (1-10%)"), which may hold the term's own frequency."""
    before = raw[:cut].rstrip(" .")
    return before[before.rfind("(") :] if before.endswith(")") else ""


def without_brackets(text: str) -> str:
    """The text with everything in brackets blanked, so that offsets stay."""
    out: list[str] = []
    depth = 0
    for character in text:
        depth += character in "([{"
        out.append(character if depth == 0 else " ")
        if character in ")]}" and depth:
            depth -= 1
    return "".join(out)


def _plain(item: str) -> str:
    plain = " ".join(item.lower().strip(" .:*").split())
    return _PASSING.sub("", _LEADING.sub("", plain))


def term_name(item: str) -> str | None:
    """The canonical name of a reaction; a severity word makes it another term; None for other text."""
    plain = _plain(item)
    severity = _SEVERITY.match(plain)
    core = plain[severity.end() :] if severity else plain
    canonical = lexicon.reactions().canonical(core)
    if canonical is None:
        core = _EXAMPLES.sub("", core)
        canonical = lexicon.reactions().canonical(core)
    if canonical is None and (
        not core or len(core.split()) > _LONGEST_TERM or not re.search(r"[a-z]{3}", core)
    ):
        return None
    return f"{severity.group(1)} {canonical or core}" if severity else canonical or core
