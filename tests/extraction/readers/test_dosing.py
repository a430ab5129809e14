"""Doses, maxima, intervals, courses and infusion times."""

from __future__ import annotations

import pytest

from monolint.domain.claim import Facet, Kind, Qualifier
from monolint.extraction import extract
from monolint.reading import read_document

from ..documents import claims, values


def said(text: str, kind: Kind) -> list[tuple[str, str]]:
    return [(c.value.normal, c.qualifier.value) for c in claims(text, "Dosage", kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take 5 mg.", [("5 mg", "usual")]),
        ("Take 5 mg twice daily.", [("5 mg", "usual"), ("10 mg/d", "usual")]),
        ("40 mg daily in two divided doses.", [("40 mg/d", "usual")]),
        ("Initially 5 mg.", [("5 mg", "initial")]),
        ("It may be increased to 10 mg.", [("10 mg", "conditional")]),
        ("Increase by 5 mg every week.", []),
        ("Each tablet contains 5 mg.", []),
        ("Available as 5 mg tablets.", []),
        ("For patients weighing 40 kg or more.", []),
        ("1 mg is equivalent to 100 units.", []),
        ("A blood level of 5 mg/dL.", []),
        ("Take 5 mg to 10 mg per day.", [("5-10 mg/d", "usual")]),
        ("Take 5 mg TID or QID.", [("5 mg", "usual"), ("15-20 mg/d", "usual")]),
        ("Take 5 mg 3x/day.", [("5 mg", "usual"), ("15 mg/d", "usual")]),
        ("Give 0.2 mg/kg per dose.", [("0.2 mg/kg", "usual")]),
        ("Infuse 3 mcg/kg/min.", [("0.003 mg/kg/min", "usual")]),
        ("Run the pump at 50 mL/hour.", []),
        ("Spray 50 mcg into each nostril.", [("0.05 mg/nostril", "usual")]),
        ("Take 80 mg (40 mg in each nostril).", [("80 mg", "usual"), ("40 mg/nostril", "usual")]),
        ("Take 600 mg (400 mg base).", [("600 mg", "usual")]),
        ("Dissolve 20 mg in 200 mL of water.", [("20 mg", "usual")]),
        ("The lowest dose is 5 mg.", [("5 mg", "minimum")]),
        ("Begin with a low dose (e.g., 5 mg).", [("5 mg", "initial")]),
        ("Give 9 mg on day 1, after which 3 mg.", [("9 mg", "initial"), ("3 mg", "usual")]),
        ("90 mg in three parts on the first day.", [("90 mg", "initial")]),
        ("20 mg, with a test on day 1.", [("20 mg", "usual")]),
        ("Before the start of chemotherapy, give 5 mg.", [("5 mg", "usual")]),
        ("The dose is raised slowly to a maintenance dose of 40 mg.", [("40 mg", "usual")]),
        ("A loading dose of 90 mg, followed by 30 mg.", [("90 mg", "initial"), ("30 mg", "usual")]),
        ("Supplied in sachets for children (12 mg exemplin per sachet).", []),
    ],
)
def test_doses(text: str, expected: list[tuple[str, str]]) -> None:
    assert [row for row in said(text, Kind.DOSE) if row[0] != "100 IU"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The maximum dose is 60 mg.", ["60 mg"]),
        ("Do not exceed 4 g per day.", ["4000 mg/d"]),
        ("- **Maximum daily dose:** 3 g.", ["3000 mg/d"]),
        ("Not more than 2 tablets in 24 hours.", ["2 tablet/d"]),
        ("Take 5 mg.", []),
        ("A maximum of 5 mg four times a day.", ["20 mg/d"]),
        ("The maximum single dose is 5 mg, every 6 hours.", ["5 mg"]),
        ("Give 10 mg/kg daily (max 600 mg).", ["600 mg/d"]),
        ("Give 0.5 mg/kg every 6 hours (max 15 mg).", ["15 mg"]),
        ("Doses above 40 mg daily are not recommended.", ["40 mg/d"]),
        ("Doses above 40 mg daily are taken with food.", []),
        ("- **Maximum dose:** 40 mg daily.", ["40 mg/d"]),
        ("- **Maximum for children up to 12 years:** 40 mg daily.", ["40 mg/d"]),
        ("The maximum dose in 24 hours is 40 mg.", ["40 mg/d"]),
        ("The maximum daily dose is 80 mg for gout, 120 mg for arthritis.", ["80 mg/d", "120 mg/d"]),
    ],
)
def test_maxima(text: str, expected: list[str]) -> None:
    assert [value for value, _ in said(text, Kind.MAX_DOSE)] == expected


