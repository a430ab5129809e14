from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.domain.claim import Kind, Terms
from monolint.extraction.reaction_classes import frequency_class
from monolint.extraction.readers.adverse_reactions import term_name

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
        ("Serious side effects", None),
        ("Frequently Asked Questions", "common|very_common"),
    ],
)
def test_frequency_class(text: str, expected: str | None) -> None:
    found = frequency_class(text)
    assert (found.normal if found else None) == expected


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
