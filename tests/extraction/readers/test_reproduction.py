from __future__ import annotations

import pytest

from monolint.domain.claim import Kind, Strength

from ..documents import claims, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pregnancy category C.", [("category", "C")]),
        (
            "- **Pregnancy Category:** D. Use is contraindicated.",
            [("category", "D"), ("advice", "contraindicated")],
        ),
        ("FDA pregnancy category X", [("category", "FDA X")]),
        ("Pregnancy category C or D.", [("category", "C|D")]),
        ("One is category C and the other category D of the FDA.", [("category", "FDA C|D")]),
        ("Australian category B3", [("category", "TGA B3")]),
        ("- **Pregnancy Category:** C (US FDA), B3 (TGA)", [("category", "FDA C"), ("category", "TGA B3")]),
        ("Use only if the benefit outweighs the risk.", [("advice", "weigh_risks")]),
        ("It can harm the developing fetus.", [("advice", "hazard")]),
        ("Animal Data Suggest Low Risk", [("advice", "low_risk")]),
        ("Effective contraception is necessary.", []),
        ("Vitamin category A is stored.", [("category", "A")]),
    ],
)
def test_pregnancy(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, "Pregnancy", Kind.PREGNANCY) == expected


def test_letters_of_trimesters_are_apart() -> None:
    found = claims(
        "- **Pregnancy Category:** C (first trimester); D (third trimester)", "Pregnancy", Kind.PREGNANCY
    )
    assert [(c.value.normal, c.scope.normal) for c in found] == [("C", "trimester=1"), ("D", "trimester=3")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Breastfeeding is not recommended.", [("advice", "not_recommended")]),
        ("It is recommended to discontinue breastfeeding.", [("advice", "avoid")]),
        (
            "Do not breastfeed for 4 months after the last dose.",
            [("advice", "avoid"), ("time after the last dose", "4 mo")],
        ),
        ("Wait 14 days after stopping treatment.", [("time after the last dose", "14 d")]),
        ("Stored for 4 months.", []),
    ],
)
def test_lactation(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, "Breastfeeding", Kind.LACTATION) == expected


def test_advice_for_one_subject_is_none_for_the_other() -> None:
    text = "Contraindicated in pregnancy, but safe while breastfeeding."
    assert values(text, "Warnings", Kind.PREGNANCY) == [("advice", "contraindicated")]
    assert values(text, "Warnings", Kind.LACTATION) == [("advice", "safe")]


def test_a_time_after_the_last_dose_is_of_the_sex_named_before_it() -> None:
    text = "Contraception: women for 6 months and men for 3 months after the last dose."
    times = [c for c in claims(text, "Warnings", Kind.CONTRACEPTION) if c.object != "advice"]
    assert [(c.value.normal, c.scope.normal) for c in times] == [("3 mo", "sex=male")]


def test_a_joint_label_speaks_for_both() -> None:
    text = "- **Pregnancy & Breastfeeding:** Contraindicated."
    assert values(text, "Drug Profile Summary", Kind.PREGNANCY) == [("advice", "contraindicated")]
    assert values(text, "Drug Profile Summary", Kind.LACTATION) == [("advice", "contraindicated")]


def test_a_reaction_of_the_fetus_is_no_advice() -> None:
    assert values("Fetal toxicity, birth defects.", "Side Effects", Kind.PREGNANCY) == []


@pytest.mark.parametrize("text", ["Do not use in pregnancy and take care while breastfeeding."])
def test_two_advices_in_one_sentence_are_apart(text: str) -> None:
    assert values(text, "Warnings", Kind.PREGNANCY) == [("advice", "avoid")]


@pytest.mark.parametrize("kind", [Kind.PREGNANCY, Kind.LACTATION])
def test_one_advice_for_both_is_not_parted(kind: Kind) -> None:
    text = "Avoid in pregnancy and breastfeeding unless the benefit outweighs the risk."
    assert values(text, "Warnings", kind) == [("advice", "weigh_risks")]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Use with caution, especially in the first trimester.", ""),
        ("Use with caution in the first trimester.", "trimester=1"),
        ("Avoid, especially in the second and third trimesters.", "trimester=2|3"),
        ("Avoid in later trimesters.", "trimester=2|3"),
        ("Avoid in the last trimester.", "trimester=3"),
    ],
)
def test_a_stressed_trimester_narrows_nothing(text: str, scope: str) -> None:
    assert [c.scope.normal for c in claims(text, "Pregnancy", Kind.PREGNANCY)] == [scope]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A decision should be made to stop breastfeeding or the medicine.", ("avoid", Strength.HEDGED)),
        ("Breastfeeding should be avoided.", ("avoid", Strength.PLAIN)),
        ("Use needs careful consideration.", ("weigh_risks", Strength.PLAIN)),
    ],
)
def test_what_leaves_a_choice(text: str, expected: tuple[str, Strength]) -> None:
    (found,) = claims(text, "Breastfeeding", Kind.LACTATION)
    assert (found.value.normal, found.strength) == expected


def test_a_reason_does_not_change_the_subject() -> None:
    text = "- **Pregnancy & Breastfeeding:** Use with caution; possible fetal harm."
    assert [v for _, v in values(text, "Summary", Kind.LACTATION)] == ["caution"]


def test_a_letter_of_a_combination_is_not_the_letter_of_the_medicine() -> None:
    text = "If given in combination with another medicine it is category X."
    assert values(text, "Pregnancy", Kind.PREGNANCY) == []


def test_some_of_several_products_are_spoken_of_with_reserve() -> None:
    (found,) = claims("Some of the products are safe.", "Pregnancy", Kind.PREGNANCY)
    assert (found.value.normal, found.strength) == ("safe", Strength.HEDGED)


@pytest.mark.parametrize("kind", [Kind.PREGNANCY, Kind.LACTATION])
def test_a_second_clause_is_about_the_same_subjects(kind: Kind) -> None:
    text = "Nothing is known of it in pregnancy and breastfeeding; its use is advised against."
    assert values(text, "Warnings", kind) == [("advice", "not_recommended")]


@pytest.mark.parametrize("kind", [Kind.PREGNANCY, Kind.LACTATION])
def test_a_concession_is_not_parted(kind: Kind) -> None:
    text = "While safe in pregnancy and breastfeeding for most, use with caution."
    assert values(text, "Warnings", kind) == [("advice", "caution")]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("It is safe for treating malaria in pregnancy.", "indication=malaria"),
        ("It is safe in pregnancy, for malaria is worse.", ""),
    ],
)
def test_advice_may_be_bound_to_what_is_treated(text: str, scope: str) -> None:
    assert [c.scope.normal for c in claims(text, "Warnings", Kind.PREGNANCY)] == [scope]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("- Pregnancy and nursing (by the label of one country)", [("advice", "contraindicated")]),
        ("- Pregnant women", [("advice", "contraindicated")]),
        ("- Relative contraindication: pregnancy", [("advice", "caution")]),
        ("- Pregnancy with twins", []),
        ("- Jaundice in an earlier pregnancy", []),
    ],
)
def test_an_item_of_the_contraindications_that_is_the_mothers(
    item: str, expected: list[tuple[str, str]]
) -> None:
    assert values(item, "Contraindications", Kind.PREGNANCY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is generally recommended to avoid zelvorin during pregnancy.", [("advice", "avoid")]),
        ("It is recommended to avoid becoming pregnant.", []),
    ],
)
def test_advice_to_avoid_is_a_ban_and_no_recommendation(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, "Precautions", Kind.PREGNANCY) == expected
