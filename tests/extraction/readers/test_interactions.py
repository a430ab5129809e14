from __future__ import annotations

import pytest

from monolint.domain.claim import Facet, Kind, Qualifier, Strength

from ..documents import claims, values

SECTION = "Drug Interactions"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avoid concomitant use with strong CYP3A4 inhibitors.", [("strong CYP3A4 inhibitors", "avoid")]),
        ("NSAIDs.", [("NSAIDs", "named")]),
        ("NSAIDs may increase the risk of bleeding.", [("NSAIDs", "hazard")]),
        ("Patients allergic to NSAIDs should avoid it.", []),
        ("Can be combined with thiazides.", [("thiazide diuretics", "may_use")]),
        ("It is not used in combination with thiazides.", [("thiazide diuretics", "named")]),
        ("Antacids should be taken at least 2 hours apart.", [("antacids", "separate")]),
        ("Do not take antacids within 2 hours of a dose.", [("antacids", "separate")]),
        ("Avoid alcohol during and for 3 days after treatment.", [("alcohol", "avoid")]),
        ("Alcohol should be avoided or limited.", []),
        ("Opioid dependence may get worse.", []),
        ("Do not mix it with heparin.", [("heparins", "named")]),
        ("Avoid alcohol while receiving thiazides.", [("alcohol", "avoid")]),
        ("The effect of it may be reduced by antacids.", [("antacids", "hazard")]),
        ("Warn people against alcohol.", [("alcohol", "avoid")]),
        ("It may interact with NSAIDs and drugs that affect clotting.", [("NSAIDs", "named")]),
        ("Additive sedative effects with opioids.", [("opioids", "hazard")]),
        ("Additive effects of sedatives are possible.", [("sedatives and hypnotics", "hazard")]),
        ("Avoid after any reaction following NSAIDs.", []),
        ("Caution is advised, as it is less selective than older MAOIs.", []),
    ],
)
def test_sentences(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert values(text, SECTION, Kind.INTERACTION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- **Warfarin:** Monitor closely.", [("warfarin", "monitor")]),
        ("- **Zorbinol:** Avoid.", [("zorbinol", "avoid")]),
        ("- **Statins (e.g., lovastatin):** Avoid.", [("statins", "avoid"), ("lovastatin", "avoid")]),
        ("- **Statins:** Simvastatin is contraindicated.", [("simvastatin", "contraindicated")]),
        (
            "- **CYP3A4 inhibitors:** Strong inhibitors are contraindicated.",
            [("strong CYP3A4 inhibitors", "contraindicated")],
        ),
        ("- Anticoagulants (e.g., warfarin)", [("anticoagulants", "named"), ("warfarin", "named")]),
        ("Avoid:\n\n- Retinoids\n- Zorbinol", [("retinoids", "avoid"), ("zorbinol", "avoid")]),
        ("- See above", []),
    ],
)
def test_labels_and_lists(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert values(text, SECTION, Kind.INTERACTION) == expected


def test_each_thing_has_its_own_advice() -> None:
    in_turn = "Contraindicated with MAOIs, use with caution with SSRIs."
    in_brackets = "It interacts with MAOIs (contraindicated) and lithium (monitor levels)."
    shared = "Quit smoking, limit alcohol, avoid grapefruit juice."
    assert values(in_turn, SECTION, Kind.INTERACTION) == [
        ("MAO inhibitors", "contraindicated"),
        ("SSRIs", "caution"),
    ]
    assert values(in_brackets, SECTION, Kind.INTERACTION) == [
        ("MAO inhibitors", "contraindicated"),
        ("lithium", "monitor"),
    ]
    assert values(shared, SECTION, Kind.INTERACTION) == [
        ("alcohol", "limit"),
        ("grapefruit juice", "avoid"),
    ]


def test_what_is_the_reason_has_no_advice() -> None:
    text = "Avoid alcohol, as it may add to the effect of opioids."
    assert values(text, SECTION, Kind.INTERACTION) == [("alcohol", "avoid")]


def test_an_effect_without_a_name_is_that_of_the_interaction_named_before() -> None:
    text = "It may interact with thiazides. This interaction can increase the risk of dizziness."
    assert values(text, SECTION, Kind.INTERACTION)[-1] == ("thiazide diuretics", "hazard")


def test_people_who_take_something_stand_far_from_the_advice() -> None:
    text = (
        "Use it with caution in people with many risk factors for disease of the arteries and the heart, "
        "and in those who are taking other triptans."
    )
    (claim,) = claims(text, "Warnings", Kind.INTERACTION)
    assert (claim.object, claim.value.normal) == ("triptans", "caution")
    far = text.replace("and in those who are taking", "where it adds nothing to")
    assert claims(far, "Warnings", Kind.INTERACTION) == []


def test_people_who_take_something_need_no_disease() -> None:
    text = "Use with caution in patients with epilepsy, or those taking barbiturates."
    (claim,) = claims(text, "Warnings", Kind.INTERACTION)
    assert claim.object == "barbiturates"
    assert not claim.scope.get(Facet.CONDITION)


def test_what_is_named_in_passing_is_hedged() -> None:
    text = "It may interact with NSAIDs.\n\nAsk a doctor about opioids.\n\n- Thiazides"
    named = claims(text, SECTION, Kind.INTERACTION)
    assert [(claim.object, claim.strength) for claim in named] == [
        ("NSAIDs", Strength.PLAIN),
        ("opioids", Strength.HEDGED),
        ("thiazide diuretics", Strength.PLAIN),
    ]


def test_these_inhibitors_are_those_of_the_sentence_before() -> None:
    text = "Strong CYP3A4 inhibitors may raise exposure. Monitor closely if used with these inhibitors."
    assert values(text, SECTION, Kind.INTERACTION)[-1] == ("strong CYP3A4 inhibitors", "monitor")


def test_a_fallback_is_not_the_advice() -> None:
    text = "Concomitant use of NSAIDs should be avoided. If unavoidable, monitor closely."
    found = claims(text, SECTION, Kind.INTERACTION)
    assert [c.qualifier for c in found] == [Qualifier.USUAL, Qualifier.FALLBACK]


def test_an_exception_makes_the_advice_conditional() -> None:
    (found,) = claims("Avoid retinoids unless prescribed together.", SECTION, Kind.INTERACTION)
    assert found.qualifier is Qualifier.CONDITIONAL


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Avoid lithium in patients with diabetes.", frozenset({"diabetes mellitus"})),
        ("Avoid high-dose lithium.", frozenset({"high dose"})),
        ("Avoid lithium.", frozenset()),
    ],
)
def test_the_case_is_kept(text: str, case: frozenset[str]) -> None:
    (found,) = claims(text, SECTION, Kind.INTERACTION)
    assert found.scope.get(Facet.CONDITION) == case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("None known.", [(None, "none")]),
        ("No significant interactions with other drugs have been identified.", [(None, "none")]),
        ("- **Food:** No interaction.", [("food", "safe")]),
        ("No interaction with antacids.", [("antacids", "safe")]),
        ("No interaction was seen with zorbinol.", []),
        (
            "No interactions are known, but it is best to tell your pharmacist what you take.",
            [(None, "none")],
        ),
        ("While no interactions are known, patients should inform their doctor.", [(None, "none")]),
        ("Although no interactions are known, some can occur.", []),
        ("Significant interactions are not commonly reported.", []),
        ("No specific interactions are listed.", []),
        ("There are no CYP450 interactions.", []),
        ("No interaction studies have been done.", []),
    ],
)
def test_denials(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert values(text, SECTION, Kind.INTERACTION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No.", [("alcohol", "avoid")]),
        ("Yes.", [("alcohol", "may_use")]),
        ("Ask your doctor.", [("alcohol", "named")]),
    ],
)
def test_answers(text: str, expected: list[tuple[str | None, str]]) -> None:
    faq = f"### Q1: Can I drink alcohol while taking Exemplin?\n\nA: {text}"
    assert values(faq, "FAQs", Kind.INTERACTION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Concomitant use of MAOIs", [("MAO inhibitors", "contraindicated")]),
        ("- MAOI use within 14 days", [("MAO inhibitors", "contraindicated")]),
        ("- NSAIDs", [("NSAIDs", "contraindicated")]),
        ("- Patients taking warfarin", [("warfarin", "contraindicated")]),
        ("Use with caution in patients taking warfarin.", [("warfarin", "caution")]),
        ("- Hypersensitivity to NSAIDs", []),
        ("- Asthma after taking aspirin or other NSAIDs", []),
        ("- Opioid use disorder", []),
    ],
)
def test_lists_of_contraindications(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert values(text, "Contraindications", Kind.INTERACTION) == expected


def test_other_sections_count_where_they_speak_of_taking_both() -> None:
    assert values("Use with caution together with barbiturates.", "Precautions", Kind.INTERACTION) == [
        ("barbiturates", "caution")
    ]
    assert values("Barbiturates are sedatives.", "Mechanism of Action", Kind.INTERACTION) == []
    assert values("Used in combination with thiazides.", "Indications", Kind.INTERACTION) == [
        ("thiazide diuretics", "may_use")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Heavy alcohol use should be avoided.",
        "Avoid excessive alcohol.",
        "Limit alcohol intake.",
        "- **Alcohol:** Avoid large amounts.",
        "Occasional alcohol is acceptable.",
    ],
)
def test_a_limit_holds_for_every_amount(text: str) -> None:
    (found,) = claims(text, SECTION, Kind.INTERACTION)
    assert (found.value.normal, found.scope.normal) == ("limit", "")


def test_a_list_of_contraindications_names_what_it_forbids_only() -> None:
    listed = "- Concomitant use of MAOIs"
    narrowing = "- Gout (especially when used in combination with lithium)"
    elsewhere = "- Use with a statin when such treatment is contraindicated"
    expected = [("MAO inhibitors", "contraindicated")]
    assert values(f"{listed}\n{narrowing}\n{elsewhere}", "Contraindications", Kind.INTERACTION) == expected


def test_other_medicines_are_not_those_of_the_sentence_before() -> None:
    text = "Grapefruit juice raises levels. Concomitant use with other medicines may require lower doses."
    assert ("grapefruit juice", "adjust") not in values(text, SECTION, Kind.INTERACTION)
