from __future__ import annotations

import pytest

from monolint.domain.claim import Claim, Facet, Kind, Terms

from ..documents import claims

USAGE = "Usage"


def criteria(text: str, section: str = USAGE) -> list[Claim]:
    return [c for c in claims(text, section, Kind.INDICATION) if isinstance(c.value, Terms)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is for patients with lymphoma who have previously received treatment.", ["prior treatment"]),
        ("It is for adults with gout who had an inadequate response.", ["inadequate response"]),
        (
            "It is for adults with lymphoma who cannot tolerate it or have relapse.",
            ["intolerance, recurrence"],
        ),
        ("It is for adults with gout.", []),
        ("Previously received treatment does not matter.", []),
        ("It is for adults with gout or asthma who cannot tolerate others.", []),
    ],
)
def test_criteria(text: str, expected: list[str]) -> None:
    assert [claim.value.normal for claim in criteria(text)] == expected


def test_the_condition_may_stand_in_the_label_or_the_sentence_before() -> None:
    labelled = criteria("- **Lymphoma:** For patients who have already been treated.")
    before = criteria("It treats lymphoma. It is for patients who have already been treated.")
    assert [claim.object for claim in (*labelled, *before)] == ["lymphoma", "lymphoma"]


def test_the_treatment_before_belongs_to_the_case() -> None:
    text = "It is indicated for patients with early breast cancer after neoadjuvant treatment."
    asked = [claim.scope.get(Facet.PRIOR_THERAPY) for claim in claims(text, USAGE, Kind.INDICATION)]
    assert frozenset({"neoadjuvant"}) in asked


def test_other_sections_give_no_criteria() -> None:
    assert criteria("Patients with lymphoma who were already treated are watched.", "Precautions") == []
