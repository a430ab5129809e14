from __future__ import annotations

from monolint.comparing.components import conflicts
from monolint.comparing.interface import AGREEMENT, Conflict, Judgement, Verdict
from monolint.domain.claim import Claim, Kind
from monolint.domain.document import Origin
from monolint.domain.finding import Confidence

from .claims import amount, claim, scope

DISCREPANCY = Judgement(Verdict.DISCREPANCY)
CONTRADICTION = Judgement(Verdict.CONTRADICTION)


def join(*claims: Claim, worst: tuple[int, int] = (-1, -1)) -> list[Conflict]:
    """Claims of one unit with other values disagree; those that start at the places `worst` contradict."""

    def judge(one: Claim, two: Claim) -> Judgement:
        places = one.place.span.start, two.place.span.start
        if places == worst:
            return CONTRADICTION
        units = one.value.normal.split()[1], two.value.normal.split()[1]
        return DISCREPANCY if units[0] == units[1] and one.value != two.value else AGREEMENT

    return list(conflicts(Kind.DOSE, None, claims, judge))


def starts(claims: tuple[Claim, ...]) -> list[int]:
    return [claim.place.span.start for claim in claims]


def test_claims_that_agree_give_nothing() -> None:
    assert join() == []
    assert join(claim(amount(5))) == []
    assert join(claim(amount(5)), claim(amount(5), at=3)) == []


def test_claims_that_hang_together_are_one_conflict_and_others_another() -> None:
    together = claim(amount(5)), claim(amount(9), at=2), claim(amount(5), at=4)
    apart = claim(amount(1, unit="d"), at=6), claim(amount(2, unit="d"), at=8)
    first, second = join(*together, *apart)
    assert (starts(first.left), starts(first.right)) == ([0, 4], [2])
    assert (starts(second.left), starts(second.right)) == ([6], [8])


def test_the_worst_pair_leads_both_sides() -> None:
    claims = claim(amount(5)), claim(amount(9), at=2), claim(amount(7), at=4), claim(amount(9), at=6)
    (found,) = join(*claims, worst=(2, 4))
    assert found.judgement is CONTRADICTION
    assert (starts(found.left), starts(found.right)) == ([2, 6], [4, 0])


def test_a_surer_pair_leads_among_equals() -> None:
    def judge(one: Claim, two: Claim) -> Judgement:
        sure = (one.place.span.start, two.place.span.start) == (0, 4)
        return Judgement(Verdict.DISCREPANCY, Confidence.HIGH if sure else Confidence.LOW)

    claims = [claim(amount(at + 1), at=at) for at in (0, 2, 4)]
    (found,) = conflicts(Kind.DOSE, None, claims, judge)
    assert (found.left[0].place.span.start, found.right[0].place.span.start) == (0, 4)


def test_the_body_leads_before_the_front_matter() -> None:
    front = claim(amount(5), origin=Origin.FRONT_MATTER)
    body, other = claim(amount(5), at=9), claim(amount(7), at=12)
    (found,) = join(front, body, other)
    assert starts(found.left) == [9, 0]


def test_the_scope_of_a_conflict_is_what_both_sides_give() -> None:
    oral, silent = claim(amount(5), route="oral", sex="male"), claim(amount(9), at=2, route="oral")
    (found,) = join(oral, silent)
    assert found.scope == scope(route="oral")
