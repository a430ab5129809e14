from __future__ import annotations

from typing import Any

import pytest

from monolint.comparing.interface import Verdict
from monolint.domain.claim import Claim, Kind, Stance, Strength
from monolint.domain.finding import Confidence

from .claims import claim, letters, run

REACTION, PREGNANCY = Kind.ADVERSE_REACTION, Kind.PREGNANCY
AGAINST = {"category": "category", "advice": "advice", "conflicts": {"C": ["safe"], "X": ["safe", "may_use"]}}


def letter(name: str, at: int = 0, scheme: str | None = None, **rest: Any) -> Claim:
    return claim(letters(name, scheme=scheme), kind=PREGNANCY, object="category", at=at, **rest)


def advice(stance: Stance, at: int = 5, **rest: Any) -> Claim:
    return claim(stance, kind=PREGNANCY, object="advice", at=at, **rest)


def test_letters_that_differ() -> None:
    (found,) = run("categories", PREGNANCY, letter("B"), letter("D", 5))
    assert found.judgement.verdict is Verdict.DISCREPANCY
    (found,) = run("categories", PREGNANCY, letter("B"), letter("D", 5), verdict="contradiction")
    assert found.judgement.verdict is Verdict.CONTRADICTION


@pytest.mark.parametrize(
    "pair",
    [
        (letter("B"), letter("B", 5)),
        (letter("C", scheme="FDA"), letter("D", 5, scheme="TGA")),
        (letter("B"), letter("B1", 5, scheme="TGA")),
        (letter("C", trimester="1"), letter("D", 5, trimester="3")),
        (letter("C"), letter("B3", 5, scheme="TGA")),
    ],
    ids=["one letter", "two schemes", "a finer letter", "two trimesters", "perhaps two schemes"],
)
def test_letters_that_agree(pair: tuple[Claim, Claim]) -> None:
    assert run("categories", PREGNANCY, *pair, verdict="contradiction") == []


def test_a_letter_for_one_trimester_differs_in_part() -> None:
    (found,) = run(
        "categories", PREGNANCY, letter("C"), letter("D", 5, trimester="3"), verdict="contradiction"
    )
    assert found.judgement.verdict is Verdict.DISCREPANCY
    assert found.judgement.confidence is Confidence.MEDIUM


def test_a_hedged_category_is_a_discrepancy_at_most() -> None:
    hedged = letter("D", 5, strength=Strength.HEDGED)
    (found,) = run("categories", PREGNANCY, letter("B"), hedged, verdict="contradiction")
    assert found.judgement.verdict is Verdict.DISCREPANCY


def test_only_the_schemes_of_a_rule_are_compared() -> None:
    pair = letter("B", scheme="FDA"), letter("D", 5, scheme="FDA")
    assert run("categories", PREGNANCY, *pair, schemes=["TGA"]) == []
    assert len(run("categories", PREGNANCY, *pair, schemes=["FDA"])) == 1


def test_frequency_classes_with_a_common_member_agree() -> None:
    rare = claim(letters("rare", "very_rare"), kind=REACTION, object="rash")
    less = claim(letters("uncommon", "rare"), kind=REACTION, object="rash", at=5)
    common = claim(letters("common", "very_common"), kind=REACTION, object="rash", at=9)
    other = claim(letters("common"), kind=REACTION, object="cough", at=12)
    assert run("categories", REACTION, rare, less, other) == []
    (found,) = run("categories", REACTION, rare, less, common, other)
    assert (found.object, len(found.left) + len(found.right)) == ("rash", 3)


def test_a_letter_against_advice_that_it_does_not_go_with() -> None:
    claims = letter("X"), advice(Stance.SAFE), advice(Stance.WEIGH_RISKS, 9)
    (found,) = run("category-against-advice", PREGNANCY, *claims, **AGAINST)
    assert [c.place.span.start for c in (*found.left, *found.right)] == [0, 5]
    assert found.judgement.verdict is Verdict.DISCREPANCY


def test_advice_must_clash_with_every_letter_that_is_given() -> None:
    either = claim(letters("C", "X"), kind=PREGNANCY, object="category")
    assert run("category-against-advice", PREGNANCY, either, advice(Stance.MAY_USE), **AGAINST) == []
    assert len(run("category-against-advice", PREGNANCY, either, advice(Stance.SAFE), **AGAINST)) == 1


def test_a_letter_and_advice_for_two_trimesters_agree() -> None:
    late, early = letter("X", trimester="3"), advice(Stance.SAFE, trimester="1")
    assert run("category-against-advice", PREGNANCY, late, early, **AGAINST) == []


def test_a_letter_without_its_scheme_is_told_once_a_document() -> None:
    bare = [letter("C", at) for at in (1, 5)]
    named = letter("C", scheme="FDA", path="b.md")
    (found,) = run("scheme-missing", PREGNANCY, *bare, named, object="category")
    assert [c.place.span.start for c in found.left] == [1, 5]
    assert found.judgement.verdict is Verdict.OMISSION


def test_a_letter_and_the_ban_beside_it_are_one_statement() -> None:
    options = {**AGAINST, "conflicts": {"D": ["contraindicated"]}}
    ban = advice(Stance.CONTRAINDICATED, 5, block=9)
    beside = letter("D", block=9)
    assert run("category-against-advice", PREGNANCY, beside, ban, **options) == []
    apart = letter("D", block=3)
    assert len(run("category-against-advice", PREGNANCY, apart, ban, **options)) == 1


def test_a_letter_and_a_ban_in_two_lines_of_a_section_are_two_statements() -> None:
    options = {**AGAINST, "conflicts": {"D": ["contraindicated"]}}
    ban = advice(Stance.CONTRAINDICATED, 5, block=9, line=2)
    assert len(run("category-against-advice", PREGNANCY, letter("D", block=9), ban, **options)) == 1