def test_intervals_are_not_how_often_something_is_checked() -> None:
    assert said("Take 5 mg every 8 hours.", Kind.FREQUENCY) == [("8 h", "usual")]
    assert said("Monitor the blood count every 3 months.", Kind.FREQUENCY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Treatment lasts for 6 cycles.", [("6 cycle", "usual")]),
        ("It may be extended to 9 cycles.", [("9 cycle", "conditional")]),
        ("Take it for at least 7 days.", [("7 d", "minimum")]),
        ("Take it for up to 2 weeks.", [("14 d", "maximum")]),
        ("Within 6 months of surgery.", []),
        ("For children aged 6 months.", []),
        ("Repeat after 7 days.", []),
    ],
)
def test_durations(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, Kind.DURATION) == expected


def test_infusion_times_belong_to_their_infusion() -> None:
    text = "Infuse the first dose over 90 minutes; subsequent doses over 30 minutes."
    found = claims(text, "Dosage", Kind.INFUSION_TIME)
    assert [(c.value.normal, c.scope.normal) for c in found] == [
        ("90 min", "phase=first"),
        ("30 min", "phase=subsequent"),
    ]


def test_a_figure_has_the_case_that_is_named_beside_it() -> None:
    text = "Treat until relief (gout) or for 6 cycles (asthma)."
    (found,) = claims(text, "Dosage", Kind.DURATION)
    assert found.scope.normal == "indication=asthma"


def test_a_negation_in_a_condition_is_the_case_not_the_claim() -> None:
    text = "In patients who did not receive prior radiotherapy, treatment may be extended to 9 cycles."
    (found,) = claims(text, "Dosage", Kind.DURATION)
    assert found.qualifier is Qualifier.CONDITIONAL
    assert found.scope.normal == "prior_therapy=no radiotherapy"


def test_labels_set_the_case() -> None:
    found = claims("### Children (6-12 years)\n\n5 mg.", "Dosage", Kind.DOSE)
    assert [c.scope.normal for c in found] == ["age=6-12; population=child"]


@pytest.mark.parametrize(
    ("label", "age"),
    [
        ("Those aged 12 and over", "12-"),
        ("Adults and children (12+)", "12-"),
        ("Children under the age of 12", "-12"),
        ("Children under the age of 12 years", "-12"),
        ("Children from 6 years of age", "6-"),
        ("Children (1 to <12 years)", "1-12"),
        ("Infants and children (6 months to under 12 years)", "0.5-12"),
        ("Patients aged four and above", "4-"),
        ("Short tablet (5 years and older)", "5-"),
        ("Bad dreams (over 6 years)", "6-"),
        ("< 1 year", "-1"),
        ("Older than 2 years", "2-"),
    ],
)
def test_ages_of_a_label(label: str, age: str) -> None:
    (found,) = claims(f"- **{label}:** 5 mg.", "Dosage", Kind.DOSE)
    assert found.scope.get(Facet.AGE) == {age}


