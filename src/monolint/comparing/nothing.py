"""An explicit "none" against something that is stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monolint.comparing.components import prominence
from monolint.comparing.interface import Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.selection import by_object, of_kind
from monolint.domain.claim import Claim, Kind, Nothing, Stance, Strength
from monolint.domain.group import DrugGroup


class NothingOptions(Options):
    """`stances`: which advice counts as stated.

    `same_document`: which of it counts in the document of the denial; all where it is empty.
    `except_objects`: what the denial does not speak of; `objects`: all that it speaks of, if given.
    `denied`: what a denial of a part is about ("lifestyle").
    `firm`: what is stated as a fact, so that both cannot be true; any other advice may be mere care.
    """

    stances: tuple[Stance, ...] = (Stance.CONTRAINDICATED,)
    same_document: tuple[Stance, ...] = ()
    except_objects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    denied: str | None = None
    firm: tuple[Stance, ...] = (Stance.CONTRAINDICATED,)


def _compare(group: DrugGroup, kind: Kind, options: NothingOptions) -> Iterator[Conflict]:
    claims = sorted(of_kind(group.claims, kind), key=prominence)
    denials = [claim for claim in claims if isinstance(claim.value, Nothing)]
    stated = [claim for claim in claims if claim.value in options.stances]
    if not denials:
        return
    outright = [claim for claim in denials if claim.strength is Strength.PLAIN]
    for topic, members in by_object(stated):
        kept = [claim for claim in members if any(_meet(claim, denial) for denial in denials)]
        if kept:
            firm = any(_meet(claim, denial) for claim in kept for denial in outright)
            verdict = Verdict.CONTRADICTION if firm else Verdict.DISCREPANCY
            yield Conflict(kind, topic, (*outright, *_hedged(denials)), tuple(kept), Judgement(verdict))


def _hedged(claims: Sequence[Claim]) -> list[Claim]:
    """Denials that leave something open ("no absolute contraindications")."""
    return [claim for claim in claims if claim.strength is Strength.HEDGED]


def _meet(stated: Claim, denial: Claim) -> bool:
    """A denial speaks of every case, unless it names one."""
    return all(stated.scope.get(facet) == members for facet, members in denial.scope)


def _compare_whole(group: DrugGroup, kind: Kind, options: NothingOptions) -> Iterator[Conflict]:
    """One conflict for a denial and all that is stated against it elsewhere.

    What stands beside a denial in its own section are its exceptions ("no others").
    """
    claims = sorted(of_kind(group.claims, kind), key=prominence)
    denials = [c for c in claims if isinstance(c.value, Nothing) and c.object == options.denied]
    stated = [claim for claim in claims if _is_stated(claim, options)]
    kept = [claim for claim in stated if any(_is_denied(claim, denial, options) for denial in denials)]
    if kept:
        firm = any(claim.value in options.firm for claim in kept)
        verdict = Verdict.CONTRADICTION if firm else Verdict.DISCREPANCY
        names = ", ".join(sorted({claim.object or "" for claim in kept}))
        words = {"difference": names}
        yield Conflict(kind, None, tuple(denials), tuple(kept), Judgement(verdict), words=words)


def _is_stated(claim: Claim, options: NothingOptions) -> bool:
    """Whether a claim states something that is denied; what is only named in passing is not stated."""
    in_passing = claim.value is Stance.NAMED and claim.strength is Strength.HEDGED
    spoken_of = claim.object not in options.except_objects and (
        not options.objects or claim.object in options.objects
    )
    return spoken_of and claim.value in options.stances and not in_passing


def _is_denied(stated: Claim, denial: Claim, options: NothingOptions) -> bool:
    """Whether a denial speaks of what is stated, and stands in another place than its exceptions."""
    if stated.document == denial.document:
        beside = stated.place.block == denial.place.block
        if beside or (options.same_document and stated.value not in options.same_document):
            return False
    return _meet(stated, denial)


NONE_AGAINST_ANY = Comparator(
    "none-against-any",
    'an explicit "none" where anything is stated, as one finding',
    NothingOptions,
    _compare_whole,
)
NONE_AGAINST_STATED = Comparator(
    "none-against-stated", 'an explicit "none" where something is stated', NothingOptions, _compare
)
