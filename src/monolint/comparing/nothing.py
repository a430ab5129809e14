"""An explicit "none" against something that is stated."""

from __future__ import annotations

from collections.abc import Iterator

from monolint.comparing.components import prominence
from monolint.comparing.interface import Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.selection import by_object, of_kind
from monolint.domain.claim import Claim, Kind, Nothing, Stance
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup


class NothingOptions(Options):
    """`stances`: which advice counts as stated."""

    stances: tuple[Stance, ...] = (Stance.CONTRAINDICATED,)


def _compare(group: DrugGroup, kind: Kind, options: NothingOptions) -> Iterator[Conflict]:
    claims = sorted(of_kind(group.claims, kind), key=prominence)
    denials = [claim for claim in claims if isinstance(claim.value, Nothing)]
    stated = [claim for claim in claims if claim.value in options.stances]
    if not denials:
        return
    judgement = Judgement(Verdict.CONTRADICTION, Confidence.HIGH)
    for topic, members in by_object(stated):
        kept = [claim for claim in members if any(_meet(claim, denial) for denial in denials)]
        if kept:
            yield Conflict(kind, topic, tuple(denials), tuple(kept), judgement)


def _meet(stated: Claim, denial: Claim) -> bool:
    """A denial speaks of every case, unless it names one."""
    return all(stated.scope.get(facet) == members for facet, members in denial.scope)


NONE_AGAINST_STATED = Comparator(
    "none-against-stated", 'an explicit "none" where something is stated', NothingOptions, _compare
)