def test_reactions_and_levels_are_no_doses() -> None:
    assert claims("Seen at 5 mg.", "Side Effects", Kind.DOSE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It is not recommended below 12 years of age.",
            [("minimum age", "12 y"), ("children", "not_recommended")],
        ),
        ("Safety in children has not been established.", [("children", "not_established")]),
        ("Not recommended for patients over 75 years.", []),
        ("Contraindicated in gout.", []),
    ],
)
def test_age_limits(text: str, expected: list[tuple[str, str]]) -> None:
    found = claims(text, "Precautions", Kind.AGE_LIMIT)
    assert [(c.object, c.value.normal) for c in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- **Children (6-12 years):** 5 mg.", [("minimum age", "6 y"), ("children", "advised")]),
        ("- **Children:** 5 mg.", [("children", "advised")]),
        ("For those aged 6-12, the dose is 5 mg.", [("minimum age", "6 y"), ("children", "advised")]),
        ("Child-Pugh B: 5 mg.", []),
        ("For patients over 75: 5 mg.", []),
        ("5 mg.", []),
    ],
)
def test_a_dose_for_children_lets_them_have_the_drug(text: str, expected: list[tuple[str, str]]) -> None:
    found = claims(text, "Dosage", Kind.AGE_LIMIT)
    assert [(c.object, c.value.normal) for c in found] == expected


def test_phases_and_maxima_with_a_rate() -> None:
    text = "5 mg twice daily, followed by 2 mg once daily."
    found = [c for c in claims(text, "Dosage", Kind.DOSE) if c.value.normal.endswith(" mg")]
    assert [(c.value.normal, c.scope.normal) for c in found] == [("5 mg", ""), ("2 mg", "phase=subsequent")]
    (limit,) = claims("The maximum dose is 5 mg four times a day.", "Dosage", Kind.MAX_DOSE)
    assert limit.value.normal == "20 mg/d"


def test_an_amount_of_one_ingredient_is_its_own_case() -> None:
    text = "# Exemplin + Testolol\n\n## Dosage\n\nTake one tablet (200 mg exemplin and 500 mg testolol).\n"
    found = [c for c in extract(read_document("a.md", text.encode())).claims if c.kind is Kind.DOSE]
    cases = {c.value.normal: c.scope.normal for c in found}
    assert "component=exemplin" in cases["200 mg"]
    assert "component=testolol" in cases["500 mg"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Apply it three times a day.", [("8 h", "usual")]),
        ("Apply it up to three times a day.", [("8 h", "minimum")]),
        ("Two or three applications per day.", [("8-12 h", "usual")]),
        ("Wash with it 2 to 3 times per week.", [("56-84 h", "usual")]),
        ("Give 600 mg in two or three divided doses.", [("8-12 h", "usual")]),
        ("Give 600 mg in one or two divided doses.", [("12-24 h", "usual")]),
        ("Use it once a week to once a month.", []),
        ("Use it once a week to once every 4 weeks.", [("7-28 d", "usual")]),
        ("Take one tablet daily.", [("1 d", "usual")]),
        (
            "Apply it twice daily; in some cases, four times a day.",
            [("12 h", "usual"), ("6 h", "conditional")],
        ),
        ("Take 600 mg daily.", [("1 d", "fallback")]),
        ("Take it before meals and at bedtime.", []),
        ("Take 5 mg three times a day and at bedtime.", []),
        ("Daily use is not advised.", []),
        ("Take it 0 times daily.", []),
        ("Take it every 0 hours.", []),
        ("Apply it several times, with many uses per day.", []),
        ("The maximum is 600 mg per week.", []),
        ("Change the dressing daily and apply it anew.", []),
        ("It is given in weekly courses.", []),
    ],
)
def test_intervals(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, Kind.FREQUENCY) == expected


def test_a_form_tells_the_route_of_an_interval() -> None:
    (found,) = claims("One capsule twice daily.", "Dosage", Kind.FREQUENCY)
    assert found.scope.normal == "formulation=capsule; route=oral"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Give it for 5 consecutive days.", ["5 d"]),
        ("Do not use it for longer than 2 weeks.", ["14 d"]),
        ("Treatment must not exceed 10 days.", ["10 d"]),
        ("Give it for 3 weeks followed by a 1-week break.", ["21 d"]),
        ("Continue contraception for 3 months.", []),
        ("If pain persists for 7 days, see a doctor.", []),
        ("Do not take more than 8 tablets in 24 hours.", []),
        ("Do not use it for more than 3 days without asking a doctor.", []),
        ("For individuals 16 years and older.", []),
    ],
)
def test_lengths_of_treatment(text: str, expected: list[str]) -> None:
    assert [value for value, _ in said(text, Kind.DURATION)] == expected


