"""A ban on a class of drugs against milder advice on one of its members."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monolint.comparing.components import prominence
from monolint.comparing.interface import Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.scopes import agreement
from monolint.comparing.selection import of_kind
from monolint.domain.claim import Agreement, Band, Claim, Kind, Qualifier, Stance
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup
from monolint.extraction import lexicon


class MemberOptions(Options):
    """`milder`: which advice on a member does not go with a ban on its class."""

    milder: tuple[Stance, ...]


def _compare(group: DrugGroup, kind: Kind, options: MemberOptions) -> Iterator[Conflict]:
    """One conflict for each class, with all its members that are treated more mildly.

    Milder advice on a class says nothing against a ban on a member, which is an exception to it.
    """
    claims = sorted(of_kind(group.claims, kind), key=prominence)
    bans = [c for c in claims if isinstance(c.value, Stance) and c.value.band is Band.FORBIDS]
    mild = [c for c in claims if c.value in options.milder and c.qualifier is not Qualifier.FALLBACK]
    banned = {(claim.document, claim.object) for claim in bans}
    for name in sorted({claim.object for claim in bans if claim.object}):
        own = [claim for claim in bans if claim.object == name]
        members = [
            claim
            for claim in mild
            if (claim.document, claim.object) not in banned
            and name in lexicon.drug_classes().classes_of(claim.object or "")
            and any(_meet(ban, claim) for ban in own)
        ]
        if members:
            yield _conflict(kind, name, own, members)


def _meet(ban: Claim, claim: Claim) -> bool:
    """Whether the two speak of one case; what stands beside a ban in its own section explains it."""
    if ban.document == claim.document and ban.place.block == claim.place.block:
        return False
    assert isinstance(claim.value, Stance)
    if ban.qualifier is not Qualifier.USUAL and claim.value.band is Band.PERMITS:
        return False
    return agreement(ban.scope, claim.scope) is not Agreement.DIFFERENT


def _conflict(kind: Kind, name: str, bans: Sequence[Claim], members: Sequence[Claim]) -> Conflict:
    words = {"difference": ", ".join(sorted({claim.object or "" for claim in members}))}
    judgement = Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM)
    left = [ban for ban in bans if any(_meet(ban, claim) for claim in members)]
    return Conflict(kind, name, tuple(left), tuple(members), judgement, words=words)


CLASS_AGAINST_MEMBER = Comparator(
    "class-against-member", "a class that is banned and a member that is not", MemberOptions, _compare
)
