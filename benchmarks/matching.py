"""When a finding is the conflict that a reader annotated.

Documents must agree, and so must the kind or both quotes. Beyond that both places fall on the annotated
lines, or one falls on its line with a close quote, or both quotes are close. A place that spans many lines
counts for nothing, nor do the places after the first few: pointing everywhere must not pay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import permutations
from pathlib import PurePosixPath

from benchmarks.annotations import Annotation, Side
from monolint.domain.claim import Kind
from monolint.domain.finding import Evidence, Finding

MOST_LINES = 8
MOST_PLACES = 8
_SHORTEST = 8
_SIMILAR = 0.6
_NO_WORD = re.compile(r"[^a-z0-9.%]+")
# Annotators type these alike.
_FAMILY = {Kind.MAX_DOSE: Kind.DOSE, Kind.FREQUENCY: Kind.DOSE}
_RELATED = frozenset(
    frozenset(pair)
    for pair in (
        (Kind.CONTRAINDICATION, Kind.PREGNANCY),
        (Kind.CONTRAINDICATION, Kind.LACTATION),
        (Kind.CONTRAINDICATION, Kind.RENAL),
        (Kind.CONTRAINDICATION, Kind.HEPATIC),
        (Kind.CONTRAINDICATION, Kind.AGE_LIMIT),
        (Kind.CONTRAINDICATION, Kind.INTERACTION),
        (Kind.CONTRAINDICATION, Kind.INDICATION),
        (Kind.AGE_LIMIT, Kind.DOSE),
        (Kind.DURATION, Kind.DOSE),
        (Kind.ELDERLY, Kind.DOSE),
        (Kind.PHARMACOKINETICS, Kind.INTERACTION),
        (Kind.PHARMACOKINETICS, Kind.MECHANISM),
    )
)


def hits(finding: Finding, annotation: Annotation) -> bool:
    """Whether the finding shows the annotated pair, leniently."""
    same_kind = _kinds_agree(finding, annotation)
    for first, second in _pairs(finding, annotation):
        lines = (_on_line(first, annotation.a), _on_line(second, annotation.b))
        quotes = (_close(first, annotation.a), _close(second, annotation.b))
        if all(quotes) and (same_kind or all(lines)):
            return True
        if same_kind and (
            all(lines) or any(line and quote for line, quote in zip(lines, quotes, strict=True))
        ):
            return True
    return False


def hits_strictly(finding: Finding, annotation: Annotation) -> bool:
    """Whether the finding has the annotated kind and both annotated lines."""
    return _kinds_agree(finding, annotation) and any(
        _on_line(first, annotation.a) and _on_line(second, annotation.b)
        for first, second in _pairs(finding, annotation)
    )


def _pairs(finding: Finding, annotation: Annotation) -> Iterator[tuple[Evidence, Evidence]]:
    for first, second in permutations(finding.evidence[:MOST_PLACES], 2):
        if (_document(first), _document(second)) == (annotation.a.doc, annotation.b.doc):
            yield first, second


def _document(evidence: Evidence) -> str:
    return PurePosixPath(evidence.path).stem


def _kinds_agree(finding: Finding, annotation: Annotation) -> bool:
    if finding.kind is None:
        return False
    raised = _FAMILY.get(finding.kind, finding.kind)
    wanted = _FAMILY.get(annotation.type, annotation.type)
    return raised == wanted or frozenset((raised, wanted)) in _RELATED


def _is_place(evidence: Evidence) -> bool:
    return evidence.end.line - evidence.start.line < MOST_LINES


def _on_line(evidence: Evidence, side: Side) -> bool:
    return _is_place(evidence) and evidence.start.line <= side.line <= evidence.end.line


def _close(evidence: Evidence, side: Side) -> bool:
    if not _is_place(evidence):
        return False
    raised, quoted = _words(evidence.text), _words(side.quote)
    short, long = sorted((raised, quoted), key=len)
    if not short:
        return False
    if short in long:
        return len(short) >= _SHORTEST and len(long) <= 4 * len(short) + 160
    return SequenceMatcher(None, raised, quoted, autojunk=False).ratio() >= _SIMILAR


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", text.lower()).strip()
