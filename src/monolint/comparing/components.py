"""From judged pairs to conflicts: one conflict for all claims that hang together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from monolint.comparing.interface import Conflict, Judgement, Verdict
from monolint.comparing.scopes import shared
from monolint.domain.claim import Claim, Kind
from monolint.domain.document import Origin

Judge = Callable[[Claim, Claim], Judgement]


@dataclass(frozen=True, slots=True)
class Edge:
    """Two claims (by index) that do not agree."""

    one: int
    two: int
    judgement: Judgement


def prominence(claim: Claim) -> tuple[str, bool, int]:
    """Sort key: document by document, what the body says before its copies in the front matter."""
    return claim.document, claim.origin is Origin.FRONT_MATTER, claim.place.span.start


def conflicts(kind: Kind, topic: str | None, claims: Sequence[Claim], judge: Judge) -> Iterator[Conflict]:
    """Judge every pair of `claims` and give one conflict for each connected set of disagreeing claims."""
    if len(claims) < 2:
        return
    ordered = sorted(claims, key=prominence)
    edges = [
        Edge(i, j, judgement)
        for i, one in enumerate(ordered)
        for j in range(i + 1, len(ordered))
        if (judgement := judge(one, ordered[j])).verdict is not Verdict.AGREES
    ]
    for members in _components(len(ordered), edges):
        yield _conflict(kind, topic, ordered, [edge for edge in edges if edge.one in members])


def _components(size: int, edges: Sequence[Edge]) -> list[frozenset[int]]:
    parent = list(range(size))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for edge in edges:
        low, high = sorted((root(edge.one), root(edge.two)))
        parent[high] = low
    groups: dict[int, set[int]] = {}
    for edge in edges:
        groups.setdefault(root(edge.one), set()).update((edge.one, edge.two))
    return [frozenset(groups[key]) for key in sorted(groups)]


def _conflict(kind: Kind, topic: str | None, claims: Sequence[Claim], edges: Sequence[Edge]) -> Conflict:
    worst = max(edges, key=lambda e: (e.judgement.verdict, e.judgement.confidence, -e.one, -e.two))
    one, two = claims[worst.one], claims[worst.two]
    members = sorted({index for edge in edges for index in (edge.one, edge.two)})
    left = [claims[i] for i in members if claims[i].value == one.value and i != worst.one]
    right = [claims[i] for i in members if claims[i].value != one.value and i != worst.two]
    scopes = (
        shared(claims[e.one].scope, claims[e.two].scope) for e in edges if e.judgement == worst.judgement
    )
    scope = min(scopes, key=lambda scope: scope.normal)
    return Conflict(kind, topic, (one, *left), (two, *right), worst.judgement, scope)
