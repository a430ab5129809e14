from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.extraction.abbreviations import expand, learn_abbreviations


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Late heart pain (LHP) is rare.", "LHP", "late heart pain"),
        ("A drop in left ventricular ejection fraction (LVEF)", "LVEF", "left ventricular ejection fraction"),
        (
            "human epidermal growth factor receptor 2 (HER2)",
            "HER2",
            "human epidermal growth factor receptor 2",
        ),
        ("Low-grade dull pain (LDP; see below)", "LDP", "low-grade dull pain"),
        (
            "attention deficit/hyperactivity disorder (ADHD)",
            "ADHD",
            "attention deficit/hyperactivity disorder",
        ),
        ("tuberculosis (TB)", "TB", "tuberculosis"),
        ("non-steroidal anti-inflammatory drugs (NSAIDs)", "NSAIDs", "non-steroidal anti-inflammatory drugs"),
    ],
)
def test_a_short_form_is_learned_from_its_definition(text: str, short: str, long: str) -> None:
    assert learn_abbreviations([text]) == {short: long}


@pytest.mark.parametrize(
    "text",
    [
        "Take it (IV) daily.",
        "A tablet (see below).",
        "Stop (OK).",
        "an unknown substance (XYZ)",
        "swollen ankles (SWA is not used)",
        "twice a day (BID)",
        "(LHP)",
        "Late heart pain [LHP]",
    ],
)
def test_brackets_that_define_nothing_are_left_alone(text: str) -> None:
    assert learn_abbreviations([text]) == {}


def test_the_first_definition_stands() -> None:
    texts = ["Chronic heart disease (CHD).", "Coronary hard deposits (CHD)."]
    assert learn_abbreviations(texts) == {"CHD": "chronic heart disease"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LHP and LHPs", "late heart pain and LHPs"),
        ("lhp", "lhp"),
        ("pre-LHP", "pre-LHP"),
        ("(LHP)", "(late heart pain)"),
    ],
)
def test_expand_replaces_whole_words_in_their_own_case(text: str, expected: str) -> None:
    assert expand(text, {"LHP": "late heart pain"}) == expected


@given(st.text(alphabet="LHPlate heart-()", max_size=50))
def test_without_short_forms_a_text_stays_as_it_is(text: str) -> None:
    assert expand(text, {}) == expand(text, {"QQQ": "never"}) == text


@given(st.text(alphabet="ABab ()-/", max_size=60))
def test_a_long_form_is_written_in_the_text_before_its_short_form(text: str) -> None:
    for short, long in learn_abbreviations([text]).items():
        assert text.lower().find(long) < text.find(f"({short}")


def test_a_long_run_of_brackets_is_read() -> None:
    assert learn_abbreviations(["and/or " * 3_000 + "(may be " * 2_500]) == {}
    assert learn_abbreviations(["late heart pain (LHP) " * 1_000]) == {"LHP": "late heart pain"}
