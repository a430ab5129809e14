from __future__ import annotations

import pytest

from monolint.domain.claim import Category, Kind, Stance, Strength

from ..documents import claims

USAGE = "Usage"
CLINICAL = "Clinical Use"


def advice(text: str, section: str = USAGE) -> list[tuple[str | None, Stance]]:
    found = claims(text, section, Kind.INDICATION)
    return [(claim.object, claim.value) for claim in found if isinstance(claim.value, Stance)]


def classed(text: str, section: str = USAGE) -> list[tuple[str | None, str]]:
    found = claims(text, section, Kind.INDICATION)
    return [(claim.object, claim.value.normal) for claim in found if isinstance(claim.value, Category)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exemplin is used to treat gout.", [("gout", Stance.ADVISED)]),
        ("It is prescribed for asthma and gout.", [("asthma", Stance.ADVISED), ("gout", Stance.ADVISED)]),
        ("It is not indicated for gout.", [("gout", Stance.NOT_RECOMMENDED)]),
        (
            "It is not effective against gout or asthma.",
            [("gout", Stance.NOT_RECOMMENDED), ("asthma", Stance.NOT_RECOMMENDED)],
        ),
        ("It is not used for acute asthma attacks.", []),
        ("It is not recommended for malaria prophylaxis.", []),
        ("The slow-release formulation is not indicated for gout.", []),
        ("It is not used for gout in children.", []),
        ("Patients with gout drink water.", []),
    ],
)
def test_used_or_not(text: str, expected: list[tuple[str, Stance]]) -> None:
    assert advice(text) == expected


def test_a_condition_with_modifiers_is_another_case() -> None:
    (found,) = claims("It is not used for severe malaria.", USAGE, Kind.INDICATION)
    assert found.object == "malaria"
    assert found.scope.normal == "indication=malaria: severe"


def test_potential_uses_are_hedged() -> None:
    (found,) = claims("It may be used to treat gout.", USAGE, Kind.INDICATION)
    assert found.strength is Strength.HEDGED


def test_an_introduced_list_holds_uses() -> None:
    text = "Exemplin is prescribed for:\n\n- Gout\n- Asthma\n"
    assert advice(text) == [("gout", Stance.ADVISED), ("asthma", Stance.ADVISED)]


def test_conditions_in_other_sections_are_no_uses() -> None:
    assert advice("Drugs used to treat gout raise its levels.", "Drug Interactions") == []
    assert advice("It is used to treat gout.", "Popular Combinations") == []
    assert advice("Testolol (a related drug) is used to treat gout.", "Uses") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is also used off-label for gout.", [("gout", "licence off-label")]),
        (
            "Off-label uses include gout, and treatment of asthma.",
            [("gout", "licence off-label"), ("asthma", "licence off-label")],
        ),
        ("- **Gout (off-label):** One tablet daily.", [("gout", "licence off-label")]),
        ("- **Prevention of gout (off-label):** One tablet daily.", []),
        ("It is indicated for gout.", [("gout", "licence an established use")]),
        ("It is also used to treat gout.", []),
        ("While mainly for gout, it is used off-label for other conditions.", []),
        ("It is a first-line treatment for gout.", [("gout", "line of treatment first-line")]),
        ("It is not a first-line treatment for gout.", [("gout", "line of treatment not first-line")]),
        ("It is a second-line drug for gout.", [("gout", "line of treatment not first-line")]),
        ("It is used for gout after first-line treatments have failed.", []),
    ],
)
def test_licence_and_line(text: str, expected: list[tuple[str, str]]) -> None:
    assert classed(text) == expected
