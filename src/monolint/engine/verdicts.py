"""What is found about each drug: kept from an earlier run where nothing about the drug has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monolint.domain.finding import Failure, Finding, Severity
from monolint.engine.batches import batched
from monolint.engine.cache.packing import Damaged
from monolint.engine.cache.shelf import Shelf
from monolint.engine.cache.stamps import digest
from monolint.engine.cache.store import VerdictRow
from monolint.engine.cache.values import count_lists, finding_lists
from monolint.engine.crew import Died, share_out
from monolint.engine.entries import Entry
from monolint.engine.grouping import Drug
from monolint.engine.jurisdictions import declared
from monolint.engine.progress import Told, counted, untold
from monolint.engine.rules_of_run import RulesOfRun
from monolint.engine.settings import Settings

_AT_ONCE = 500
"""Drugs that are looked up together."""
_KEPT_AT_ONCE = 64
_CLAIM_WEIGHT = 20
"""To compare a claim takes about as long as to read so many bytes."""


class Verdicts:
    """The findings of a run by drug, packed until they are listed."""

    def __init__(self, settings: Settings, rules: RulesOfRun, shelf: Shelf, told: Told = untold) -> None:
        self._settings = settings
        self._rules = rules
        self._shelf = shelf
        self._told = told
        self._drugs: Sequence[Drug[Entry]] = ()
        self._rows: dict[int, VerdictRow] = {}
        self._counts: dict[int, tuple[int, ...]] = {}
        self._failures: dict[int, Failure] = {}

    def reach(self, drugs: Sequence[Drug[Entry]]) -> None:
        """Find what the rules say of each drug; only drugs about which anything changed are compared."""
        self._drugs = drugs
        keys = [self._key(drug) for drug in drugs]
        for some in batched(range(len(drugs)), _AT_ONCE):
            kept = self._shelf.verdicts([keys[number] for number in some])
            for number in some:
                if keys[number] in kept:
                    self._take(number, kept[keys[number]])
        self._compare([number for number in range(len(drugs)) if number not in self._rows], keys)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The drugs that could not be compared, in order."""
        return tuple(self._failures[number] for number in sorted(self._failures))

    def counts(self, *, below: Severity) -> dict[Severity, int]:
        """How many findings there are of each severity below one."""
        return {
            severity: sum(counts[place] for counts in self._counts.values())
            for place, severity in enumerate(Severity)
            if severity < below
        }

    def findings(self, least: Severity) -> Iterator[Finding]:
        """All findings from a severity up: by drug, and in order within it."""
        packer = finding_lists()
        for number in sorted(self._rows):
            row = self._rows[number]
            try:
                found = packer.unpack(row.main)
                if least is Severity.INFO:
                    found += packer.unpack(row.rest)
            except Damaged:
                self._shelf.damaged()
                self._compare([number], {number: row.key})
                found = packer.unpack(self._rows[number].main) + packer.unpack(self._rows[number].rest)
            yield from (finding for finding in found if finding.severity >= least)

    def _take(self, number: int, row: VerdictRow) -> None:
        try:
            self._counts[number] = count_lists().unpack(row.counts)
            self._rows[number] = row
        except Damaged:
            self._shelf.damaged()

    def _compare(self, todo: Sequence[int], keys: Sequence[bytes] | dict[int, bytes]) -> None:
        if not todo:
            return
        from monolint.engine.comparing_drugs import Comparer, Comparison

        drugs = [self._drugs[number] for number in todo]
        tasks = (
            Comparison(keys[number], drug, tuple(self._shelf.body(entry.key) for entry in drug.members))
            for number, drug in zip(todo, drugs, strict=True)
        )
        weights = [_CLAIM_WEIGHT * sum(entry.claims for entry in drug.members) for drug in drugs]
        results = share_out(Comparer(self._settings, self._rules.load()), tasks, weights, self._settings.jobs)
        results = counted(results, self._told, "comparing", len(todo))
        for some in batched(zip(todo, results, strict=True), _KEPT_AT_ONCE):
            self._shelf.keep_verdicts([result for _, result in some if isinstance(result, VerdictRow)])
            for number, result in some:
                if isinstance(result, VerdictRow):
                    self._take(number, result)
                else:
                    self._failures[number] = _failure(self._drugs[number], result)

    def _key(self, drug: Drug[Entry]) -> bytes:
        """The name of everything that decides what is found about a drug."""
        jurisdictions = declared(drug.members, self._settings.configuration.sources)
        parts = (
            part
            for entry in drug.members
            for part in (entry.key, entry.path, entry.source or "", jurisdictions.get(entry.path, ""))
        )
        return digest(self._rules.key, drug.name, *parts)


def _failure(drug: Drug[Entry], result: Failure | Died) -> Failure:
    if isinstance(result, Failure):
        return result
    name = ", ".join(entry.path for entry in drug.members)
    hint = "the other drugs were compared; please report it with these files"
    return Failure(name, f"a worker process died while comparing this ({result.how})", hint)
