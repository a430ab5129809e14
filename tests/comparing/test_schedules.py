"""Intervals and courses that the other place does not know."""

from __future__ import annotations

from typing import Any

import pytest

from monolint.comparing.interface import Verdict
from monolint.domain.claim import Claim, Kind, Qualifier
from monolint.domain.finding import Confidence

from .claims import amount, claim, run

MEDIUM, HIGH = Confidence.MEDIUM, Confidence.HIGH


def course(low: int, high: int, path: str, unit: str = "d", **given: Any) -> Claim:
    return claim(amount(low, high, unit), kind=Kind.DURATION, path=path, **given)


def verdicts(*claims: Claim, **options: Any) -> list[tuple[Verdict, Confidence]]:
    found = run("schedules", Kind.DURATION, *claims, **options)
    return [(each.judgement.verdict, each.judgement.confidence) for each in found]


def test_figures_for_one_case_that_do_not_meet_contradict() -> None:
    assert verdicts(course(7, 7, "a.md"), course(14, 14, "b.md")) == [(Verdict.CONTRADICTION, HIGH)]


def test_a_case_that_one_side_leaves_open_is_a_discrepancy() -> None:
    found = verdicts(course(7, 7, "a.md", indication="acne"), course(14, 14, "b.md"))
    assert found == [(Verdict.DISCREPANCY, MEDIUM)]


@pytest.mark.parametrize(
    "claims",
    [
        (course(7, 7, "a.md"), course(5, 10, "b.md")),
        (course(3, 3, "a.md", unit="mo"), course(84, 84, "b.md")),
        (course(7, 7, "a.md", indication="acne"), course(14, 14, "b.md", indication="gout")),
        (course(7, 7, "a.md"), course(14, 14, "b.md"), course(7, 7, "b.md", indication="acne", at=9)),
        (course(7, 7, "a.md", qualifier=Qualifier.MINIMUM), course(14, 14, "b.md")),
        (course(14, 14, "a.md", qualifier=Qualifier.MAXIMUM), course(7, 7, "b.md")),
        (course(7, 7, "a.md", qualifier=Qualifier.INITIAL), course(14, 14, "b.md")),
        (course(7, 7, "a.md"), course(14, 14, "a.md", at=9)),
        (course(7, 7, "a.md", indication="acne"), course(14, 14, "a.md", at=9, block=9)),
    ],
)
def test_what_may_be_the_same_agrees(claims: tuple[Claim, ...]) -> None:
    assert verdicts(*claims) == []


def test_two_sections_of_one_document_contradict() -> None:
    found = verdicts(course(7, 7, "a.md"), course(14, 14, "a.md", at=9, block=9))
    assert found == [(Verdict.CONTRADICTION, HIGH)]


def test_limits_bind_usual_figures() -> None:
    found = verdicts(course(5, 5, "a.md", qualifier=Qualifier.MAXIMUM), course(10, 10, "b.md"))
    assert found == [(Verdict.DISCREPANCY, HIGH)]


def test_limits_of_one_sense_differ() -> None:
    five = course(5, 5, "a.md", qualifier=Qualifier.MAXIMUM)
    assert verdicts(five, course(7, 7, "b.md", qualifier=Qualifier.MAXIMUM)) == [(Verdict.DISCREPANCY, HIGH)]
    assert verdicts(five, course(3, 3, "b.md", qualifier=Qualifier.MINIMUM)) == []


def test_ranges_that_share_a_part_are_a_discrepancy() -> None:
    assert verdicts(course(2, 4, "a.md"), course(3, 6, "b.md")) == [(Verdict.DISCREPANCY, HIGH)]


def test_a_range_that_ends_elsewhere_counts_on_request() -> None:
    pair = course(10, 14, "a.md"), course(10, 12, "b.md")
    assert verdicts(*pair) == []
    assert verdicts(*pair, ends="discrepancy") == [(Verdict.DISCREPANCY, HIGH)]


def test_a_first_figure_does_not_meet_a_usual_one() -> None:
    usual = course(14, 14, "b.md", at=9)
    first = course(7, 7, "b.md", qualifier=Qualifier.INITIAL)
    assert verdicts(course(7, 7, "a.md"), usual, first) == [(Verdict.CONTRADICTION, HIGH)]


def test_a_change_that_only_one_document_allows_is_a_discrepancy() -> None:
    shorter = course(7, 7, "a.md", qualifier=Qualifier.CONDITIONAL)
    assert verdicts(shorter, course(14, 14, "b.md")) == [(Verdict.DISCREPANCY, MEDIUM)]
    longer = course(21, 21, "a.md", qualifier=Qualifier.CONDITIONAL)
    assert verdicts(longer, course(14, 14, "b.md")) == []
