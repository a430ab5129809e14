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
        ("They are not usually combined in one tablet.", ["no marketed product"]),
        ("It is a pair of drugs, not a single combined product.", ["no marketed product"]),
        (
            "Both are prescribed as separate medicines, not as a fixed-dose combination.",
            ["no marketed product"],
        ),
        ("No such combined product is sold.", ["no marketed product"]),
        ("This is a hypothetical combination.", ["no marketed product"]),
        ("There is no set dose, as it is not a pre-mixed formulation.", ["no marketed product"]),
        ("The dosage is not standardized for this combination.", []),
        ("Both may be given intravenously, but this is not a standard combination.", []),
        ("There is no standard name for the combination.", []),
        ("It is not a single approved product in the United States.", []),
        ("It is not always a fixed-dose combination in all regions.", []),
        ("Several brand names exist.", ["a marketed product"]),
        ("Exemplin + Samplin is already a combination product.", ["a marketed product"]),
        ("- **Brand names:** Examplex Duo", ["a marketed product"]),
        ("- **Brand names:** Examplex (exemplin)", []),
        ("- **Brand names:** none for the two together", []),
        ("It's marketed under many trade names.", ["a marketed product"]),
        ("Exemplin is sold under the name Examplex, and Samplin is sold too.", []),
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
        ("Take one tablet of Exemplin 5 mg + Samplin 10 mg daily.", ["a marketed product"]),
        ("Take one tablet of Exemplin 5 mg alone once daily.", []),
    ],
)
def test_combination(text: str, expected: list[str]) -> None:
    assert combination(text) == expected


def test_a_single_drug_is_no_combination() -> None:
    assert values("Several brand names exist.", "Overview", Kind.STATUS) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The combination of the two is commonly used.", ["usual"]),
        ("This combination is typically prescribed for pain.", []),
        ("Taking both is not a standard practice.", ["not usual"]),
        ("Giving it by mouth is not standard practice for most infections.", []),
        ("Administration by the vein is not a standard practice.", []),
    ],
)
def test_practice(text: str, expected: list[str]) -> None:
    assert combination(text) == expected
