from __future__ import annotations

import pytest

from monolint.domain.claim import Kind

from ..documents import claims, values

MISSED = "Missed Dose"
LATE = ("late dose", "taken as soon as remembered")
SKIP = ("late dose", "skipped")


def hours(kind: str, figure: int) -> tuple[str, str]:
    return (f"time {kind} dose", f"{figure} h")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take a forgotten dose as soon as you remember it.", [LATE]),
        ("Inject it as soon as possible, if the next dose is far.", [LATE]),
        ("Skip the missed dose and go on as planned.", [SKIP]),
        ("If you miss a dose, skip it and go on as planned.", [SKIP]),
        ("Inhale the missed dose as soon as you remember.", [LATE]),
        ("Do not make up for the missed dose.", [SKIP]),
        ("Simply take the next dose on time.", [SKIP]),
        ("Never double the dose. Just apply the next one at its time.", [SKIP]),
        ("Wait one hour. Just apply the next one at its time.", []),
        ("Do not double a dose to make up for a missed one.", []),
        ("Take it as soon as you remember. Near the next dose, skip the missed dose.", [LATE]),
        ("When the next dose is near, skip the missed dose.", []),
        ("Wait one day. Skip the missed dose.", []),
        ("Ask your doctor what to do.", []),
        ("Do not double the dose.", []),
    ],
)
def test_late_or_skipped(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, MISSED, Kind.MISSED_DOSE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take the dose if it was missed within 12 hours.", [hours("since the missed", 12)]),
        ("Take it within an hour of the usual time.", [hours("since the missed", 1)]),
        ("If more than six hours have passed, leave the dose out.", [hours("since the missed", 6)]),
        ("Leave it out if the next dose is due within 4 hours.", [hours("until the next", 4)]),
        ("A dose missed for more than 7 days needs a new start.", []),
        ("Within 30 minutes of a missed dose, take it.", []),
        ("The next dose follows 8 hours later.", []),
    ],
)
def test_limits(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, MISSED, Kind.MISSED_DOSE) == expected


def test_only_missed_doses_are_read() -> None:
    assert claims("Take it as soon as possible.", "Dosage", Kind.MISSED_DOSE) == []


def test_a_patient_who_misses_a_dose_is_asked_about_too() -> None:
    faq = "### Q1: What if somebody misses a dose?\n\n**A:** Use it as soon as remembered."
    assert values(faq, "FAQs", Kind.MISSED_DOSE) == [LATE]


def test_skipping_after_some_hours_is_not_skipping_every_dose() -> None:
    text = "If you miss a dose by more than 8 hours, skip the missed dose."
    assert LATE[0] not in dict(values(text, MISSED, Kind.MISSED_DOSE))
