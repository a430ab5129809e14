"""Whether a document says that nothing in a patient's way of life matters: alcohol, smoking, diet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Kind, Nothing
from monolint.extraction.reader import reader
from monolint.extraction.statements import Draft, Lore, Statement

LIFESTYLE = "lifestyle"

_NONE = re.compile(
    r"\s*no\s+(?:(?:known|specific|particular|special|major|significant|additional)\s+){0,2}"
    r"(?:lifestyle\s+)?(?:restrictions?|considerations?|changes|modifications|precautions?)\b"
    r"(?:\s+(?:on|regarding|related\s+to|for|concerning|of)\s+(?P<what>[^.;]+))?"
    r"|\s*none\b",
    re.IGNORECASE,
)
_HABITS = re.compile(r"\balcohol|\bsmok|\blifestyle", re.IGNORECASE)
# An exception, and what only the sources leave open.
_OPEN = re.compile(
    r"\b(?:but|however|except|unless|besides|aside|apart|although|beyond|other\s+than|mentioned|provided|documented|reported"
    r"|sources?|available|listed|information)\b",
    re.IGNORECASE,
)


@reader("none", "no ")
def read_lifestyle(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """A draft of an explicit "no restrictions", under a label on lifestyle or with a habit named."""
    found = _NONE.match(statement.text)
    if found is None or _OPEN.search(statement.passage.text):
        return
    about = found.group("what") or f"{found.group()} {statement.label_text}"
    if _HABITS.search(about):
        yield Draft(Kind.INTERACTION, LIFESTYLE, Nothing(), marks=(found.span(),))
