"""How often monolint is right on annotated pairs.

    python -m benchmarks.accuracy FOLDER [--markdown] [--show missed|extra|tempted] [--kind KIND]

FOLDER holds pairs/<drug>/A.md and B.md, and gold/*.jsonl with the annotations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from benchmarks.annotations import Annotation, load_annotations
from benchmarks.scoring import Judged, Score, Share, score, total
from monolint.domain.claim import Kind
from monolint.domain.finding import Finding, Severity
from monolint.engine.check import check
from monolint.engine.settings import resolve_settings


@click.command(help="Measure recall and precision on a folder of annotated pairs.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", multiple=True, metavar="GLOB", help="Take only annotation files of this name.")
@click.option("--markdown", is_flag=True, help="Print the table by kind as Markdown.")
@click.option("--show", type=click.Choice(["missed", "extra", "tempted"]), multiple=True)
@click.option("--kind", type=click.Choice([kind.value for kind in Kind]), help="Show only this kind.")
def main(
    folder: Path, only: tuple[str, ...], markdown: bool, show: tuple[str, ...], kind: str | None
) -> None:
    annotations = load_annotations(folder / "gold", only or ("*.jsonl",))
    result = measured(folder / "pairs", annotations)
    for line in (*_overall(result), "", *(_markdown(result) if markdown else _by_kind(result))):
        click.echo(line)
    for what in show:
        click.echo(f"\n== {what}")
        for line in _shown(result, what, kind):
            click.echo(line)


def measured(pairs: Path, annotations: Mapping[str, Sequence[Annotation]]) -> Score:
    """The score of all annotated drugs, each checked as a folder of its own.

    Raises click.ClickException when the documents of a drug are missing or could not be read.
    """
    return total(score(_findings(pairs / drug), found) for drug, found in annotations.items())


def _findings(folder: Path) -> tuple[Finding, ...]:
    report = check([folder], resolve_settings([folder], folder))
    if report.failures or report.documents < 2:
        why = "; ".join(f"{failure.path}: {failure.message}" for failure in report.failures)
        raise click.ClickException(f"{folder}: two documents are needed. {why}")
    return report.findings


def _overall(result: Score) -> Iterator[str]:
    yield f"recall       {result.recall()}"
    yield f"precision >= {result.precision()}"
    yield f"tempted      {result.false_alarms()}"
    yield f"strict       recall {result.strict_recall()}; precision >= {result.strict_precision()}"
    for severity in ("contradiction", "discrepancy"):
        found = result.recall(severity=severity)
        yield f"{severity:12} recall {found}; of those found, errors {result.as_errors(severity)}"
    for level in (Severity.ERROR, Severity.WARNING):
        yield f"{level.label:12} precision >= {result.precision(severity=level)}"


def _rows(result: Score) -> Iterator[tuple[Kind, Share, Share]]:
    for kind in Kind:
        recall = result.recall(kind=kind)
        precision = result.precision(kind=kind)
        if recall.whole or precision.whole:
            yield kind, recall, precision


def _by_kind(result: Score) -> Iterator[str]:
    for kind, recall, precision in _rows(result):
        yield f"{kind.value:18} recall {recall!s:18} precision >= {precision}"


def _markdown(result: Score) -> Iterator[str]:
    yield "| kind | found of annotated | right of raised |"
    yield "|---|---|---|"
    for kind, recall, precision in _rows(result):
        yield f"| {kind.value} | {_fraction(recall)} | {_fraction(precision)} |"


def _fraction(share: Share) -> str:
    return f"{share.part}/{share.whole}" if share.whole else "-"


def _shown(result: Score, what: str, kind: str | None) -> Iterator[str]:
    if what == "extra":
        for raised in result.raised:
            if not raised.is_right and kind in (None, raised.finding.kind):
                yield from _finding_lines(raised.finding)
        return
    for judged in _misses(result) if what == "missed" else _temptations(result):
        if kind in (None, judged.annotation.type):
            yield from _annotation_lines(judged.annotation)


def _misses(result: Score) -> Iterator[Judged]:
    return (judged for judged in result.conflicts if not judged.is_found)


def _temptations(result: Score) -> Iterator[Judged]:
    return (judged for judged in result.tempted if judged.is_found)


def _finding_lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.subject}: {finding.severity.label} [{finding.rule}] {finding.message}"
    for place in finding.evidence:
        yield f"    {place.path}:{place.start.line} {place.text[:160]!r}"


def _annotation_lines(annotation: Annotation) -> Iterator[str]:
    yield f"{annotation.drug}: {annotation.scope} {annotation.type} [{annotation.severity}] {annotation.why}"
    for side in (annotation.a, annotation.b):
        yield f"    {side.doc}:{side.line} {side.quote[:160]!r}"


if __name__ == "__main__":
    main()
