from __future__ import annotations

import pytest

from monolint.domain.claim import Facet, Kind, Qualifier, Strength

from ..documents import claims, values

SECTION = "Contraindications"


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
        (
            "Severe liver and/or kidney disease.",
            [("hepatic impairment", "contraindicated"), ("renal impairment", "contraindicated")],
        ),
        ("Gastric or duodenal ulcers.", [("peptic ulcer", "contraindicated")]),
        ("Hypersensitivity to it or any of its components.", [("hypersensitivity", "contraindicated")]),
        ("Use with caution in asthma.", [("asthma", "caution")]),
        ("Relative contraindications: asthma.", [("asthma", "caution")]),
        (
            "Asthma, pregnancy (use with caution).",
            [("pregnancy", "caution"), ("asthma", "contraindicated")],
        ),
    ],
)
def test_the_section(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert values(text, SECTION, Kind.CONTRAINDICATION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is contraindicated in patients with asthma.", [("asthma", "contraindicated")]),
        ("Asthma is a contraindication.", [("asthma", "contraindicated")]),
        ("Patients with asthma should avoid it.", [("asthma", "avoid")]),
        ("Use with caution in patients with asthma.", [("asthma", "caution")]),
        (
            "Contraindicated in porphyria, and caution is advised in asthma.",
            [("porphyria", "contraindicated"), ("asthma", "caution")],
        ),
        ("It is contraindicated because it may cause asthma.", []),
        ("Asthma may get worse.", []),
        ("Indicated for patients with asthma.", []),
        ("Should not be used as monotherapy in asthma.", []),
        ("Avoid concomitant use of aliskiren in patients with diabetes.", []),
    ],
)
def test_elsewhere(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert values(text, "Precautions", Kind.CONTRAINDICATION) == expected


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("- Severe asthma", "severity=severe"),
        ("- Uncontrolled asthma", "severity=uncontrolled"),
        ("- Uncontrolled epilepsy", "severity=uncontrolled"),
        ("- Asthma (not treated)", "severity=not treated"),
        ("- Complete heart block", "severity=complete"),
        ("- Heart failure NYHA class III", "severity=nyha class iii"),
        ("- Asthma", ""),
        ("- Recurrent infections", "severity=recurrent"),
        ("- Active, serious infections", "severity=active"),
    ],
)
def test_what_narrows_a_condition_is_kept(text: str, narrowed: str) -> None:
    (found,) = claims(text, SECTION, Kind.CONTRAINDICATION)
    assert found.scope.normal == narrowed


def test_what_narrows_a_whole_condition_is_not_shared() -> None:
    bleeding, disorder = claims("- Active bleeding or bleeding disorders", SECTION, Kind.CONTRAINDICATION)
    assert (bleeding.scope.normal, disorder.scope.normal) == ("severity=active", "")


