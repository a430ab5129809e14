"""Conflicts in words for people."""

from __future__ import annotations

from typing import Any

import pytest

from monolint.comparing.interface import Conflict, Judgement, Verdict
from monolint.domain.claim import Kind, Nothing, Qualifier, Quantity, Scope, Stance, Strength, Value
from monolint.rules.wording import FIELDS, describe, fields, quantity_in_words, scope_in_words
from tests.comparing.claims import amount, at_least, at_most, claim, letters, scope, terms


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (amount("3.60", unit="mg/kg"), "3.6 mg/kg"),
        (amount(504, unit="h"), "21 days"),
        (amount(1, unit="d"), "1 day"),
        (amount(1, 2, "tablet"), "1 to 2 tablets"),
        (at_most(1, "cycle"), "at most 1 cycle"),
        (at_least(12, "y"), "at least 12 years"),
        pytest.param(
            amount(90, 120, "min"),
            "90 to 120 minutes",
        ),
    ],
)
def test_quantities(quantity: Quantity, words: str) -> None:
    assert quantity_in_words(quantity) == words


@pytest.mark.parametrize(
    ("value", "kind", "rest", "words"),
    [
        (Nothing(), Kind.CONTRAINDICATION, {}, "none"),
        (terms("rash", "cough"), Kind.ADVERSE_REACTION, {}, "cough, rash"),
        (letters("C", "D"), Kind.PREGNANCY, {}, "category C or D"),
        (letters("very_rare"), Kind.ADVERSE_REACTION, {}, "very rare"),
        (amount(8, unit="h"), Kind.FREQUENCY, {}, "every 8 hours"),
        (
            amount(17, unit="cycle"),
            Kind.DURATION,
            {"qualifier": Qualifier.CONDITIONAL},
            "up to 17 cycles in some cases",
        ),
        (Stance.NO_ADJUSTMENT, Kind.RENAL, {"strength": Strength.HEDGED}, "usually no dose adjustment"),
    ],
)
def test_values(value: Value, kind: Kind, rest: dict[str, Any], words: str) -> None:
    assert describe(claim(value, kind=kind, **rest)) == words


@pytest.mark.parametrize("stance", Stance)
def test_every_stance_has_words_of_its_own(stance: Stance) -> None:
    words = describe(claim(stance))
    assert words
    assert "_" not in words


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (scope(), ""),
        (scope(indication="breast cancer: early", population="adult"), "early breast cancer; adult"),
        (scope(renal="mild|moderate"), "renal: mild or moderate"),
        (scope(route="oral|rectal"), "oral or rectal"),
    ],
)
def test_scopes(case: Scope, words: str) -> None:
    assert scope_in_words(case) == words


def test_every_field_of_a_message_is_filled() -> None:
    left, right = claim(amount(5)), claim(amount(9), at=3, path="b.md")
    judgement = Judgement(Verdict.CONTRADICTION)
    filled = fields(
        "exemplin", Conflict(Kind.DOSE, "tablet", (left,), (right,), judgement, scope(route="oral"))
    )
    assert set(filled) == FIELDS
    assert (filled["a"], filled["b"], filled["case"]) == ("5 mg", "9 mg", " (oral)")
    assert (filled["document"], filled["other"], filled["object"]) == ("a.md", "b.md", "tablet")


def test_a_conflict_with_one_side_says_nothing_of_the_other() -> None:
    conflict = Conflict(
        Kind.DOSE, None, (claim(amount(5)),), (), Judgement(Verdict.OMISSION), words={"difference": "rash"}
    )
    filled = fields("exemplin", conflict)
    assert (filled["b"], filled["other"], filled["difference"]) == ("nothing", "", "rash")
