from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from monolint.comparing.interface import Conflict, Judgement, Verdict
from monolint.domain.claim import Claim, Kind, Qualifier, Stance, Strength
from monolint.domain.finding import Confidence

from .claims import claim, run


def advice(stance: Stance, at: int = 0, **rest: Any) -> Claim:
    return claim(stance, kind=Kind.RENAL, at=at, **{"block": at, **rest})


def compare(*claims: Claim, **options: Any) -> list[Conflict]:
    return run("stances", Kind.RENAL, *claims, **options)


def verdict(*claims: Claim, **options: Any) -> Verdict:
    found = compare(*claims, **options)
    return found[0].judgement.verdict if found else Verdict.AGREES


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (Stance.CONTRAINDICATED, Stance.AVOID, Verdict.AGREES),
        (Stance.CONTRAINDICATED, Stance.CAUTION, Verdict.DISCREPANCY),
        (Stance.CONTRAINDICATED, Stance.SAFE, Verdict.CONTRADICTION),
        (Stance.AVOID, Stance.SAFE, Verdict.DISCREPANCY),
        (Stance.CAUTION, Stance.MONITOR, Verdict.AGREES),
        (Stance.CAUTION, Stance.MAY_USE, Verdict.DISCREPANCY),
        (Stance.CONSULT, Stance.AVOID, Verdict.AGREES),
        (Stance.NAMED, Stance.SAFE, Verdict.AGREES),
        (Stance.NOT_ESTABLISHED, Stance.CONTRAINDICATED, Verdict.AGREES),
    ],
)
def test_bands(one: Stance, two: Stance, expected: Verdict) -> None:
    assert verdict(advice(one), advice(two, 9)) is expected
    assert verdict(advice(two), advice(one, 9)) is expected


PARTS: dict[str, Any] = {"narrower": ["renal"], "whole_bans": ["component"]}


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (advice(Stance.ADJUST, 9, renal="moderate|severe", component="one"), Verdict.DISCREPANCY),
        (advice(Stance.ADJUST, 9, renal="moderate", component="one"), Verdict.AGREES),
        (advice(Stance.ADJUST, 9, component="one"), Verdict.AGREES),
        (advice(Stance.CAUTION, 9, renal="severe", component="one"), Verdict.AGREES),
    ],
)
def test_the_dose_of_one_ingredient_meets_a_ban_of_the_whole_in_its_grade(
    part: Claim, expected: Verdict
) -> None:
    assert verdict(advice(Stance.CONTRAINDICATED, renal="severe"), part, **PARTS) is expected


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ("moderate", Verdict.CONTRADICTION),
        ("mild|moderate", Verdict.CONTRADICTION),
        ("moderate|severe", Verdict.DISCREPANCY),
        ("severe", Verdict.AGREES),
    ],
)
def test_a_permission_for_several_grades_is_one_for_each(grades: str, expected: Verdict) -> None:
    free, other = advice(Stance.NO_ADJUSTMENT, renal="mild|moderate"), advice(Stance.ADJUST, 9, renal=grades)
    options = {"narrower": ["renal"], "contradictions": [["no_adjustment", "adjust"]]}
    assert verdict(free, other, **options) is expected


def test_any_degree_says_as_much_as_no_degree() -> None:
    free = advice(Stance.NO_ADJUSTMENT, renal="mild|moderate|severe|end-stage")
    adjust = advice(Stance.ADJUST, 9)
    assert verdict(free, adjust, narrower=["renal"]) is Verdict.DISCREPANCY
    assert verdict(advice(Stance.NO_ADJUSTMENT, renal="mild"), adjust, narrower=["renal"]) is Verdict.AGREES


def test_a_lack_of_data_doubts_a_clear_permission_of_another_document() -> None:
    safe, open_question = advice(Stance.SAFE), advice(Stance.NOT_ESTABLISHED, 9)
    assert verdict(safe, open_question) is Verdict.AGREES
    assert verdict(safe, advice(Stance.NOT_ESTABLISHED, 9, path="b.md")) is Verdict.DISCREPANCY


def test_named_contradictions_and_hedges() -> None:
    pairs = {"contradictions": [["no_adjustment", "adjust"]]}
    no, yes = advice(Stance.NO_ADJUSTMENT), advice(Stance.ADJUST, 9, strength=Strength.HEDGED)
    assert verdict(no, yes, **pairs) is Verdict.CONTRADICTION
    usually_no = advice(Stance.NO_ADJUSTMENT, strength=Strength.HEDGED)
    assert verdict(usually_no, yes, **pairs) is Verdict.DISCREPANCY


def test_compatible_pairs_agree() -> None:
    pair = advice(Stance.NO_ADJUSTMENT), advice(Stance.MONITOR, 9)
    assert verdict(*pair) is Verdict.DISCREPANCY
    assert verdict(*pair, compatible=[["no_adjustment", "monitor"]]) is Verdict.AGREES


def test_a_permission_for_all_meets_a_ban_for_some() -> None:
    free, severe = advice(Stance.NO_ADJUSTMENT), advice(Stance.CONTRAINDICATED, 9, renal="severe")
    assert verdict(free, severe) is Verdict.AGREES
    assert verdict(free, severe, narrower=["renal"]) is Verdict.CONTRADICTION
    mild = advice(Stance.NO_ADJUSTMENT, renal="mild")
    assert verdict(mild, severe, narrower=["renal"]) is Verdict.AGREES
    careful = advice(Stance.CAUTION)
    assert verdict(careful, severe, narrower=["renal"]) is Verdict.AGREES


