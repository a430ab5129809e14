from __future__ import annotations

import pytest

from monolint.domain.claim import Kind, Strength

from ..documents import claims, values

WORKS = "How It Works"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is an agonist at H3 receptors.", [("histamine H3", "receptor activated")]),
        ("It is a histamine H3 receptor antagonist.", [("histamine H3", "receptor blocked")]),
        ("It blocks the effect of histamine at the H1 receptor.", [("histamine H1", "receptor blocked")]),
        (
            "It selectively stimulates beta-2 adrenergic receptors.",
            [("beta-2 adrenergic", "receptor activated")],
        ),
        (
            "It blocks dopamine D2 and serotonin 5-HT2A receptors.",
            [("dopamine D2", "receptor blocked"), ("serotonin 5-HT2A", "receptor blocked")],
        ),
        (
            "H1 agonism and H3 antagonism.",
            [("histamine H1", "receptor activated"), ("histamine H3", "receptor blocked")],
        ),
        ("It is a partial mu-opioid receptor agonist.", [("mu-opioid", "receptor activated|blocked")]),
        ("It is an inverse agonist at H1 receptors.", [("histamine H1", "receptor blocked")]),
        ("It does not block muscarinic receptors.", []),
        ("It prevents the activation of H1 receptors.", []),
        (
            "It blocks dopamine reuptake.",
            [("dopamine reuptake", "direction lowered"), ("dopamine reuptake", "lowering lowered")],
        ),
        ("It inhibits ovulation.", [("ovulation", "direction lowered"), ("ovulation", "lowering lowered")]),
        ("It does not inhibit ovulation.", [("ovulation", "lowering not lowered")]),
        (
            "It has no effect: it does not affect insulin secretion.",
            [("insulin secretion", "lowering not lowered"), ("insulin secretion", "raising not raised")],
        ),
        (
            "It does not alter the pulse, fibrinolysis, or the skin.",
            [("fibrinolysis", "lowering not lowered"), ("fibrinolysis", "raising not raised")],
        ),
        ("Unlike glibenclamide, it does not stimulate insulin secretion.", []),
        ("At high doses it inhibits ovulation.", []),
        ("It acts on the liver.", []),
    ],
)
def test_effects(text: str, expected: list[tuple[str, str]]) -> None:
    found = values(text, WORKS, Kind.MECHANISM)
    assert [value for value in found if value[0] != "receptor binding"] == expected


def test_what_only_appears_to_be_is_hedged() -> None:
    found, *_ = claims("It also appears to be an agonist at H3 receptors.", WORKS, Kind.MECHANISM)
    assert found.strength is Strength.HEDGED


def test_interactions_speak_of_other_drugs() -> None:
    assert claims("Agonists at H3 receptors are to be avoided.", "Drug Interactions", Kind.MECHANISM) == []
