"""Advice of different strength about the same case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from monolint.comparing.components import conflicts
from monolint.comparing.doubts import doubting, leave_room
from monolint.comparing.interface import AGREEMENT, Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.scopes import agreement
from monolint.comparing.selection import Section, by_object, of_kind, section
from monolint.domain.claim import Agreement, Band, Claim, Facet, Kind, Qualifier, Scope, Stance, Strength
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup
from monolint.extraction.grades import EVERY_GRADE

_LADDER = {Band.FORBIDS: 0, Band.CONDITIONS: 1, Band.PERMITS: 2}
_BANS = frozenset({Stance.AVOID, Stance.NOT_RECOMMENDED})
Pair = tuple[Stance, Stance]


class StanceOptions(Options):
    """`objects`: only these objects; `except_objects`: all but these.

    `contradictions`: pairs that contradict each other although their bands are neighbours.
    `between`: "documents" leaves alone what one document says in two places.
    `compatible`: pairs that can stand together although their bands differ.
    `softened`: advice that a hedged ban ("generally avoided") can stand beside.
    `hazard`: "fallback" lets a stated hazard speak only where its document gives no other advice.
    `narrower`: facets in which a permission for every case meets a ban for a narrower one.
    `scope`: what a facet means that only one side gives, where it differs from the general rule.
    `doubts`: "plain" leaves alone a hedged doubt, and one that the permitting document shares.
    `clear`: permissions that are clear enough to stand against a lack of data.
    `parts`: facets that make a ban or doubt one of a part, where the permission does not give them.
    `whole_bans`: facets of a part whose dose for a grade meets a ban of the whole in that grade.
    `exceptions`: facets of an exception that a document makes once and may leave out elsewhere.
    """

    objects: tuple[str, ...] = ()
    except_objects: tuple[str, ...] = ()
    contradictions: tuple[Pair, ...] = ()
    between: Literal["anywhere", "documents"] = "anywhere"
    compatible: tuple[Pair, ...] = ()
    softened: tuple[Stance, ...] = ()
    hazard: Literal["advice", "fallback"] = "fallback"
    narrower: tuple[Facet, ...] = ()
    scope: Mapping[Facet, Agreement] = {}
    doubts: Literal["any", "plain"] = "any"
    parts: tuple[Facet, ...] = ()
    whole_bans: tuple[Facet, ...] = ()
    exceptions: tuple[Facet, ...] = ()
    clear: tuple[Stance, ...] = (Stance.SAFE, Stance.ADVISED)


def _compare(group: DrugGroup, kind: Kind, options: StanceOptions) -> Iterator[Conflict]:
    for topic, claims in by_object(of_kind(group.claims, kind)):
        if (options.objects and topic not in options.objects) or topic in options.except_objects:
            continue
        advice = [c for c in claims if isinstance(c.value, Stance) and c.qualifier is not Qualifier.FALLBACK]
        doubted, excepting = doubting(advice), _excepting(advice, options.exceptions)

        def judge(
            one: Claim,
            two: Claim,
            doubted: frozenset[str] = doubted,
            excepting: frozenset[str] = excepting,
        ) -> Judgement:
            if options.doubts == "plain" and leave_room(one, two, doubted, options.parts):
                return AGREEMENT
            if one.document in excepting and _is_exception(one, two, options.exceptions):
                return AGREEMENT
            return _judge(one, two, options)

        if options.hazard == "fallback":
            advice = _without_explained_hazards(advice)
        advice = _without_shortened_bans(_without_changed_denials(advice), options.narrower)
        advice = _with_softened_bans(_as_whole_sections(advice), options.softened)
        yield from conflicts(kind, topic, advice, judge)


def _without_explained_hazards(claims: Sequence[Claim]) -> list[Claim]:
    """Drop hazards of a document that also says what to do: there they are the reason for it."""
    advising = {c.document for c in claims if c.value is not Stance.HAZARD and _band(c) is not Band.OPEN}
    return [c for c in claims if c.value is not Stance.HAZARD or c.document not in advising]


def _without_changed_denials(claims: Sequence[Claim]) -> list[Claim]:
    """Drop "no adjustment" where its passage goes on to adjust ("..., but start with a lower dose")."""
    adjusted = {_case(claim) for claim in claims if claim.value is Stance.ADJUST}
    return [c for c in claims if c.value is not Stance.NO_ADJUSTMENT or _case(c) not in adjusted]


def _without_shortened_bans(claims: Sequence[Claim], facets: Sequence[Facet]) -> list[Claim]:
    """Drop bans without a grade from a document that also bans for a grade: they are its summary."""

    def is_graded(claim: Claim) -> bool:
        return any(claim.scope.get(facet) for facet in facets)

    graded = {c.document for c in claims if _band(c) is Band.FORBIDS and is_graded(c)}
    return [c for c in claims if _band(c) is not Band.FORBIDS or is_graded(c) or c.document not in graded]


def _as_whole_sections(claims: Sequence[Claim]) -> list[Claim]:
    """Drop what the same section takes back.

    "Generally safe. However, monitor the infant." permits under a condition; a section that permits
    one thing and bans another without saying where gives no advice that could be compared.
    """
    sections: dict[tuple[str, int, str], list[Claim]] = {}
    for claim in claims:
        sections.setdefault(_case(claim), []).append(claim)
    kept: list[Claim] = []
    for together in sections.values():
        bands = {_band(claim) for claim in together if claim.value is not Stance.NO_ADJUSTMENT}
        if Band.PERMITS in bands and Band.CONDITIONS in bands:
            kept.extend(
                c for c in together if _band(c) is not Band.PERMITS or c.value is Stance.NO_ADJUSTMENT
            )
            continue
        if Band.PERMITS in bands and Band.FORBIDS in bands:
            together = [claim for claim in together if claim.value is Stance.CONTRAINDICATED]
        kept.extend(together)
    return kept


def _with_softened_bans(claims: Sequence[Claim], softer: Sequence[Stance]) -> list[Claim]:
    """Take a ban and the softer advice beside it in its section as a hedged ban.

    "Generally avoided. Weigh the risks and benefits." says the same as "avoid unless the benefit
    outweighs the risk".
    """
    weighed = {_case(claim) for claim in claims if claim.value in softer}
    banned = {_case(claim) for claim in claims if claim.value in _BANS}
    kept = []
    for claim in claims:
        if claim.value in _BANS and _case(claim) in weighed:
            claim = replace(claim, strength=Strength.HEDGED)
        if claim.value not in softer or _case(claim) not in banned:
            kept.append(claim)
    return kept


def _case(claim: Claim) -> tuple[str, int, str]:
    return claim.document, claim.place.block, claim.scope.normal


def _is_softened(one: Claim, two: Claim, softer: Sequence[Stance]) -> bool:
    return any(
        ban.value in _BANS and ban.strength is Strength.HEDGED and other.value in softer
        for ban, other in ((one, two), (two, one))
    )


def _judge(one: Claim, two: Claim, options: StanceOptions) -> Judgement:
    verdict = _bands(one, two, options)
    if verdict is Verdict.AGREES or (options.between == "documents" and one.document == two.document):
        return AGREEMENT
    if _is_softened(one, two, options.softened) or _stand_together(one, two):
        return AGREEMENT
    permits, other = (one, two) if _band(one) is Band.PERMITS else (two, one)
    permitted = permits.scope
    if verdict is Verdict.CONTRADICTION:
        permitted = _where_narrower(permitted, other.scope, options.narrower)
    scope = agreement(permitted, other.scope, _relaxed(one, two, options))
    if scope is Agreement.DIFFERENT:
        return AGREEMENT
    if verdict is Verdict.CONTRADICTION and (scope is Agreement.PARTIAL or _hedged(one, two)):
        verdict = Verdict.DISCREPANCY
    return Judgement(verdict, Confidence.HIGH if scope is Agreement.EQUAL else Confidence.MEDIUM)


def _excepting(claims: Sequence[Claim], facets: Sequence[Facet]) -> frozenset[str]:
    """The documents with a section that makes an exception ("if needed; not in the first trimester")."""
    made: dict[Section, set[bool]] = {}
    for claim in claims:
        made.setdefault(section(claim), set()).add(any(claim.scope.get(facet) for facet in facets))
    return frozenset(document for (document, _), cases in made.items() if len(cases) > 1)


def _is_exception(one: Claim, two: Claim, facets: Sequence[Facet]) -> bool:
    """Whether one advises a little more or less for a part of the cases of the other."""
    if one.document != two.document or {_band(one), _band(two)} == {Band.FORBIDS, Band.PERMITS}:
        return False
    return any(bool(one.scope.get(facet)) is not bool(two.scope.get(facet)) for facet in facets)


def _stand_together(one: Claim, two: Claim) -> bool:
    """Whether one passage says both: its words tell them apart, or the second limits the first."""
    places = [(claim.document, claim.place.block, claim.place.start.line) for claim in (one, two)]
    return places[0] == places[1]


def _bands(one: Claim, two: Claim, options: StanceOptions) -> Verdict:
    if one.value is two.value:
        return Verdict.AGREES
    stances = {one.value, two.value}
    if any(stances == set(pair) for pair in options.compatible):
        return Verdict.AGREES
    if any(stances == set(pair) for pair in options.contradictions):
        return Verdict.CONTRADICTION
    bands = {_band(one), _band(two)}
    if Band.PERMITS in bands and Qualifier.CONDITIONAL in (one.qualifier, two.qualifier):
        return Verdict.AGREES
    if Band.OPEN in bands:
        doubted = Stance.NOT_ESTABLISHED in stances or Stance.UNKNOWN in stances
        elsewhere = one.document != two.document or Stance.NO_ADJUSTMENT in stances
        clear = doubted and not stances.isdisjoint(options.clear) and elsewhere
        return Verdict.DISCREPANCY if clear else Verdict.AGREES
    steps = abs(_LADDER[_band(one)] - _LADDER[_band(two)])
    if steps == 2 and Stance.CONTRAINDICATED in stances:
        return Verdict.CONTRADICTION
    return Verdict.DISCREPANCY if steps else Verdict.AGREES


def _where_narrower(wide: Scope, narrow: Scope, facets: Sequence[Facet]) -> Scope:
    """The wider scope in the grades of the narrower one: "mild to moderate" speaks of "moderate" as well."""
    within = {f: narrow.get(f) for f in facets if narrow.get(f) and narrow.get(f) <= wide.get(f)}
    return Scope.of({**dict(wide.facets), **within})


def _relaxed(one: Claim, two: Claim, options: StanceOptions) -> Mapping[Facet, Agreement]:
    """What facets of one side only mean for a pair, where that differs from the options."""
    relaxed = dict(options.scope)
    for facet in options.narrower:
        if EVERY_GRADE in (one.scope.get(facet), two.scope.get(facet)):
            relaxed[facet] = Agreement.EQUAL  # "any degree" says no more than silence
    for ban, other in ((one, two), (two, one)):
        if _adjusts_a_part_of_what_is_banned(ban, other, options):
            relaxed.update(dict.fromkeys(options.whole_bans, Agreement.PARTIAL))
    if _permits_every_case(one, two, options):
        relaxed.update(dict.fromkeys(options.narrower, Agreement.EQUAL))
    return relaxed


def _adjusts_a_part_of_what_is_banned(ban: Claim, other: Claim, options: StanceOptions) -> bool:
    """Whether one ingredient has a dose for a grade, where another place bans the whole for a grade."""
    if _band(ban) is not Band.FORBIDS or other.value is not Stance.ADJUST:
        return False
    graded = all(claim.scope.get(facet) for claim in (ban, other) for facet in options.narrower)
    return graded and _covers(ban.scope, other.scope, options.whole_bans)


def _permits_every_case(one: Claim, two: Claim, options: StanceOptions) -> bool:
    """Whether a permission without a grade, which covers all grades, meets a ban for one of them."""
    if not options.narrower:
        return False
    permits, other = (one, two) if _band(one) is Band.PERMITS else (two, one)
    if _band(permits) is not Band.PERMITS:
        return False
    if permits.strength is Strength.HEDGED and _band(other) is Band.FORBIDS:
        return False
    return _covers(permits.scope, other.scope, options.narrower)


def _covers(wide: Scope, narrow: Scope, facets: Sequence[Facet]) -> bool:
    """Whether a scope leaves open facets of which another one gives some."""
    return all(not wide.get(facet) for facet in facets) and any(narrow.get(facet) for facet in facets)


def _band(claim: Claim) -> Band:
    assert isinstance(claim.value, Stance)
    return claim.value.band


def _hedged(one: Claim, two: Claim) -> bool:
    """Hedged permissions and denials are open to exceptions; a hedged ban or need is still one."""
    return any(claim.strength is Strength.HEDGED and _band(claim) is Band.PERMITS for claim in (one, two))


STANCES = Comparator("stances", "advice of different bands about the same case", StanceOptions, _compare)
