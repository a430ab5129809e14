from __future__ import annotations

from dataclasses import replace

from monolint.comparing.interface import Verdict
from monolint.domain.claim import Claim, Facet, Kind, Scope, Stance

from .claims import claim, run

DURATION = Kind.DURATION


def use(**facets: str) -> Claim:
    scope = Scope.of({Facet(name): frozenset({member}) for name, member in facets.items()})
    return replace(claim(Stance.ADVISED, kind=Kind.INDICATION, object="cancer"), scope=scope)


def course(at: int = 5, **facets: str) -> Claim:
    scope = Scope.of({Facet(name): frozenset({member}) for name, member in facets.items()})
    return replace(claim(Stance.MAY_USE, kind=DURATION, object="cycles", at=at), scope=scope)


def test_a_course_without_the_treatment_that_is_asked_for() -> None:
    pair = use(prior_therapy="neoadjuvant"), course(prior_therapy="no neoadjuvant", indication="cancer")
    (found,) = run("outside-indication", DURATION, *pair, indication="indication")
    assert found.judgement.verdict is Verdict.DISCREPANCY
    assert found.words == {"difference": "no neoadjuvant"}


def test_courses_that_the_indication_covers() -> None:
    asked = use(prior_therapy="neoadjuvant", indication="cancer")
    for other in (
        course(prior_therapy="neoadjuvant"),
        course(prior_therapy="no surgery"),
        course(prior_therapy="no neoadjuvant", indication="asthma"),
        course(),
    ):
        assert run("outside-indication", DURATION, asked, other, indication="indication") == []
    assert (
        run(
            "outside-indication",
            DURATION,
            use(),
            course(prior_therapy="no neoadjuvant"),
            indication="indication",
        )
        == []
    )
