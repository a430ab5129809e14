"""The whole way from paths to a report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from monolint.domain.corpus import Reading
from monolint.domain.finding import Failure, Finding, Report
from monolint.domain.group import DrugGroup
from monolint.engine.config import Source
from monolint.engine.grouping import group_by_drug
from monolint.engine.guard import guarded
from monolint.engine.jurisdictions import weighed
from monolint.engine.ordering import in_order, unread_in_order
from monolint.engine.reading_files import read_corpus
from monolint.engine.rule_choice import chosen_rules
from monolint.engine.settings import Settings
from monolint.rules import run_rules
from monolint.rules.model import Rule


def check(paths: Sequence[Path], settings: Settings) -> Report:
    """Read every document under `paths`, compare those about one drug, and report.

    Raises SetupErrors when the rules cannot be used; everything else that fails is in the report.
    """
    rules = chosen_rules(settings)
    corpus = read_corpus(paths, settings)
    groups = group_by_drug(corpus.readings, settings.configuration.aliases)
    outcomes = [_compare(group, rules) for group in groups]
    jurisdictions = _jurisdictions(corpus.readings, settings.configuration.sources)
    findings = [
        weighed(finding, jurisdictions)
        for outcome in outcomes
        if not isinstance(outcome, Failure)
        for finding in outcome
        if finding.confidence >= settings.min_confidence
    ]
    crashes = tuple(outcome for outcome in outcomes if isinstance(outcome, Failure))
    return Report(
        findings=in_order(findings),
        unread=unread_in_order(item for reading in corpus.readings for item in reading.unread),
        claims=tuple(claim for reading in corpus.readings for claim in reading.claims),
        documents=len(corpus.readings),
        skipped=corpus.skipped,
        failures=(*corpus.failures, *crashes),
        notices=corpus.notices,
    )


def _jurisdictions(readings: Sequence[Reading], sources: Sequence[Source]) -> dict[str, str]:
    """What the sources of the documents declare, by path; a document without is left out."""
    declared = {source.name: source.jurisdiction for source in sources}
    found = {item.path: declared.get(item.source or "") for item in readings}
    return {path: jurisdiction for path, jurisdiction in found.items() if jurisdiction}


def _compare(group: DrugGroup, rules: Sequence[Rule]) -> tuple[Finding, ...] | Failure:
    name = ", ".join(document.path for document in group.documents)
    return guarded(lambda: run_rules(rules, group), name, "comparing")
