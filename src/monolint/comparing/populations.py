"""A dosed population that the indication leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from monolint.comparing.components import prominence
from monolint.comparing.interface import Comparator, Conflict, Judgement, Options, Verdict
from monolint.comparing.scopes import agreement
from monolint.comparing.selection import of_kind
from monolint.domain.claim import Agreement, Claim, Facet, Kind, Scope
from monolint.domain.finding import Confidence
from monolint.domain.group import DrugGroup


class PopulationOptions(Options):
    """`indication`: the kind of the claims that say whom the drug is for."""

    indication: Kind


def _compare(group: DrugGroup, kind: Kind, options: PopulationOptions) -> Iterator[Conflict]:
    """One conflict for each document that gives a course to patients without the treatment it asks for."""
    dosed = sorted(of_kind(group.claims, kind), key=prominence)
    uses = sorted(of_kind(group.claims, options.indication), key=prominence)
    for document in group.documents:
        pairs = [
            (use, course)
            for use in uses
            for course in dosed
            if use.document == course.document == document.path and _is_left_out(course, use)
        ]
        if pairs:
            left = tuple(dict.fromkeys(use for use, _ in pairs))
            right = tuple(dict.fromkeys(course for _, course in pairs))
            scope = Scope.of({Facet.INDICATION: right[0].scope.get(Facet.INDICATION)})
            words = {"difference": ", ".join(sorted(right[0].scope.get(Facet.PRIOR_THERAPY)))}
            judgement = Judgement(Verdict.DISCREPANCY, Confidence.MEDIUM)
            yield Conflict(kind, None, left, right, judgement, scope, words)


def _is_left_out(course: Claim, use: Claim) -> bool:
    """Whether a course is for patients without a treatment, and the use only for those who had it."""
    asked = use.scope.get(Facet.PRIOR_THERAPY)
    without = {
        name.removeprefix("no ") for name in course.scope.get(Facet.PRIOR_THERAPY) if name.startswith("no ")
    }
    if not asked & without:
        return False
    return agreement(_conditions(course), _conditions(use)) is not Agreement.DIFFERENT


def _conditions(claim: Claim) -> Scope:
    return Scope.of({Facet.INDICATION: claim.scope.get(Facet.INDICATION)})


OUTSIDE_INDICATION = Comparator(
    "outside-indication", "a course for patients that the indication leaves out", PopulationOptions, _compare
)
