from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.domain.claim import Kind, Terms
from monolint.extraction import extract
from monolint.extraction.reaction_classes import frequency_class
from monolint.extraction.reaction_terms import term_name
from monolint.reading import read_document

from ..documents import claims


def classes(text: str) -> dict[str, str]:
    found = claims(text, "Side Effects", Kind.ADVERSE_REACTION)
    return {c.object or "": c.value.normal for c in found if not isinstance(c.value, Terms)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Common", "common|very_common"),
        ("Rare but serious side effects", "rare|very_rare"),
        ("Common side effects (>10% incidence)", "very_common"),
        ("affects 1 in 1,000 patients", "uncommon"),
        ("(1-10%)", "common"),
        ("(1-10% or less)", "common|rare|uncommon|very_rare"),
        ("Less common (1-10% or less)", "rare|uncommon|very_rare"),
        ("Less common (over 10%)", "very_common"),
        ("Less common (below 1%)", "rare|uncommon|very_rare"),
        ("(1-10% of users or less)", "common|rare|uncommon|very_rare"),
        ("fewer than 1% of patients", "rare|uncommon|very_rare"),
        ("Common, though seen in less than 1%", "common|rare|uncommon|very_common|very_rare"),
        ("Less common but serious (1-10%)", "rare|uncommon|very_rare"),
        ("Less common (1-10%)", "uncommon"),
        ("Serious side effects", None),
        ("Frequently Asked Questions", "common|very_common"),
    ],
)
def test_frequency_class(text: str, expected: str | None) -> None:
    found = frequency_class(text)
    assert (found.normal if found else None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "- Liver problems: nausea, jaundice",
        "- High potassium, indicated by nausea, weakness",
        "Signs of liver damage may include nausea, fever.",
        "- Marrow problems (fever, chills, nausea)",
        "- Rash, hives, difficulty breathing, nausea (less likely than with older drugs)",
    ],
)
def test_signs_and_comparisons_have_no_frequency(text: str) -> None:
    found = classes(f"### Rare Side Effects\n\n{text}")
    assert not {"nausea", "rash", "urticaria"} & found.keys()


def test_members_of_a_group_keep_its_frequency() -> None:
    assert "nausea" in classes("### Rare Side Effects\n\n- Gastrointestinal: nausea, vomiting")


def test_that_any_occur_rarely_is_not_said_of_each() -> None:
    assert "rare|very_rare" not in classes("Common side effects are rare and may include bloating.").values()


def test_headings_lead_ins_and_openings_set_the_class() -> None:
    assert classes("### Rare Side Effects\n\nSeizures, rash.") == {
        "seizures": "rare|very_rare",
        "rash": "rare|very_rare",
    }
    assert classes("- **Common:** Headache") == {"headache": "common|very_common"}
    assert classes("Common side effects include headache and nausea.") == {
        "headache": "common|very_common",
        "nausea": "common|very_common",
    }
    assert classes("Common: headache, rash. Rare: seizures.") == {
        "headache": "common|very_common",
        "rash": "common|very_common",
        "seizures": "rare|very_rare",
    }


def test_a_bracket_gives_a_term_its_own_class_and_its_members_that_of_the_term() -> None:
    assert classes("- **Common:** Rash (0.5%), mood changes (including anxiety)")["rash"] == "uncommon"
    assert classes("- **Rare:** Mood changes (including anxiety)")["anxiety"] == "rare|very_rare"
    assert "rash" not in classes("- **Rare:** Allergic reactions (including rash)")


