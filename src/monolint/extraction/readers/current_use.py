"""Whether a drug is still in use: "is prescribed for ..." beside "is no longer prescribed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Kind, Strength
from monolint.domain.document import LabelKind
from monolint.extraction.ingredients import is_about_partners, speaks_of_others
from monolint.extraction.reader import reader
from monolint.extraction.sentences import clauses
from monolint.extraction.statements import Draft, Lore, Statement

CURRENT_USE = "current use"
IN_USE, GIVEN_UP = "in use", "given up"

_SECTIONS = frozenset({None, "indication", "names", "summary", "faq", "posology", "mechanism", "warning"})
_GIVEN_UP = re.compile(
    r"\b(?:is|are)\s+no\s+longer\s+(?:(?:widely|commercially)\s+)?(?:\w+\s+or\s+)?(?:marketed|prescribed|available|sold|manufactured|used)\b"
    r"(?:\s+or\s+\w+)?(?:\s+(?:clinically|on\s+the\s+market|in\s+(?:current\s+)?clinical\s+(?:use|practice)|for\s+(?:clinical|prescription)\s+use"
    r"|for\s+prescription))?\s*(?=$|[.,;)]|\b(?:due|because|since|and|as\s+it|owing)\b)",
    re.IGNORECASE,
)
_IN_USE = re.compile(
    r"^\W*(?:the\s+)?(?P<who>[^.,;:]{2,90}?)\s+(?:is|are)\s+(?:(?:primarily|mainly|mostly|commonly|typically|often|sometimes|widely|currently"
    r"|frequently|specifically|generally)\s+)?(?:prescribed|indicated|used)\s+(?:to\s+treat|in\s+the\s+(?:treatment|management)|for)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:previously|formerly|historical\w*|was|were|once|no\s+longer|not|n't|never|before|until|when\s+it|had\s+been|may|might|if"
    r"|rarely|investigat\w+|research\w*|veterinary|animals?|some|certain|many|most|other)\b",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(
    r"\b(?:u\.?s\.?a?|united\s+states|canada|uk|india|europe\w*|eu|some|certain|many|several|most|countr\w+|regions?|brand\w*|formulations?"
    r"|tablets?|capsules?|injections?|version|oral|intravenous|topical|children|if|may|might|name)\b",
    re.IGNORECASE,
)
# "The combination was sold as ..., but it is no longer available": one product is gone.
_A_PRODUCT = re.compile(
    r"\b(?:brand|trade)(?:ed|s|\s+names?)?\b|\bsold\s+(?:as|under)\b|\bcommercially\s+available\s+\w+",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:it|this\s+(?:\w+\s+)?(?:drug|medication|medicine|combination))\b", re.IGNORECASE)


@reader("no longer", "prescribed", "used", "indicated")
def read_current_use(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of status claims: that the drug is in use, and that it was given up everywhere."""
    if statement.section not in _SECTIONS:
        return
    if not (_IN_USE.search(statement.text) or _GIVEN_UP.search(statement.text)) or is_about_partners(
        statement
    ):
        return
    for start, end in clauses(statement.text):
        part = statement.text[start:end]
        given_up = "no longer" in part and _GIVEN_UP.search(part)
        if given_up:
            elsewhere = _SOMEWHERE.search(part) or _A_PRODUCT.search(statement.text)
            if _is_whole(part[: given_up.start()], lore) and not elsewhere:
                yield _draft(GIVEN_UP, (start + given_up.start(), start + given_up.end()))
            continue
        if start == 0 and not _is_listed(statement):
            in_use = _IN_USE.search(part)
            if in_use and _is_the_drug(in_use["who"], lore) and not _PAST.search(statement.text):
                yield _draft(IN_USE, in_use.span())


def _is_listed(statement: Statement) -> bool:
    """Whether a statement answers a question: its answer is read with what was asked."""
    return any(label.kind is LabelKind.QUESTION for label in statement.passage.labels)


def _is_whole(before: str, lore: Lore) -> bool:
    if len(lore.ingredients) < 2 and "combin" in before.lower():
        return False
    return _names_all(before, lore) or bool(_WHOLE.search(before))


def _is_the_drug(who: str, lore: Lore) -> bool:
    return _names_all(who, lore) and not speaks_of_others(who, lore)


def _names_all(text: str, lore: Lore) -> bool:
    """Whether a text names the drug, or all of its ingredients."""
    lowered = text.lower()
    return lore.subject.lower() in lowered or all(name.lower() in lowered for name in lore.ingredients)


def _draft(member: str, mark: tuple[int, int]) -> Draft:
    value = Category(None, frozenset({member}))
    return Draft(Kind.STATUS, CURRENT_USE, value, strength=Strength.PLAIN, marks=(mark,))
