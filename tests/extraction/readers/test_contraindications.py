from __future__ import annotations

import pytest

from monolint.domain.claim import Kind

from ..documents import claims, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("None.", [(None, "none")]),
        ("None known.", [(None, "none")]),
        ("There are no known contraindications.", [(None, "none")]),
        ("- Asthma\n- Porphyria", [("asthma", "contraindicated"), ("porphyria", "contraindicated")]),
        (
            "Severe liver or kidney disease.",
            [("hepatic impairment", "contraindicated"), ("renal impairment", "contraindicated")],
        ),
        ("Hypersensitivity to it or any of its components.", [("hypersensitivity", "contraindicated")]),
        ("Use with caution in asthma.", [("asthma", "caution")]),
    ],
)
def test_the_section(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert values(text, "Contraindications", Kind.CONTRAINDICATION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is contraindicated in patients with asthma.", [("asthma", "contraindicated")]),
        ("Asthma is a contraindication.", [("asthma", "contraindicated")]),
        ("Patients with asthma should avoid it.", [("asthma", "avoid")]),
        ("Use with caution in patients with asthma.", [("asthma", "caution")]),
        ("It is contraindicated because it may cause asthma.", []),
        ("Asthma may get worse.", []),
    ],
)
def test_elsewhere(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert values(text, "Precautions", Kind.CONTRAINDICATION) == expected


def test_grades_and_qualifiers_are_kept() -> None:
    found = claims("- Severe asthma\n- Uncontrolled asthma", "Contraindications", Kind.CONTRAINDICATION)
    assert [c.scope.normal for c in found] == ["severity=severe", "severity=uncontrolled"]


def test_a_reaction_is_no_contraindication() -> None:
    assert values("Asthma, rash.", "Side Effects", Kind.CONTRAINDICATION) == []
