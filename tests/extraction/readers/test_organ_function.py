from __future__ import annotations

import pytest

from monolint.domain.claim import Kind, Qualifier, Strength

from ..documents import claims, values


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("- **Renal Impairment:** No dose adjustment is needed.", Kind.RENAL, [("no_adjustment", "")]),
        ("- **Renal Impairment:** Severe: reduce the dose.", Kind.RENAL, [("adjust", "renal=severe")]),
        ("Adjust the dose in patients with liver disease.", Kind.HEPATIC, [("adjust", "")]),
        ("Reduce the dose after adverse events.", Kind.RENAL, []),
        ("Liver function tests should be monitored.", Kind.HEPATIC, []),
        ("- **Elderly:** No dose adjustment is needed.", Kind.ELDERLY, [("no_adjustment", "")]),
        ("- **Elderly:** Adjust the dose based on renal function.", Kind.ELDERLY, []),
        (
            "- **Elderly:** No dose adjustment is needed unless kidney function is impaired.",
            Kind.RENAL,
            [("adjust", "")],
        ),
        (
            "- **Elderly:** No dose adjustment is needed unless kidney function is impaired.",
            Kind.ELDERLY,
            [("no_adjustment", "")],
        ),
        ("- **Children & Elderly:** Not recommended for children.", Kind.ELDERLY, []),
        ("- **Elderly:** Titration by blood pressure is recommended.", Kind.ELDERLY, []),
        ("- **Elderly:** Adjust the dose according to individual response.", Kind.ELDERLY, []),
        ("- **Elderly:** Check potassium and adjust the dose accordingly.", Kind.ELDERLY, []),
        ("Lower doses suit older patients with renal impairment.", Kind.ELDERLY, []),
        (
            "Combined use with another diuretic is contraindicated in renal impairment.",
            Kind.RENAL,
            [],
        ),
        (
            "Repeated or prolonged use is contraindicated in hepatic failure.",
            Kind.HEPATIC,
            [("contraindicated", "condition=lasting use; hepatic=severe")],
        ),
        (
            "Not recommended in renal impairment unless the benefit outweighs the risk.",
            Kind.RENAL,
            [("weigh_risks", "")],
        ),
        ("- **CrCl < 30 mL/min:** 5 mg once daily.", Kind.RENAL, [("may_use", "renal=end-stage|severe")]),
        (
            "In mild liver disease the maximum dose is 5 mg once daily.",
            Kind.HEPATIC,
            [("limit", "hepatic=mild")],
        ),
        (
            "- **Mild liver disease:** 5 mg once daily, 10 mg at maximum.",
            Kind.HEPATIC,
            [("may_use", "hepatic=mild")],
        ),
        (
            "- **Renal Impairment:** Lower the dose depending on the degree of impairment.",
            Kind.RENAL,
            [("adjust", "renal=end-stage|mild|moderate|severe")],
        ),
        (
            "Dose reduction may be needed in renal impairment depending on its degree.",
            Kind.RENAL,
            [("adjust", "")],
        ),
        (
            "- **Renal Impairment:** Even in renal failure no dose adjustment is needed.",
            Kind.RENAL,
            [("no_adjustment", "renal=end-stage|mild|moderate|severe")],
        ),
        (
            "- **Renal Impairment:** No dose adjustment is needed in severe impairment.",
            Kind.RENAL,
            [("no_adjustment", "renal=severe")],
        ),
        (
            "Use it cautiously in mild liver disease and avoid it in severe liver disease.",
            Kind.HEPATIC,
            [("avoid", "hepatic=severe"), ("caution", "hepatic=mild")],
        ),
        (
            "The label does not explicitly provide a dose adjustment in liver disease.",
            Kind.HEPATIC,
            [("not_established", "")],
        ),
    ],
)
def test_advice(text: str, kind: Kind, expected: list[tuple[str, str]]) -> None:
    assert [(c.value.normal, c.scope.normal) for c in claims(text, "Dosage", kind)] == expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [("Exemplin should be avoided in these patients.", ["avoid"]), ("Exemplin should be avoided.", [])],
)
def test_a_later_sentence_may_point_back_to_the_patients_of_a_question(
    later: str, expected: list[str]
) -> None:
    text = f"### Can people with kidney disease take Exemplin?\n\nLittle is known of it. {later}"
    assert [c.value.normal for c in claims(text, "Frequently Asked Questions", Kind.RENAL)] == expected


