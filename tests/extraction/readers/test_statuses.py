from __future__ import annotations

import pytest

from monolint.domain.claim import Kind
from monolint.extraction import extract
from monolint.reading import read_document

from ..documents import values


def combination(text: str) -> list[str]:
    """Statuses that a monograph of two ingredients states."""
    document = f"---\ntitle: Exemplin + Samplin\n---\n\n# Exemplin + Samplin\n\n## Overview\n\n{text}\n"
    found = extract(read_document("a.md", document.encode())).claims
    return [claim.value.normal for claim in found if claim.kind is Kind.STATUS]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There is no pre-made combination product of the two.", ["no marketed product"]),
        ("It is not a commercially available fixed-dose product.", ["no marketed product"]),
        ("There is no commercially available, pre-mixed combination.", ["no marketed product"]),
        ("Several brand names exist.", ["a marketed product"]),
        ("The combination is marketed under several names.", ["a marketed product"]),
        ("The combination is available as tablets.", ["a marketed product"]),
        ("It is sold under the brand name Examplex.", ["a marketed product"]),
        ("Brand names of the individual components include Examplex.", []),
        ("It is not always a fixed-dose combination.", []),
        ("There are no other commercially available combinations.", []),
        ("There is no standard dosage for this combination.", []),
        ("No standard, fixed-dose oral formulation of this combination is sold.", []),
        ("Samplin is marketed under the brand name Samplex.", []),
        ("No brand names are known.", []),
    ],
)
def test_combination(text: str, expected: list[str]) -> None:
    assert combination(text) == expected


def test_a_single_drug_is_no_combination() -> None:
    assert values("Several brand names exist.", "Overview", Kind.STATUS) == []
