"""A ban on a class of drugs, or on a wide condition, against milder advice on what is inside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from monolint.comparing.components import prominence
from monolint.comparing.interface import Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.scopes import agreement
from monolint.comparing.selection import of_kind
from monolint.domain.claim import Agreement, Band, Claim, Kind, Qualifier, Stance
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup
from monolint.extraction import lexicon


class MemberOptions(Options):
    """`milder`: which advice on a member does not go with a ban on its class.

    `within`: the vocabulary that knows the members of a class. `except_objects`: classes and members that
    are left alone.
    """

    milder: tuple[Stance, ...]
    within: Literal["drug classes", "conditions"] = "drug classes"
    except_objects: tuple[str, ...] = ()


def _compare(group: DrugGroup, kind: Kind, options: MemberOptions) -> Iterator[Conflict]:
    """One conflict for each class, with all its members that are treated more mildly.

    Milder advice on a class says nothing against a ban on a member, which is an exception to it.
    """
    asked = (c for c in of_kind(group.claims, kind) if c.object not in options.except_objects)
    claims = sorted(asked, key=prominence)
    bans = [c for c in claims if isinstance(c.value, Stance) and _is_ban(c, c.value, options)]
    mild = [c for c in claims if c.value in options.milder and c.qualifier is not Qualifier.FALLBACK]
    banned = {(claim.document, claim.object) for claim in bans}
    for name in sorted({claim.object for claim in bans if claim.object}):
        own = [claim for claim in bans if claim.object == name]
        members = [
            claim
            for claim in mild
            if (claim.document, claim.object) not in banned
            and name in _classes_of(claim.object or "", options)
            and any(_meet(ban, claim) for ban in own)
        ]
        if members:
            yield _conflict(kind, name, own, members)


def _is_ban(claim: Claim, stance: Stance, options: MemberOptions) -> bool:
    """Whether a claim forbids a whole class; "certain heart conditions" leaves open which."""
    whole = options.within == "drug classes" or claim.qualifier is Qualifier.USUAL
    return stance.band is Band.FORBIDS and whole


def _classes_of(name: str, options: MemberOptions) -> frozenset[str]:
    if options.within == "conditions":
        return lexicon.conditions().broader(name)
    return lexicon.drug_classes().classes_of(name)


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