COMMON, RARE = "common|very_common", "rare|very_rare"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nausea, headache; rarely, jaundice and seizures.", {"jaundice": RARE, "seizures": RARE}),
        ("Stinging of the eye and, rarely, photophobia.", {"photophobia": RARE}),
        ("Rash is rare.", {"rash": RARE}),
        ("Although rare, seizures have occurred.", {"seizures": RARE}),
        ("Rare cases of jaundice have been reported.", {"jaundice": RARE}),
        ("Cough and headache are the most common side effects.", {"cough": COMMON, "headache": COMMON}),
        ("Hypotension is common with rapid infusion.", {}),
        ("Diarrhea is rarely severe.", {}),
        ("Rash is not uncommon.", {}),
        ("Be aware of rare side effects like jaundice.", {"jaundice": RARE}),
        ("Cough is common and jaundice is rare.", {}),
    ],
)
def test_a_sentence_may_say_how_often(text: str, expected: dict[str, str]) -> None:
    assert classes(text) == expected


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Cystitis, which can manifest as fever and back pain.", {"pyrexia", "back pain"}),
        ("Liver damage - characterized by jaundice, fatigue and nausea", {"jaundice", "fatigue", "nausea"}),
        ("Symptoms may include fatigue and dark urine.", {"fatigue", "dark urine"}),
        ("Call a doctor if you develop fever or rash.", {"pyrexia", "rash"}),
        ("Allergic reactions such as rash, itching, swelling", {"rash", "pruritus", "edema"}),
        ("Rarely, allergic reactions such as hives, rash and wheezing may follow.", {"urticaria", "rash"}),
        ("Allergic reactions including rash or itching are seldom seen", {"rash", "pruritus"}),
        ("Chills; Lactic acidosis (rare but serious): nausea, cramps", {"nausea", "cramps"}),
        ("Visual disturbances that may persist", {"visual disturbance"}),
        ("Heavy or prolonged bleeding", {"bleeding"}),
        ("A persistent, dry cough", {"cough"}),
        ("Severe joint, back, or muscle pain", {"myalgia"}),
        ("Muscle pain or weakness that may be lasting", {"myalgia", "asthenia"}),
        ("Signs of infection (e.g., fever, cough)", {"pyrexia", "cough"}),
        ("Flu-like symptoms (fever, chills)", {"pyrexia", "chills"}),
        ("Severe vomiting or constipation", {"vomiting", "constipation"}),
        ("Bleeding or pain at the injection site", {"bleeding", "pain"}),
    ],
)
def test_signs_grades_and_sites_are_no_plain_reactions(text: str, absent: set[str]) -> None:
    assert not absent & classes(f"### Rare Side Effects\n\n- {text}").keys()


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Blood disorders (anemia, leukopenia)", {"anemia", "leukopenia"}),
        ("Severe blood disorders (anemia)", {"severe anemia"}),
        ("Electrolyte imbalances (hypokalemia)", {"hypokalemia"}),
        ("Metabolic changes: raised blood sugar, anemia", {"hyperglycemia", "anemia"}),
        ("Cardiac arrhythmias (bradycardia or tachycardia)", {"bradycardia", "tachycardia"}),
        ("Liver problems (jaundice)", set[str]()),
        ("Stomach problems (such pains may be bad)", set[str]()),
    ],
)
def test_brackets_after_a_group_name_its_reactions(item: str, expected: set[str]) -> None:
    inside = {"anemia", "severe anemia", "leukopenia", "bradycardia", "tachycardia", "jaundice", "pain"}
    inside |= {"hypokalemia", "hyperglycemia"}
    assert inside & classes(f"### Rare Side Effects\n\n- {item}").keys() == expected


def test_a_group_with_named_reactions_is_no_reaction_beside_them() -> None:
    named = classes("### Rare Side Effects\n\n- Gastrointestinal problems (diarrhea)")
    assert named == {"diarrhea": RARE}


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Liver damage - rare but serious", {"hepatotoxicity": RARE}),
        ("Rare cases of seizures", {"seizures": RARE}),
        ("Itching (commonly with severe burning)", {"pruritus": "uncommon"}),
        ("Nasopharyngitis (common cold)", {"nasopharyngitis": "uncommon"}),
        ("Kidney stones (more common in men)", {"nephrolithiasis": "uncommon"}),
        ("Transient rise in heart beats (tachycardia)", {"tachycardia": "uncommon"}),
    ],
)
def test_an_item_keeps_its_own_frequency_and_name(item: str, expected: dict[str, str]) -> None:
    assert classes(f"### Side Effects (0.5%)\n\n- {item}") == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("raised transaminases", "increased transaminases"),
        ("Elevated liver enzymes", "increased transaminases"),
        ("severe neutropenia", "severe neutropenia"),
        ("low platelet count", "thrombocytopenia"),
        ("itching", "pruritus"),
        ("", None),
        ("please contact your doctor at once when this happens", None),
    ],
)
def test_term_name(item: str, expected: str | None) -> None:
    assert term_name(item) == expected


@given(st.permutations(["headache", "nausea", "rash", "severe neutropenia", "cough"]))
def test_the_order_of_a_list_changes_no_term(names: list[str]) -> None:
    found = claims(f"### Common Side Effects\n\n{', '.join(names)}.", "Side Effects", Kind.ADVERSE_REACTION)
    (whole,) = (claim.value for claim in found if isinstance(claim.value, Terms))
    assert whole.members == {"headache", "nausea", "rash", "severe neutropenia", "cough"}


def test_an_explicit_none_is_read() -> None:
    assert classes("None.") == {"": "none"}


def test_an_ingredient_in_brackets_is_of_one_reaction_alone() -> None:
    text = "# Alpha + Beta\n\n## Side Effects\n\n### Common Side Effects\n\n"
    whole = extract(read_document("a.md", f"{text}Nausea, cough (beta).\n".encode())).claims
    part = extract(read_document("a.md", f"{text}Of beta: nausea, cough.\n".encode())).claims
    assert {claim.scope.normal for claim in whole} == {""}
    assert {claim.scope.normal for claim in part} == {"component=beta"}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Nausea and headache. Rash can also occur.", {"nausea", "headache"}),
        ("Nausea and headache. Rash is also common.", {"nausea", "headache", "rash"}),
        ("Nausea can occur.", {"nausea"}),
    ],
)
def test_an_answer_may_go_beyond_the_common_reactions(answer: str, expected: set[str]) -> None:
    text = f"### Q1: What are the common side effects?\n\n**A:** {answer}"
    found = claims(text, "FAQ", Kind.ADVERSE_REACTION)
    assert {c.object for c in found if not isinstance(c.value, Terms)} == expected
