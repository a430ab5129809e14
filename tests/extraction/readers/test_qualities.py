from __future__ import annotations

import pytest

from monolint.domain.claim import Kind, Strength

from ..documents import claims, values

WORKS = "How It Works"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Exemplin has analgesic and antipyretic effects.",
            [("analgesic effect", "present"), ("antipyretic effect", "present")],
        ),
        ("Exemplin is a bronchodilator.", [("bronchodilator effect", "present")]),
        ("It does not possess any sedative properties.", [("sedative effect", "absent")]),
        ("It lacks antimuscarinic effects.", [("anticholinergic effect", "absent")]),
        (
            "Exemplin is an antifibrinolytic.",
            [("antifibrinolytic effect", "present"), ("fibrinolysis", "lowering lowered")],
        ),
        ("It has mild sedative effects.", []),
        ("It has sedative effects at high doses.", []),
        ("It does not increase the sedative effects of alcohol.", []),
        ("It allows the other drug to exert its antibacterial effects.", []),
        ("Unlike ibuprofen it has no analgesic effects.", []),
    ],
)
def test_qualities(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, WORKS, Kind.MECHANISM) == expected


def test_hardly_any_effect_is_a_hedged_denial() -> None:
    (found,) = claims("It exhibits minimal sedative effects.", WORKS, Kind.MECHANISM)
    assert (found.value.normal, found.strength) == ("absent", Strength.HEDGED)


def test_adverse_effects_are_no_properties() -> None:
    assert values("Exemplin has sedative effects.", "Side Effects", Kind.MECHANISM) == []
