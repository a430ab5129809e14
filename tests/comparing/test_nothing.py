from __future__ import annotations

from typing import Any

from monolint.comparing.interface import Conflict, Verdict
from monolint.domain.claim import Claim, Kind, Nothing, Stance, Strength

from .claims import claim, run

CONTRA = Kind.CONTRAINDICATION
NAME = "none-against-stated"


def none(at: int = 0, **rest: Any) -> Claim:
    return claim(Nothing(), kind=CONTRA, at=at, **rest)


def stated(object: str, at: int, stance: Stance = Stance.CONTRAINDICATED, **rest: Any) -> Claim:
    return claim(stance, kind=CONTRA, object=object, at=at, **rest)


def test_none_denies_every_stated_object_once() -> None:
    found = run(NAME, CONTRA, none(), none(at=3), stated("asthma", 5), stated("porphyria", 7))
    assert [(c.object, len(c.left), len(c.right)) for c in found] == [("asthma", 2, 1), ("porphyria", 2, 1)]
    assert {c.judgement.verdict for c in found} == {Verdict.CONTRADICTION}


def test_none_denies_what_another_document_states() -> None:
    (found,) = run(NAME, CONTRA, none(path="b.md"), stated("asthma", 5))
    assert [c.document for c in (*found.left, *found.right)] == ["b.md", "a.md"]


def test_none_does_not_deny_less_than_a_contraindication() -> None:
    avoid = stated("asthma", 5, Stance.AVOID)
    assert run(NAME, CONTRA, none(), avoid) == []
    assert len(run(NAME, CONTRA, none(), avoid, stances=["avoid"])) == 1


def test_silence_denies_nothing() -> None:
    assert run(NAME, CONTRA, stated("asthma", 5), stated("porphyria", 7)) == []


def test_a_denial_of_one_case_meets_only_that_case() -> None:
    topical = none(route="topical")
    assert run(NAME, CONTRA, topical, stated("asthma", 5, route="oral")) == []
    assert len(run(NAME, CONTRA, topical, stated("asthma", 5, route="topical"))) == 1


def test_a_hedged_denial_is_a_discrepancy_and_a_plain_one_beside_it_is_none() -> None:
    hedged = none(strength=Strength.HEDGED)
    (found,) = run(NAME, CONTRA, hedged, stated("asthma", 5))
    assert found.judgement.verdict is Verdict.DISCREPANCY
    (found,) = run(NAME, CONTRA, hedged, none(at=3), stated("asthma", 5))
    assert found.judgement.verdict is Verdict.CONTRADICTION
    assert found.left[0].strength is Strength.PLAIN


def any_stated(*claims: Claim, **options: Any) -> list[Conflict]:
    return run("none-against-any", CONTRA, *claims, **options)


def test_none_against_anything_is_one_conflict_that_names_it_all() -> None:
    stances = ["contraindicated", "monitor"]
    there = stated("porphyria", 5, Stance.MONITOR, path="b.md"), stated("asthma", 7, path="b.md")
    (found,) = any_stated(none(), *there, stances=stances)
    assert (found.object, found.words["difference"]) == (None, "asthma, porphyria")
    assert found.judgement.verdict is Verdict.CONTRADICTION
    (milder,) = any_stated(none(), there[0], stances=stances)
    assert milder.judgement.verdict is Verdict.DISCREPANCY


def test_what_stands_beside_none_is_its_exception() -> None:
    assert any_stated(none(block=1), stated("asthma", 5, block=1)) == []
    assert len(any_stated(none(block=1), stated("asthma", 5, block=2))) == 1


def test_what_is_named_in_passing_is_not_stated() -> None:
    named = stated("statins", 5, Stance.NAMED, path="b.md")
    passing = stated("statins", 5, Stance.NAMED, path="b.md", strength=Strength.HEDGED)
    assert len(any_stated(none(), named, stances=["named"])) == 1
    assert any_stated(none(), passing, stances=["named"]) == []


def test_a_denial_of_a_part_speaks_of_its_objects_only() -> None:
    part = claim(Nothing(), kind=CONTRA, object="lifestyle", path="b.md")
    stated_both = (stated("statins", 5), stated("alcohol", 7))
    (found,) = any_stated(part, *stated_both, denied="lifestyle", objects=["alcohol"])
    assert [c.object for c in found.right] == ["alcohol"]
    assert any_stated(part, *stated_both) == []