def test_one_sentence_about_both_organs_is_two_claims() -> None:
    text = "With impaired liver or kidney function, dose adjustment may be required."
    assert (
        values(text, "Precautions", Kind.RENAL)
        == values(text, "Precautions", Kind.HEPATIC)
        == [(None, "adjust")]
    )


def test_hedges_are_kept() -> None:
    (found,) = claims("- **Renal Impairment:** Usually no dose adjustment is needed.", "Dosage", Kind.RENAL)
    assert found.strength is Strength.HEDGED


def test_a_listed_contraindication_speaks_of_the_organ() -> None:
    found = claims("- Severe hepatic impairment", "Contraindications", Kind.HEPATIC)
    assert [(c.value.normal, c.scope.normal) for c in found] == [("contraindicated", "hepatic=severe")]


def test_each_organ_has_its_own_grade() -> None:
    text = "- Kidney disease, severe liver disease"
    renal, hepatic = (
        [c.scope.normal for c in claims(text, "Contraindications", kind)]
        for kind in (Kind.RENAL, Kind.HEPATIC)
    )
    assert (renal, hepatic) == ([""], ["hepatic=severe"])


def test_what_is_forbidden_in_severe_impairment_is_forbidden_in_end_stage_disease() -> None:
    banned, reduced = (
        claims(text, "Dosage", Kind.RENAL)[0].scope.normal
        for text in ("Do not use in severe renal impairment.", "Reduce the dose in severe renal impairment.")
    )
    assert (banned, reduced) == ("renal=end-stage|severe", "renal=severe")


def test_an_exception_leaves_a_denial_open() -> None:
    (found,) = claims(
        "- **Elderly:** No dose adjustment is needed unless the kidneys fail.", "Dosage", Kind.ELDERLY
    )
    assert found.qualifier is Qualifier.CONDITIONAL


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("No initial dose adjustment is needed.", Strength.PLAIN),
        ("No initial dose adjustment is needed; lower the subsequent doses.", Strength.HEDGED),
        ("No dose adjustment is routinely needed.", Strength.PLAIN),
        ("No dose adjustment is generally needed.", Strength.HEDGED),
    ],
)
def test_how_firm_a_denial_is(text: str, strength: Strength) -> None:
    found = claims(f"- **Elderly:** {text}", "Dosage", Kind.ELDERLY)
    assert found[0].strength is strength


def test_each_organ_has_its_own_advice() -> None:
    text = "Be careful in liver or kidney disease, and avoid use in advanced renal failure."
    assert values(text, "Precautions", Kind.HEPATIC) == [(None, "caution")]
    assert values(text, "Precautions", Kind.RENAL) == [(None, "avoid")]


def test_relative_contraindications_are_cautions() -> None:
    found = values("Relative contraindications: kidney disease", "Contraindications", Kind.RENAL)
    assert found == [(None, "caution")]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Relative contraindications include kidney disease.", Kind.RENAL, [(None, "caution")]),
        ("In liver disease use it cautiously, if at all.", Kind.HEPATIC, []),
        ("In kidney disease lower the dose or avoid it.", Kind.RENAL, []),
        ("Liver damage caused by earlier courses forbids it: contraindicated.", Kind.HEPATIC, []),
        (
            "With mild liver disease you won't need a dose adjustment.",
            Kind.HEPATIC,
            [(None, "no_adjustment")],
        ),
        (
            "Dose adjustments for kidney disease are not commonly needed.",
            Kind.RENAL,
            [(None, "no_adjustment")],
        ),
        ("Information on dose adjustments in kidney disease is not available.", Kind.RENAL, []),
        ("Older patients with dementia should avoid it.", Kind.ELDERLY, []),
        ("Contraindicated in stasis of the bowel (above all in the elderly).", Kind.ELDERLY, []),
        (
            "Children (contraindicated), the elderly (use with caution).",
            Kind.ELDERLY,
            [(None, "caution")],
        ),
    ],
)
def test_what_leaves_the_case_open_is_no_advice(
    text: str, kind: Kind, expected: list[tuple[None, str]]
) -> None:
    assert values(text, "Precautions", kind) == expected


def test_advice_in_turn_takes_its_own_grades() -> None:
    text = "Reduce the dose in moderate liver disease, avoid it in severe liver disease."
    scopes = [c.scope.normal for c in claims(text, "Dosage", Kind.HEPATIC) if c.value.normal == "avoid"]
    assert set(scopes) == {"hepatic=severe"}
