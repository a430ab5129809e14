"""What monolint says of a folder: findings by rule, unread passages by kind, and samples to judge.

    python -m benchmarks.survey FOLDER [--findings 100] [--unread 100] [--seed 1] [--rule GLOB]

Sampled findings are drawn over the rules in turn, so that a rule that fires rarely is judged too.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TypeVar

import click

from monolint.domain.corpus import Corpus
from monolint.domain.finding import Finding, Report, Severity
from monolint.engine.check import check
from monolint.engine.reading_files import read_corpus
from monolint.engine.settings import resolve_settings

_Item = TypeVar("_Item")
_MOST_PLACES = 4


@click.command(help="Count findings by rule and unread passages by kind; print random samples of both.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--findings", default=0, show_default=True, help="So many findings, drawn over all rules.")
@click.option("--unread", default=0, show_default=True, help="So many unread passages, drawn over all kinds.")
@click.option("--seed", default=1, show_default=True)
@click.option("--rule", default="*", metavar="GLOB", help="Sample only findings of these rules.")
def main(folder: Path, findings: int, unread: int, seed: int, rule: str) -> None:
    settings = resolve_settings([folder], folder)
    report = check([folder], settings)
    corpus = read_corpus([folder], settings)
    for line in _counts(report, corpus):
        click.echo(line)
    chance = random.Random(seed)
    chosen = [item for item in _listed(report) if fnmatchcase(item.rule, rule)]
    for number, finding in enumerate(in_turn(chosen, lambda item: item.rule, findings, chance), start=1):
        click.echo(f"\n{number}. {finding.severity.label} [{finding.rule}] {finding.subject}")
        click.echo(f"    {finding.message}")
        for place in finding.evidence[:_MOST_PLACES]:
            click.echo(f"    {place.path}:{place.start.line} ({place.heading}) {place.text!r}")
    for number, item in enumerate(in_turn(report.unread, lambda item: item.kind, unread, chance), start=1):
        click.echo(f"\n{number}. {item.kind}: {item.reason}\n    {item.path}:{item.start.line} {item.text!r}")


def _listed(report: Report) -> list[Finding]:
    return [item for item in report.findings if item.severity > Severity.INFO]


def _counts(report: Report, corpus: Corpus) -> Iterator[str]:
    listed = _listed(report)
    yield f"{report.documents} documents, {report.claims} claims, {len(listed)} errors and warnings"
    yield from _table("findings by rule", Counter(f"{item.rule} ({item.severity.label})" for item in listed))
    kinds = Counter(claim.kind.value for reading in corpus.readings for claim in reading.claims)
    yield from _table("claims by kind", kinds)
    yield from _table("unread by kind", Counter(item.kind.value for item in report.unread))


def _table(title: str, counts: Counter[str]) -> Iterator[str]:
    yield f"\n{title}"
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"  {count:6} {name}"


def in_turn(
    items: Sequence[_Item], family_of: Callable[[_Item], str], most: int, chance: random.Random
) -> list[_Item]:
    """Up to `most` items in random order, one of each family before the second of any."""
    by_family: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        by_family[family_of(item)].append(item)
    for family in by_family.values():
        chance.shuffle(family)
    waiting = deque(by_family[name] for name in sorted(by_family))
    drawn: list[_Item] = []
    while waiting and len(drawn) < most:
        family = waiting.popleft()
        drawn.append(family.pop())
        if family:
            waiting.append(family)
    return drawn


if __name__ == "__main__":
    main()
