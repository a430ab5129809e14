from __future__ import annotations

from decimal import Decimal

import pytest

from monolint.extraction.rates import find_rates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every 3 weeks", ["21 d"]),
        ("every 21 days", ["21 d"]),
        ("every 6 to 8 hours", ["6-8 h"]),
        ("q8h", ["8 h"]),
        ("twice daily", ["12 h"]),
        ("b.i.d.", ["12 h"]),
        ("2 to 3 times a day", ["8-12 h"]),
        ("once or twice daily", ["12-24 h"]),
        ("once a week", ["7 d"]),
        ("on alternate days", ["2 d"]),
        ("every month", ["1 mo"]),
        ("the daily dose is 5 mg", []),
        ("at the same time each day", []),
        ("40 mg/day", []),
        ("within 3 weeks", []),
    ],
)
def test_rates(text: str, expected: list[str]) -> None:
    found = [rate.quantity.normal for rate in find_rates(text)]
    assert found == expected


def test_doses_a_day() -> None:
    (rate,) = find_rates("every 6 to 8 hours")
    assert rate.per_day == (Decimal(3), Decimal(4))
    (weekly,) = find_rates("once a week")
    assert weekly.per_day is None
