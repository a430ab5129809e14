from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.extraction.reaction_classes import frequency_class, is_serious

LABELS: dict[str, str | None] = {
    "Common": "common|very_common",
    "Very common": "very_common",
    "Less common": "rare|uncommon|very_rare",
    "Uncommonly": "rare|uncommon|very_rare",
    "Rare but serious side effects": "rare|very_rare",
    "Very rarely": "very_rare",
    "Frequency not known": None,
    "Serious side effects": None,
    "Warnings": None,
    "Very common (≥1/10)": "very_common",
    "Common (≥1/100 to <1/10)": "common",
    "Uncommon (≥ 1/1,000 to < 1/100)": "uncommon",
    "Rare (≥1/10 000 to <1/1 000)": "rare",
    "Very rare (<1/10,000)": "very_rare",
    "may affect more than 1 in 10 people": "very_common",
    "affects 1 in 1,000 patients": "uncommon",
    "less than 1 in 10,000": "very_rare",
    "1 in 100": "common",
    "1 out of 100 people": "common",
    "may affect up to 1 in 100 people": "rare|uncommon|very_rare",
    "11 in 100": None,
    "Common (>10 %)": "very_common",
    "(>10%)": "very_common",
    "Over 10%": "very_common",
    "(1-10%)": "common",
    "(0.1 % to 1 %)": "uncommon",
    "(≥1% to <10%)": "common",
    "(0.05%)": "rare",
    "Less than 1%": "rare|uncommon|very_rare",
    "<0.01%": "very_rare",
    "up to 5 days": None,
}


@pytest.mark.parametrize(("text", "expected"), LABELS.items())
def test_frequency_class(text: str, expected: str | None) -> None:
    found = frequency_class(text)
    assert (found.normal if found else None) == expected


@given(st.sampled_from(sorted(LABELS)), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_changes_nothing(text: str, cased: object) -> None:
    assert callable(cased)
    assert frequency_class(cased(text)) == frequency_class(text)


@given(st.integers(1, 999))
def test_a_share_of_a_thousand_is_one_class_however_it_is_written(share: int) -> None:
    percent = frequency_class(f"{share / 10}%")
    assert percent is not None
    assert len(percent.members) == 1
    if 1_000 % share == 0 and str(1_000 // share).startswith("1"):
        assert frequency_class(f"1 in {1_000 // share:,}") == percent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serious", True),
        ("Rare but life-threatening reactions", True),
        ("Severe skin reactions", True),
        ("Common", False),
        ("Severity", False),
    ],
)
def test_serious_labels(text: str, expected: bool) -> None:
    assert is_serious(text) is expected


@pytest.mark.parametrize("unit", ["1 in ", "10 to ", "1", "more than "])
def test_long_runs_are_read(unit: str) -> None:
    found = frequency_class(unit * (20_000 // len(unit)) + "; 1-10%")
    assert found is not None
    assert "common" in found.members
