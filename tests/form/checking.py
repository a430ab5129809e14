"""What a form check finds in a text, with the characters that it points at."""

from __future__ import annotations

from monolint.form.interface import Check, Defect
from monolint.reading import read_document


def defects(check: Check, text: str) -> list[Defect]:
    return list(check(read_document("a.md", text.encode())))


def quotes(check: Check, text: str) -> list[tuple[str, ...]]:
    """For each defect the characters of its places."""
    raw = text.removeprefix("\ufeff")
    return [tuple(span.slice(raw) for span in defect.spans) for defect in defects(check, text)]
