"""Whether a document says of medicines in general, without naming any, that they interact or do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Category, Kind
from monolint.extraction.reader import reader
from monolint.extraction.statements import Draft, Lore, Statement

MEDICINES = "medicines in general"
_STATED = Category(None, frozenset({"stated"}))
_DENIED = Category(None, frozenset({"denied"}))
_NEVER = frozenset({"mechanism", "pharmacokinetics", "undesirable_effect", "overdose", "names", "storage"})

_OTHERS = r"(?:\w+\s+){0,2}(?:medications?|medicines|drugs)\b"
_SAID = re.compile(
    r"\b(?:interacts?|potential\s+interactions)\s+with\s+"
    rf"(?:(?:numerous|many|several|various|multiple|other|certain|some|a\s+(?:wide\s+)?(?:number|range)\s+of)\s+){_OTHERS}",
    re.IGNORECASE,
)
# An outright "no interactions with other drugs" is a denial that the reader of interactions reads.
_NONE = re.compile(
    rf"\binteractions?\s+(?:with\s+(?:other|most)\s+{_OTHERS}\s+)?(?:is|are)\s+(?:\w+\s+)?"
    r"(?:not\s+(?:anticipated|expected|(?:clinically\s+)?significant|likely)|unlikely)"
    rf"|\b(?:does\s*n[o'’]t|does\s+not)\s+(?:\w+\s+){{0,2}}interact\s+(?:\w+\s+)?with\s+(?:other|most)\s+{_OTHERS}",
    re.IGNORECASE,
)
# One mechanism, one way of use or one kind of partner only; or what nobody has looked at.
_NARROW = re.compile(
    r"\bcyp|enzym|\bp450|metabolic|pharmacokinetic|\bfoods?\b|alcohol|herbal|supplement\s+interact|limited|\bstud(?:y|ies)\s+show"
    r"|\btopical|\bsystemic\s+interact",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|n[o'’]t|rarely|unlikely|without|whether|if)\b[^.;]{0,40}$", re.IGNORECASE)


@reader("interact")
def read_general_interactions(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """A draft of "may interact with many medicines" or of "interactions are not expected"."""
    if statement.section in _NEVER:
        return
    text = statement.text
    none = _NONE.search(text)
    if none and not _NARROW.search(text, 0, none.end()):
        yield Draft(Kind.INTERACTION, MEDICINES, _DENIED, marks=(none.span(),))
        return
    said = _SAID.search(text)
    if said and not _NOT.search(text[: said.start()]):
        yield Draft(Kind.INTERACTION, MEDICINES, _STATED, marks=(said.span(),))
