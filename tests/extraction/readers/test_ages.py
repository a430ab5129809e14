from __future__ import annotations

import pytest

from monolint.domain.claim import Facet, Kind

from ..documents import claims


def said(text: str, section: str = "Precautions") -> list[tuple[str | None, str, str]]:
    found = claims(text, section, Kind.AGE_LIMIT)
    return [(claim.object, claim.value.normal, claim.qualifier.value) for claim in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is not recommended in children.", [("children", "not_recommended", "usual")]),
        (
            "Contraindicated in children under 6.",
            [("minimum age", "6 y", "minimum"), ("children", "contraindicated", "usual")],
        ),
        (
            "Do not use it in patients under 18 years.",
            [("minimum age", "18 y", "minimum"), ("children", "avoid", "usual")],
        ),
        ("Not established in children below 2 years.", [("minimum age", "2 y", "fallback")]),
        (
            "It can be used in children aged 4 and over.",
            [
                ("minimum age", "4 y", "usual"),
                ("minimum age", "4 y", "fallback"),
                ("children", "may_use", "usual"),
            ],
        ),
        ("Use it with caution in children.", [("children", "caution", "usual")]),
        ("Caution in nursing mothers, children, and people who drive.", [("children", "caution", "usual")]),
        ("Care: use cautiously in children under 4, and in asthma.", [("children", "caution", "usual")]),
        ("No dose adjustment is needed in children.", [("children", "no_adjustment", "usual")]),
        ("Doses for children are lower and depend on their size.", [("children", "adjust", "usual")]),
        ("Children's doses are calculated by body surface.", [("children", "adjust", "usual")]),
        (
            "Not recommended in children, because the dosage is unknown.",
            [("children", "not_recommended", "usual")],
        ),
        ("Avoid it in children, especially those under 2 years.", [("children", "avoid", "usual")]),
        (
            "Avoid it under 12 years of age unless prescribed.",
            [("minimum age", "12 y", "minimum")],
        ),
    ],
)
def test_advice_and_limits(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Never give children the adult dosage.",
        "The dose for children should be carefully calculated.",
        "Do not give it to children for more than three days.",
        "Avoid large areas in children.",
        "Contraindicated in children with asthma.",
        "It should not be used as a sedative in children.",
        "Never give it to children without the advice of a doctor.",
        "It is not recommended in children, except in certain cases.",
        "Safety in younger children has not been established.",
        "Children weighing less than 20 kg should not take it.",
        "Exemplin is indicated for adults, and no dose for children is known.",
        "Other alternatives are preferred in children.",
        "Never give a child tablets of adult strength.",
        "Do not give children a syrup that is meant for adults.",
        "It is contraindicated in children under a certain age.",
        "It is contraindicated in children under 18 who have asthma.",
        "Not recommended under 3 years of age for induction of sleep.",
        "It is not recommended in children for this indication.",
        "Do not use tight bandages, especially in children.",
        "Not indicated in children outside of this setting.",
        "Safety in preterm babies and other children has not been established.",
        "In children, close monitoring is advisable.",
        "Doses for children are not based on weight.",
        "A dose adjustment for children is not usual.",
        "Doses in children with renal impairment are lower.",
        "Use with caution in nursing mothers, and children should be kept away.",
        "Children aged 6 to 12 years need no dose adjustment.",
        "It may take some time (2-3 months) before it works.",
        "Infants 6-11 months travelling abroad can be given Exemplin.",
    ],
)
def test_what_is_no_advice_on_the_drug_for_children_as_such(text: str) -> None:
    assert said(text) == []


def test_ages_from_days_or_weeks_on() -> None:
    for text in (
        "It may be used in infants 15 days to 2 years of age.",
        "Infants 2 weeks to 2 years of age may use it.",
    ):
        assert said(text)[0] == ("minimum age", "0.04 y", "usual")
    assert said("- **Infants under 1 year:** 5 mg.", "Dosage")[0] == ("minimum age", "0 y", "usual")


def test_an_answer_to_a_question_on_children() -> None:
    text = "### Can Exemplin be used in children?\n\n{} It is well known."
    assert said(text.format("Yes."), "FAQ") == [("children", "may_use", "usual")]
    assert said(text.format("No."), "FAQ") == [("children", "not_recommended", "usual")]


def test_a_use_from_an_age_on_is_a_permission() -> None:
    found = said("Exemplin is used to treat gout in patients aged 12 and over.", "Usage")
    assert found[:2] == [("minimum age", "12 y", "usual"), ("minimum age", "12 y", "fallback")]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Not recommended in infants.", {"infant"}),
        ("Not recommended in children and adolescents.", {"child", "adolescent"}),
        ("Adolescents may use it.", {"adolescent"}),
        ("Children may use it.", {"child"}),
    ],
)
def test_whom_advice_is_for(text: str, people: set[str]) -> None:
    (found,) = claims(text, "Precautions", Kind.AGE_LIMIT)
    assert found.scope.get(Facet.POPULATION) == people


def test_a_dose_that_is_none() -> None:
    assert said("- **Children:** There is no established dose; 5 mg was given.", "Dosage") == []


def strengths(text: str) -> list[tuple[str, str]]:
    found = claims(text, "Precautions", Kind.AGE_LIMIT)
    return [(claim.strength.value, claim.scope.normal) for claim in found]


def test_a_slight_doubt_is_hedged() -> None:
    assert strengths("Safety in children has not been established.") == [("plain", "population=child")]
    assert strengths("Safety in children has not been fully established.") == [("hedged", "population=child")]


def test_a_limit_that_a_doctor_may_lift_is_one_without_advice() -> None:
    found = strengths("Not recommended for children under 6 years without medical advice.")
    assert found == [("hedged", "condition=without medical advice")]


@pytest.mark.parametrize(
    "text",
    [
        "- **Children:** Some sources suggest 5 mg once daily.",
        "- **Children:** In certain situations 5 mg once daily is given.",
        "- **Children:** 5 mg once daily has been used.",
        "- **Children (off-label):** 5 mg once daily.",
        "For infants 6-11 months travelling abroad, a dose of 5 mg is given.",
        "- **Children:** For example, 5 mg once daily.",
    ],
)
def test_a_tentative_dose_is_no_permission(text: str) -> None:
    assert said(text, "Dosage") == []


def test_from_sixteen_on_nobody_is_a_child() -> None:
    assert said("- **Children over 16 years:** 5 mg once daily.", "Dosage") == []