def test_a_grade_holds_for_all_that_share_it() -> None:
    found = claims("Severe renal or hepatic impairment.", SECTION, Kind.CONTRAINDICATION)
    assert {claim.scope.get(Facet.SEVERITY) for claim in found} == {frozenset({"severe"})}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Hypersensitivity to Exemplin", ["hypersensitivity"]),
        ("- Hypersensitivity to any of its components", ["hypersensitivity"]),
        ("- Allergy to penicillins", ["penicillin hypersensitivity"]),
        (
            "- Allergy to Exemplin, penicillin antibiotics or other macrolides",
            [
                "hypersensitivity",
                "penicillin hypersensitivity",
                "macrolide hypersensitivity",
            ],
        ),
        ("- Hypersensitivity to thiazides", ["thiazide diuretics hypersensitivity"]),
        (
            "- Hypersensitivity to Exemplin or other thiazides",
            ["hypersensitivity", "thiazide diuretics hypersensitivity"],
        ),
        ("- Allergy to horse serum", ["horse serum hypersensitivity"]),
        ("- Hypersensitivity to Exemplin, asthma", ["hypersensitivity", "asthma"]),
    ],
)
def test_an_allergy_is_named_by_what_it_is_to(text: str, expected: list[str]) -> None:
    assert [claim.object for claim in claims(text, SECTION, Kind.CONTRAINDICATION)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients with gout should be watched closely to prevent hyperkalemia.", [("gout", "monitor")]),
        ("Avoid fast injection to prevent hypotension.", []),
        ("Carefully assess patients for gout.", []),
        ("Patients at risk of seizures should be monitored.", []),
        ("Monitor for hypotension in patients with gout.", [("gout", "monitor")]),
        ("Caution in patients with abdominal pain without diarrhea.", [("abdominal pain", "caution")]),
        (
            "Patients with gout should not receive it unless under close medical supervision.",
            [("gout", "if_needed")],
        ),
        ("Patients with gout can receive it, but need careful monitoring.", []),
        ("Patients with gout should avoid it or ask their doctor first.", []),
        ("Give it cautiously, if at all, in gout.", []),
        ("It is contraindicated in patients with gout unless nothing else helps.", []),
        ("Alcohol should be avoided in patients with gout.", []),
        ("Seizures can slow reactions, so caution is advised at work.", []),
        ("Using it with medicines for gout is not recommended.", []),
        ("Watch for signs of bruising and gout, avoid deep injections.", []),
        (
            "Avoid it in patients with asthma, and reduce the dose in patients with gout.",
            [("asthma", "avoid")],
        ),
        ("Use with caution in patients with asthma, as gout may follow.", [("asthma", "caution")]),
        ("Patients with gout can receive it.", [("gout", "may_use")]),
        ("It is advisable to avoid its use in patients with gout.", [("gout", "avoid")]),
        ("Take it with water to avoid use in patients with gout.", []),
        ("Lower doses are needed in patients with gout.", [("gout", "adjust")]),
        ("Lower doses are needed in patients with renal impairment.", []),
        ("Lower doses with caution in patients with gout.", [("gout", "caution")]),
    ],
)
def test_what_advice_is_on(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert values(text, "Precautions", Kind.CONTRAINDICATION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients with gout may need a lower dose.", [("gout", "adjust")]),
        ("Patients with renal impairment may need a lower dose.", []),
        ("Patients with gout should ask their doctor before use.", []),
        ("- Gout (dose adjustment needed)", [("gout", "contraindicated")]),
        ("Patients with gout should use it only under medical supervision.", [("gout", "if_needed")]),
        (
            "- Uncontrolled hypertension (high blood pressure)",
            [("uncontrolled hypertension", "contraindicated")],
        ),
    ],
)
def test_a_sentence_among_contraindications_says_its_own(
    text: str, expected: list[tuple[str | None, str]]
) -> None:
    assert values(text, SECTION, Kind.CONTRAINDICATION) == expected


def test_what_is_taken_too_is_no_condition() -> None:
    text = "- Concomitant use of MAOIs\n- NSAIDs\n- Concomitant use with aliskiren in diabetes\n- Asthma"
    assert values(text, SECTION, Kind.CONTRAINDICATION) == [("asthma", "contraindicated")]


def test_a_limited_denial_is_hedged() -> None:
    outright, limited = (
        claims(text, SECTION, Kind.CONTRAINDICATION)[0].strength
        for text in ("No known contraindications.", "No absolute contraindications.")
    )
    assert (outright, limited) == (Strength.PLAIN, Strength.HEDGED)


def test_a_reaction_is_no_contraindication() -> None:
    assert values("Asthma, rash.", "Side Effects", Kind.CONTRAINDICATION) == []


def test_some_forms_of_a_condition_are_not_all_of_it() -> None:
    some, every = (
        claims(text, SECTION, Kind.CONTRAINDICATION)[0].qualifier
        for text in ("- Certain types of glaucoma", "- Glaucoma")
    )
    assert (some, every) == (Qualifier.CONDITIONAL, Qualifier.USUAL)


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("- Severe heart, liver or kidney disease", True),
        ("- Liver or kidney disease", False),
        ("- Severe asthma, kidney disease", False),
    ],
)
def test_a_grade_holds_for_every_organ_of_a_list(text: str, narrowed: bool) -> None:
    found = [c for c in claims(text, SECTION, Kind.CONTRAINDICATION) if c.object == "renal impairment"]
    assert [bool(c.scope.get(Facet.SEVERITY)) for c in found] == [narrowed]


