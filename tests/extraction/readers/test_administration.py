from __future__ import annotations

import pytest

from monolint.domain.claim import Kind

from ..documents import claims, values

DOSING = "Dosage and Administration"
FOOD = {"food", "with food", "empty stomach"}
FED = [("food", "with food"), ("with food", "with food")]
EITHER = [("with food", "with or without food"), ("empty stomach", "with or without food")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exemplin should be taken with food.", FED),
        ("Take the capsules after meals.", FED),
        ("It must be taken with a meal.", FED),
        ("It is preferably taken with meals.", [("with food", "with food")]),
        ("For gout, it is taken with meals.", [("food", "with food")]),
        (
            "Take Exemplin on an empty stomach.",
            [("food", "on an empty stomach"), ("empty stomach", "on an empty stomach")],
        ),
        ("It is best taken on an empty stomach.", [("food", "on an empty stomach")]),
        (
            "Take it one hour before or two hours after meals.",
            [("food", "on an empty stomach"), ("empty stomach", "on an empty stomach")],
        ),
        ("Exemplin can be taken with or without food.", EITHER),
        ("Take it without regard to meals.", EITHER),
        ("It can be taken with or without food, though with food it is milder on the stomach.", EITHER),
        ("It can be taken with food to reduce stomach upset.", []),
        ("Exemplin may be taken with food.", []),
        ("Do not take Exemplin on an empty stomach.", []),
        ("Take it two hours before or after meals.", []),
        ("Take it with meals or on an empty stomach.", []),
        ("Some brands must be taken with food.", []),
        ("Absorption of the dose taken rises with food.", []),
        ("Exemplin comes with a meal plan.", []),
    ],
)
def test_food(text: str, expected: list[tuple[str, str]]) -> None:
    assert [each for each in values(text, DOSING, Kind.ADMINISTRATION) if each[0] in FOOD] == expected


def test_food_in_other_sections_is_no_instruction() -> None:
    assert claims("Antacids should be taken with food.", "Drug Interactions", Kind.ADMINISTRATION) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Swallow the tablets whole.", ["swallowed whole"]),
        ("The tablets must not be crushed.", ["swallowed whole"]),
        ("Do not chew the tablets.", ["swallowed whole"]),
        ("The tablets may be crushed and mixed with water.", ["crushed or chewed"]),
        ("The tablets can be swallowed whole or crushed.", ["crushed or chewed"]),
        ("The capsules may be opened.", []),
        ("Patients who cannot swallow need another form.", []),
    ],
)
def test_crushing(text: str, expected: list[str]) -> None:
    found = claims(text, DOSING, Kind.ADMINISTRATION)
    assert [claim.value.normal for claim in found if claim.object == "crushing"] == expected


def test_a_form_is_part_of_the_case() -> None:
    (found,) = claims("Swallow extended-release tablets whole.", DOSING, Kind.ADMINISTRATION)
    assert "formulation=" in found.scope.normal