def test_a_hazard_is_the_reason_for_the_advice_of_its_document() -> None:
    ban, hazard = advice(Stance.CONTRAINDICATED), advice(Stance.HAZARD, 9)
    assert verdict(ban, hazard) is Verdict.AGREES
    assert verdict(ban, advice(Stance.HAZARD, 9, path="b.md")) is Verdict.DISCREPANCY
    assert verdict(ban, hazard, hazard="advice") is Verdict.DISCREPANCY


def test_what_a_section_takes_back_is_not_compared() -> None:
    safe, monitor = advice(Stance.SAFE, 1, block=1), advice(Stance.MONITOR, 2, block=1)
    assert verdict(safe, monitor, advice(Stance.CAUTION, 9)) is Verdict.AGREES
    assert verdict(safe, advice(Stance.AVOID, 2, block=1)) is Verdict.AGREES


def test_a_rule_can_leave_one_document_to_itself() -> None:
    ban, safe = advice(Stance.AVOID), advice(Stance.SAFE, 9)
    assert verdict(ban, safe, between="documents") is Verdict.AGREES
    other = advice(Stance.SAFE, 9, path="b.md")
    assert verdict(ban, other, between="documents") is Verdict.DISCREPANCY


def test_a_fallback_never_conflicts() -> None:
    fallback = advice(Stance.MONITOR, 9, qualifier=Qualifier.FALLBACK)
    assert verdict(advice(Stance.AVOID), fallback) is Verdict.AGREES


def test_a_rule_can_leave_alone_what_one_document_says_twice() -> None:
    avoid, safe = advice(Stance.AVOID), advice(Stance.SAFE, 9)
    assert verdict(avoid, safe, between="documents") is Verdict.AGREES
    elsewhere = advice(Stance.SAFE, 9, path="b.md")
    assert verdict(avoid, elsewhere, between="documents") is Verdict.DISCREPANCY


def test_one_sided_scope_is_a_discrepancy_of_medium_confidence() -> None:
    ban, oral = advice(Stance.CONTRAINDICATED), advice(Stance.SAFE, 9, route="oral")
    (found,) = compare(ban, oral)
    assert found.judgement == Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM)
    assert verdict(ban, oral, scope={"route": "equal"}) is Verdict.CONTRADICTION
    assert verdict(ban, advice(Stance.SAFE, 9, population="child")) is Verdict.AGREES


def test_objects_are_chosen() -> None:
    pair = advice(Stance.AVOID, object="x"), advice(Stance.SAFE, 9, object="x")
    assert verdict(*pair, objects=["y"]) is Verdict.AGREES
    assert verdict(*pair, except_objects=["x"]) is Verdict.AGREES
    assert verdict(*pair, objects=["x"]) is Verdict.DISCREPANCY


def test_order_never_matters_and_one_key_is_one_conflict() -> None:
    claims = (
        advice(Stance.CONTRAINDICATED, 1),
        advice(Stance.CAUTION, 5),
        advice(Stance.CAUTION, 7, path="b.md"),
        advice(Stance.SAFE, 9, path="b.md"),
    )
    results = {tuple(map(repr, compare(*order))) for order in permutations(claims)}
    assert len(results) == 1
    assert len(compare(*claims)) == 1


def test_a_hedged_ban_stands_beside_softer_advice() -> None:
    options = {"softened": ["weigh_risks"]}
    weighed = advice(Stance.WEIGH_RISKS, 9)
    hedged = advice(Stance.AVOID, strength=Strength.HEDGED)
    assert verdict(hedged, weighed, **options) is Verdict.AGREES
    assert verdict(advice(Stance.AVOID), weighed, **options) is Verdict.DISCREPANCY
    assert verdict(hedged, advice(Stance.CAUTION, 9), **options) is Verdict.DISCREPANCY
    ban = advice(Stance.CONTRAINDICATED, strength=Strength.HEDGED)
    assert verdict(ban, weighed, **options) is Verdict.DISCREPANCY


def test_softer_advice_in_its_section_makes_a_hedged_ban() -> None:
    options = {"softened": ["weigh_risks"]}
    section = advice(Stance.AVOID), advice(Stance.WEIGH_RISKS)
    assert verdict(*section, advice(Stance.WEIGH_RISKS, 9, path="b.md"), **options) is Verdict.AGREES
    assert verdict(*section, advice(Stance.SAFE, 9, path="b.md"), **options) is Verdict.DISCREPANCY


def test_one_passage_does_not_contradict_itself() -> None:
    together = advice(Stance.CAUTION), advice(Stance.CONTRAINDICATED)
    assert verdict(*together) is Verdict.AGREES


def test_an_exception_of_a_document_may_be_left_out_elsewhere_in_it() -> None:
    options = {"exceptions": ["trimester"]}
    weigh, ban = advice(Stance.WEIGH_RISKS), advice(Stance.AVOID, 1, block=0, trimester="1")
    short, safe = advice(Stance.CAUTION, 9), advice(Stance.SAFE, 9)
    assert compare(weigh, ban, short, **options) == []
    assert verdict(ban, short, **options) is Verdict.DISCREPANCY
    assert verdict(weigh, ban, safe, **options) is Verdict.DISCREPANCY
    other = advice(Stance.CAUTION, 9, path="b.md")
    assert verdict(weigh, ban, other, **options) is Verdict.DISCREPANCY