def test_a_question_on_length_is_answered_by_a_figure() -> None:
    faq = "### Q1: How long should {} be used?\n\n**A:** Usually 2 to 4 weeks."
    assert [c.value.normal for c in claims(faq.format("Exemplin"), "FAQs", Kind.DURATION)] == ["14-28 d"]
    other = "### Q1: How long does it take to work?\n\n**A:** Usually 2 to 4 weeks."
    assert claims(other, "FAQs", Kind.DURATION) == []


def test_steps_of_a_course_are_parts_of_it() -> None:
    found = claims("Give it for 2 days, then for 7 days.", "Dosage", Kind.DURATION)
    assert [c.scope.normal for c in found] == ["phase=first", "phase=subsequent"]


def test_warnings_hold_limits_of_use_only() -> None:
    assert values("Do not use it for more than 4 weeks.", "Precautions", Kind.DURATION) == [("time", "28 d")]
    assert values("It was used for 4 weeks.", "Precautions", Kind.DURATION) == []


def scopes(text: str, kind: Kind = Kind.DOSE) -> list[tuple[str, str]]:
    return [
        (claim.value.normal, claim.scope.normal)
        for claim in claims(text, "Dosage", kind)
        if not claim.value.normal.endswith("/d")
    ]


def test_a_label_inside_a_sentence_sets_the_people_of_what_follows() -> None:
    assert scopes("Adults: 20 mg daily at night, children: 5 mg/kg at night.")[-1] == (
        "5 mg/kg",
        "population=child",
    )
    assert scopes("Children: 10 mg in the first week, or 20 mg later.")[-1] == ("20 mg", "population=child")


def test_body_weight_is_a_band() -> None:
    assert scopes("- **30 kg to <50 kg:** 5 mg.") == [("5 mg", "weight=30-50")]
    assert scopes("- **50 kg or more:** 5 mg.") == [("5 mg", "weight=50-")]


def test_only_the_part_that_is_off_label_is() -> None:
    found = scopes("Adults: 10 mg twice daily, children: 1 mg/kg twice daily (off-label).")
    assert [("off-label" in scope) for _, scope in found] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "- **Dose adjustments:** Take 5 mg daily after a bleed.",
        "- **Co-administration with strong inhibitors:** Take 5 mg daily.",
        "Limit simvastatin to 20 mg daily (or 40 mg daily).",
    ],
)
def test_doses_for_no_usual_case_are_left_alone(text: str) -> None:
    assert said(text, Kind.DOSE) == []
    assert said(text, Kind.MAX_DOSE) == []


def test_dietary_intakes_are_a_case_of_their_own() -> None:
    assert scopes("The RDA for adults is 5 mg.") == [("5 mg", "condition=dietary intake; population=adult")]


def test_a_route_that_a_label_names_stands_beside_those_of_the_text() -> None:
    text = "- **Subcutaneous injection:** 5 mg.\n- **Nose:** 2 mg intranasally."
    assert scopes(text)[0] == ("5 mg", "route=subcutaneous")


def test_a_maximum_of_the_days_after_the_first() -> None:
    first, later = claims("Maximum: 90 mg on day 1, then 60 mg/day.", "Dosage", Kind.MAX_DOSE)
    assert (first.value.normal, later.value.normal) == ("90 mg", "60 mg/d")
    assert not claims("Give 90 mg on day 1, then 60 mg/day.", "Dosage", Kind.MAX_DOSE)


