"""Making findings: evidence in order of use, a fingerprint that survives moved text, one per key."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from monolint.comparing.interface import Conflict
from monolint.domain.claim import Claim, Place
from monolint.domain.finding import Confidence, Evidence, Finding, Role, Severity
from monolint.domain.form import Flaw
from monolint.domain.text import Span
from monolint.rules.model import Rule
from monolint.rules.wording import FIELDS, fields, scope_in_words

_VALUE_WIDTH = 160


def claim_finding(rule: Rule, subject: str, conflict: Conflict, severity: Severity) -> Finding:
    """The finding of a claim rule for one conflict."""
    assert rule.kind is not None
    claims = (*conflict.left, *conflict.right)
    sides = sorted({(c.document, "" if c.document in conflict.silent else c.value.normal) for c in claims})
    identity = [rule.id, subject, rule.kind.value, conflict.object or "", conflict.scope.normal]
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=severity,
        confidence=conflict.judgement.confidence,
        subject=subject,
        object=conflict.object,
        scope=scope_in_words(conflict.scope),
        message=_sentence(rule.message, fields(subject, conflict)),
        fingerprint=_fingerprint(*identity, *(part for side in sides for part in side)),
        evidence=tuple(_evidence(conflict)),
    )


def form_finding(rule: Rule, subject: str, flaw: Flaw, number: int) -> Finding:
    """The finding of a form rule for one flaw; `number` counts equal flaws of the document."""
    words = {**dict.fromkeys(FIELDS, ""), "object": flaw.object, "value": flaw.value, **dict(flaw.words)}
    value = " ".join(flaw.value.split())
    path = flaw.places[0].path
    return Finding(
        rule=rule.id,
        kind=None,
        severity=Severity[rule.severity.upper()],
        confidence=Confidence.HIGH,
        subject=subject,
        object=flaw.object or None,
        scope="",
        message=_sentence(rule.message, words),
        fingerprint=_fingerprint(rule.id, subject, path, flaw.object, value, str(number)),
        evidence=tuple(
            _form_evidence(place, value, Role.OTHER if index else Role.PRIMARY)
            for index, place in enumerate(flaw.places)
        ),
    )


def _sentence(template: str, words: dict[str, str]) -> str:
    sentence = template.format_map(words)
    return sentence[:1].upper() + sentence[1:]


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _evidence(conflict: Conflict) -> Iterator[Evidence]:
    """Both sides first, then one place for each further document and value, then the copies."""
    sides = [(claim, Role.PRIMARY) for claim in conflict.left] + [
        (claim, Role.OTHER) for claim in conflict.right
    ]
    first = [sides[0], *sides[len(conflict.left) : len(conflict.left) + 1]]
    rest = [side for side in sides if side not in first]
    seen = {(claim.document, claim.value) for claim, _ in first}
    fresh: list[tuple[Claim, Role]] = []
    copies: list[tuple[Claim, Role]] = []
    for claim, _ in rest:
        key = claim.document, claim.value
        known = any(value == claim.value for _, value in seen)
        (copies if key in seen else fresh).append((claim, Role.COPY if known else Role.OTHER))
        seen.add(key)
    shown: set[tuple[str, Span]] = set()
    for claim, role in (*first, *fresh, *copies):
        place = claim.place.path, claim.place.span
        if place not in shown:
            shown.add(place)
            yield _claim_evidence(claim, role)


def _claim_evidence(claim: Claim, role: Role) -> Evidence:
    place = claim.place
    value = claim.value.normal
    return Evidence(
        place.path, place.span, place.start, place.end, place.text, value, role, place.marks, place.heading
    )


def _form_evidence(place: Place, value: str, role: Role) -> Evidence:
    short = value if len(value) <= _VALUE_WIDTH else value[: _VALUE_WIDTH - 1] + "…"
    return Evidence(place.path, place.span, place.start, place.end, place.text, short, role)


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """One finding per claim key.

    Of two rules that share key and place the worse stands; two findings of one rule on the same two
    places (a dose and the day's total that follows from it) are one.
    """
    kept: list[Finding] = []
    for finding in findings:
        twin = next((i for i, other in enumerate(kept) if _same_key(other, finding)), None)
        if twin is None:
            kept.append(finding)
        else:
            kept[twin] = _joined(kept[twin], finding)
    return kept


def _same_key(one: Finding, two: Finding) -> bool:
    if one.kind is None or one.kind != two.kind or one.object != two.object:
        return False
    if Severity.INFO in (one.severity, two.severity):
        return False
    places = {(e.path, e.span) for e in one.evidence}
    shared = sum((e.path, e.span) in places for e in two.evidence)
    return shared > 1 if one.rule == two.rule else shared > 0


def _joined(one: Finding, two: Finding) -> Finding:
    worse, other = (two, one) if two.severity > one.severity else (one, two)
    places = {(e.path, e.span) for e in worse.evidence}
    further = tuple(
        replace(e, role=_role(e, worse.evidence)) for e in other.evidence if (e.path, e.span) not in places
    )
    also = tuple(sorted({*worse.also, *other.also, other.rule} - {worse.rule}))
    return replace(worse, evidence=worse.evidence + further, also=also)


def _role(evidence: Evidence, shown: Sequence[Evidence]) -> Role:
    return Role.COPY if any(e.value == evidence.value for e in shown) else Role.OTHER