def test_a_cause_holds_for_the_list_before_it() -> None:
    found = claims("- Asthma, urticaria or rhinitis triggered by aspirin", SECTION, Kind.CONTRAINDICATION)
    assert all(claim.scope.get(Facet.SEVERITY) for claim in found if claim.object in ("asthma", "urticaria"))


def test_a_lead_in_asks_for_caution_below_contraindications() -> None:
    text = "Caution is needed in patients with:\n\n- Glaucoma\n- Asthma"
    assert {stance for _, stance in values(text, SECTION, Kind.CONTRAINDICATION)} == {"caution"}


def test_watching_for_an_allergy_is_no_advice_on_patients_who_have_one() -> None:
    watched = "Patients with allergic reactions should be monitored."
    any_allergy = "Use with caution in patients with allergies."
    treated = "Use with caution in patients with an allergy to peanuts."
    assert values(watched, "Precautions", Kind.CONTRAINDICATION) == []
    assert values(any_allergy, "Precautions", Kind.CONTRAINDICATION) == []
    assert values(treated, "Precautions", Kind.CONTRAINDICATION) != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- **Glaucoma:** Use with caution.", [("glaucoma", "caution")]),
        (
            "- **Patients with gout or porphyria:** Should not be used.",
            [("gout", "avoid"), ("porphyria", "avoid")],
        ),
        ("- **Glaucoma:** Use with caution in patients with asthma.", [("asthma", "caution")]),
        ("- **Glaucoma:** Contraindicated if the angle is closed.", []),
        ("- **Glaucoma:** Monitor eye pressure.", []),
        ("- **Hypotension:** Avoid standing up quickly.", []),
        ("- **Allergic reactions:** Use with caution.", []),
        ("- **Glaucoma screening:** Use with caution.", []),
    ],
)
def test_a_lead_in_says_what_advice_is_on(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert values(text, "Precautions", Kind.CONTRAINDICATION) == expected


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Can I take it if I have gout?", "No.", [("gout", "avoid")]),
        ("Can it be used in patients with gout?", "Use with caution.", [("gout", "caution")]),
        ("Is it safe for people with gout?", "Yes.", [("gout", "may_use")]),
        ("Is it safe for people with gout?", "Yes, but monitor closely.", []),
        ("Can it be used for gout?", "No.", []),
        ("Does it help people with gout?", "No.", []),
    ],
)
def test_a_question_says_whom_its_answer_is_about(
    question: str, answer: str, expected: list[tuple[str | None, str]]
) -> None:
    text = f"Take it.\n\n## Frequently Asked Questions\n\n### Q1: {question}\n\nA: {answer}"
    assert values(text, "Dosage", Kind.CONTRAINDICATION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Pheochromocytoma.", [("pheochromocytoma", "caution")]),
        ("- A history of seizures", [("seizures", "caution")]),
        (
            "It must be used cautiously by people with these conditions:\n\n"
            "- **Porphyria:** Attacks were seen.\n- **Asthma:** The airways may narrow.",
            [("porphyria", "caution"), ("asthma", "caution")],
        ),
        ("Use with caution in patients with:\n\n- Porphyria", [("porphyria", "caution")]),
    ],
)
def test_a_list_names_conditions_that_its_heading_or_introduction_advises_on(
    text: str, expected: list[tuple[str | None, str]]
) -> None:
    assert values(text, "Precautions", Kind.CONTRAINDICATION) == expected


@pytest.mark.parametrize(
    "text",
    [
        "- Hypotension",  # may be what the medicine does
        "- **Viral infections:** Exemplin has no effect on these.",
        "Use with caution with these drugs:\n\n- Medicines for asthma",
        "Tell a doctor about:\n\n- Asthma",
        "- Asthma attacks are watched by telephone",
    ],
)
def test_other_items_of_precautions_advise_on_no_condition(text: str) -> None:
    assert values(text, "Precautions", Kind.CONTRAINDICATION) == []