def test_a_maximum_for_the_start_is_of_its_phase() -> None:
    for text in ("The maximum initial dose is 5 mg.", "The maximum is 5 mg on day 1."):
        assert scopes(text, Kind.MAX_DOSE) == [("5 mg", "phase=first")]
    assert scopes("The starting dose is 2 mg, at a maximum of 5 mg.", Kind.MAX_DOSE) == [("5 mg", "")]


def test_conditions_side_by_side_share_a_dose() -> None:
    both = "indication=gout|hypertension"
    assert scopes("For gout or hypertension, give 5 mg.") == [("5 mg", both)]
    assert scopes("For gout, give 5 mg; for hypertension, give 9 mg.") == [
        ("5 mg", "indication=gout"),
        ("9 mg", "indication=hypertension"),
    ]


@pytest.mark.parametrize(
    ("label", "age"),
    [
        ("Gout (14 years and older)", "14-"),
        ("Gout (6-12 years)", "6-12"),
        ("Under 2 years", "-2"),
        (">= 2 years", "2-"),
    ],
)
def test_ages_of_labels(label: str, age: str) -> None:
    (found,) = scopes(f"- **{label}:** 5 mg.")
    assert f"age={age}" in found[1]


def test_a_length_of_time_in_a_label_is_no_age() -> None:
    (found,) = scopes("- **Short course (6 months):** 5 mg.")
    assert "age" not in found[1]


def test_people_that_follow_a_dose_are_those_it_is_for() -> None:
    text = "Give 40 mg weekly for those below 20 kg, 60 mg weekly for those weighing 20 kg or more."
    found = {c.value.normal: c.scope.normal for c in claims(text, "Dosage", Kind.DOSE)}
    assert "weight=-20" in found["40 mg"]
    assert "weight=20-" in found["60 mg"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Take 40 mg daily for adults, 20 mg daily for children.",
            [("40 mg/d", "population=adult"), ("20 mg/d", "population=child")],
        ),
        (
            "Adults take 40 mg daily in winter, 20 mg daily in summer.",
            [("40 mg/d", "population=adult"), ("20 mg/d", "population=adult")],
        ),
    ],
)
def test_people_behind_a_dose_are_not_those_of_the_next(text: str, expected: list[tuple[str, str]]) -> None:
    found = claims(text, "Dosage", Kind.DOSE)
    assert [(claim.value.normal, claim.scope.normal) for claim in found] == expected


def test_a_strength_in_brackets_is_no_age() -> None:
    found = claims("Adults (6.25 mg tablets) take one tablet daily.", "Dosage", Kind.DOSE)
    assert [claim.scope.normal for claim in found] == ["formulation=tablet; population=adult"]


@pytest.mark.parametrize(
    "text",
    [
        "The dose goes from 5 mg daily to higher amounts.",
        "For patients who have been on 80 mg for long.",
        "Rub in 5 g of the cream.",
    ],
)
def test_figures_that_are_no_whole_dose_are_left_alone(text: str) -> None:
    assert said(text, Kind.DOSE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take one capsule for a week or less.", []),
        ("Take one capsule once- or twice-daily.", [("12-24 h", "usual")]),
        ("Apply it 3 times a day or at bedtime.", [("8 h", "usual")]),
    ],
)
def test_lengths_and_times_of_the_day_are_no_intervals(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, Kind.FREQUENCY) == expected


def test_parts_of_a_day_are_not_multiplied() -> None:
    assert said("Take 9 mg/kg, divided and given every 8 hours.", Kind.DOSE) == [("9 mg/kg", "usual")]


def test_a_daily_maximum_in_many_words_and_after_a_start() -> None:
    text = "The maximum daily dose is as a rule not to exceed 90 mg."
    assert [value for value, _ in said(text, Kind.MAX_DOSE)] == ["90 mg/d"]
    text = "Initial dose: 10 mg twice daily. The maximum dose is 80 mg per day."
    assert [value for value, _ in said(text, Kind.MAX_DOSE)] == ["80 mg/d"]
