"""How often doses are given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monolint.domain.claim import Kind
from monolint.extraction.dosing import DOSED, dosing
from monolint.extraction.reader import reader
from monolint.extraction.readers.doses import is_dose
from monolint.extraction.stages import stage
from monolint.extraction.statements import Draft, Lore, Statement

_GIVEN = re.compile(
    r"\b(?:administ|given|tak(?:e|en)|inject|infus|appl|dos|cycles?|use|instil)", re.IGNORECASE
)
_DIVIDED = re.compile(r"[^.;]{0,25}\bdivided\b", re.IGNORECASE)
_WATCHED = re.compile(r"\b(?:monitor|check|test|measur|evaluat|examin|assess|review|missed?)", re.IGNORECASE)


@reader(sections=DOSED)
def read_intervals(statement: Statement, lore: Lore) -> Iterator[Draft]:
    """Drafts of frequency: from one dose to the next, in hours or months."""
    found = dosing(statement, lore)
    if found is None or not found.rates or _WATCHED.search(found.text):
        return
    if not _GIVEN.search(found.text) and not any(is_dose(amount, found.text) for amount in found.amounts):
        return
    for rate in found.rates:
        if _DIVIDED.match(found.text, rate.end):
            continue
        scope = found.scope(rate.start, rate.end)
        qualifier = stage(found.before(rate.start))
        yield Draft(Kind.FREQUENCY, None, rate.quantity, scope, qualifier, marks=((rate.start, rate.end),))
