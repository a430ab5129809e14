from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monolint.extraction.quantities import find_amounts


def read(text: str) -> list[str]:
    return [amount.exact.normal for amount in find_amounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.6 mg/kg every 3 weeks (21-day cycle)", ["3.6 mg/kg", "30240 min", "30240 min"]),
        ("3600 mcg/kg", ["3.6 mg/kg"]),
        ("5 to 10 mg", ["5-10 mg"]),
        ("5 mg to 0.01 g", ["5-10 mg"]),
        ("between 5 and 10 mg", ["5-10 mg"]),
        ("250 mg and 500 mg", ["250 mg", "500 mg"]),
        ("two to four cycles", ["2-4 cycle"]),
        ("1½ tablets, 1/2 tablet", ["1.5 tablet", "0.5 tablet"]),
        ("10,000 units; 1 to 1.5 million units", ["10000 IU", "1000000-1500000 IU"]),
        ("0.5 mg per kg of body weight per day", ["0.5 mg/kg/d"]),
        ("100 mg/m2", ["100 mg/m²"]),
        ("150 mcg/spray", ["0.15 mg/spray"]),
        ("a 30-minute infusion over 1.5 hours", ["30 min", "90 min"]),
        ("7 months, 2 years", ["7 mo", "24 mo"]),
        ("CYP3A4, HER2, 1:1000, page 5", []),
        ("a single dose, taken once", []),
        ("over fifteen minutes, for ninety days", ["15 min", "129600 min"]),
        (f"{'9' * 40} mg", []),
    ],
)
def test_figures(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("up to 10 mg", "<="),
        ("no more than 10 mg", "<="),
        ("< 10 mg", "<"),
        ("under 10 mg", "<"),
        ("at least 10 mg", ">="),
        ("≥ 10 mg", ">="),
        ("more than 10 mg", ">"),
        ("of 10 mg", ""),
    ],
)
def test_limits(text: str, limit: str) -> None:
    (amount,) = find_amounts(text)
    assert amount.limit == limit


def test_a_bound_leaves_a_side_open() -> None:
    (amount,) = find_amounts("at least 7 months")
    assert (amount.quantity.low, amount.quantity.high) == (Decimal(7), None)


def test_marks_are_the_words_of_the_figure() -> None:
    text = "Give 5 to 10 mg/kg now."
    (amount,) = find_amounts(text)
    assert text[amount.start : amount.end] == "5 to 10 mg/kg"


WORDS = {2: "two", 3: "three", 7: "seven", 12: "twelve", 14: "fourteen"}


@given(st.sampled_from(sorted(WORDS)), st.sampled_from(["weeks", "cycles", "tablets", "days"]))
def test_number_words_are_numbers(number: int, unit: str) -> None:
    assert read(f"{WORDS[number]} {unit}") == read(f"{number} {unit}")


@given(st.integers(1, 9999), st.sampled_from(["", "/kg", "/day", "/kg/day"]))
def test_units_change_nothing(figure: int, per: str) -> None:
    assert read(f"{figure} mg{per}") == read(f"{figure * 1000} mcg{per}")
    assert read(f"{figure * 1000} mg{per}") == read(f"{figure} g{per}")


@given(st.integers(1, 999), st.sampled_from(["mg", "mL", "units", "mg/kg", "weeks"]))
def test_case_and_blanks_change_nothing(figure: int, unit: str) -> None:
    assert read(f"{figure}{unit}") == read(f"{figure} {unit}") == read(f"{figure} {unit.upper()}")


def test_long_runs_of_near_misses_are_read() -> None:
    assert read("1-2-3/4 to " * 4_000) == []
    assert len(read("5 mg or " * 2_000)) == 1_000
