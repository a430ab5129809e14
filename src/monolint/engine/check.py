"""The whole way from paths to a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from monolint.domain.finding import Failure, Report, Severity, Unread
from monolint.engine.cache.shelf import Shelf
from monolint.engine.entries import Entry
from monolint.engine.grouping import by_drug
from monolint.engine.knowing import Looked, load_baseline, matched, news
from monolint.engine.ordering import unread_in_order
from monolint.engine.progress import Told, untold
from monolint.engine.reading_files import read_entries
from monolint.engine.rules_of_run import RulesOfRun
from monolint.engine.settings import Settings
from monolint.engine.snapshots import ON_DISK, Snapshot
from monolint.engine.unpacking import Vanished, unread_of
from monolint.engine.verdicts import Verdicts


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report lists: findings from a severity up, and the unread passages; the rest is counted."""

    least: Severity = Severity.INFO
    unread: bool = True


EVERYTHING = Wanted()


def check(
    paths: Sequence[Path],
    settings: Settings,
    wanted: Wanted = EVERYTHING,
    told: Told = untold,
    snapshot: Snapshot = ON_DISK,
) -> Report:
    """Read every document under `paths`, compare those about one drug, and report.

    A snapshot says which documents are read in another state than that of the disk.
    Raises SetupErrors when the rules or the baseline cannot be used; what else fails is in the report.
    """
    baseline = load_baseline(settings)
    with Shelf(settings.cache_file) as shelf:
        rules = RulesOfRun(settings, shelf)
        entries = read_entries(paths, settings, shelf, told, snapshot)
        documents = entries.documents
        verdicts = Verdicts(settings, rules, shelf, told)
        verdicts.reach(by_drug(documents, settings.configuration.aliases))
        findings = tuple(verdicts.findings(wanted.least))
        failures = [*entries.failures, *verdicts.failures]
        unread = _unread(documents, shelf, failures) if wanted.unread else []
        remarks = shelf.remarks
    since = None
    if baseline:
        looked = Looked(frozenset(entry.path for entry in documents), wanted.least)
        found = matched(findings, baseline, settings, looked)
        findings, since = found.new, news(found, settings)
    return Report(
        findings=findings,
        unread=unread_in_order(unread),
        claims=sum(entry.claims for entry in documents),
        documents=len(documents),
        skipped=len(entries.notices),
        failures=tuple(failures),
        notices=entries.notices,
        remarks=remarks,
        unlisted=verdicts.counts(below=wanted.least),
        unlisted_unread=0 if wanted.unread else sum(entry.unread for entry in documents),
        baseline=since,
    )


def _unread(documents: Sequence[Entry], shelf: Shelf, failures: list[Failure]) -> list[Unread]:
    try:
        return [item for found in unread_of(documents, shelf) for item in found]
    except Vanished as error:
        failures.append(error.failure)
        return []
