"""Small monographs of an invented drug, and what is read from them."""

from __future__ import annotations

from monolint.domain.claim import Claim, Kind
from monolint.extraction import Extraction, extract
from monolint.reading import read_document


def monograph(text: str, section: str = "") -> str:
    head = f"## {section}\n\n" if section else ""
    return f"---\ntitle: Exemplin\n---\n\n# Exemplin\n\n{head}{text}\n"


def read(text: str, section: str = "") -> Extraction:
    return extract(read_document("a.md", monograph(text, section).encode()))


def claims(text: str, section: str, kind: Kind) -> list[Claim]:
    return [claim for claim in read(text, section).claims if claim.kind is kind]


def values(text: str, section: str, kind: Kind) -> list[tuple[str | None, str]]:
    """Object and value of every claim of a kind."""
    return [(claim.object, claim.value.normal) for claim in claims(text, section, kind)]
