"""What is found about one drug, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from monolint.domain.finding import Failure, Finding, Severity
from monolint.engine.cache.store import VerdictRow
from monolint.engine.cache.values import count_lists, finding_lists
from monolint.engine.entries import Entry
from monolint.engine.grouping import Drug, assembled
from monolint.engine.guard import guarded
from monolint.engine.jurisdictions import declared, weighed
from monolint.engine.ordering import in_order
from monolint.engine.settings import Settings
from monolint.engine.unpacking import Vanished, reading_of
from monolint.rules import Rule, run_rules


@dataclass(frozen=True, slots=True)
class Comparison:
    """A drug to compare: its documents, and what is kept of each (None where that is lost)."""

    key: bytes
    drug: Drug[Entry]
    bodies: tuple[bytes | None, ...]


class Comparer:
    """Compares drugs by the rules that the settings choose."""

    def __init__(self, settings: Settings, rules: tuple[Rule, ...]) -> None:
        self._settings = settings
        self._rules = rules

    def __call__(self, task: Comparison) -> VerdictRow | Failure:
        """The findings about a drug, in order; a crash costs this drug alone."""
        name = ", ".join(entry.path for entry in task.drug.members)
        return guarded(lambda: self._row(task), name, "comparing")

    def _row(self, task: Comparison) -> VerdictRow | Failure:
        try:
            readings = [
                reading_of(entry, body) for entry, body in zip(task.drug.members, task.bodies, strict=True)
            ]
        except Vanished as error:
            return error.failure
        jurisdictions = declared(task.drug.members, self._settings.configuration.sources)
        found = run_rules(self._rules, assembled(task.drug.name, readings))
        kept = (item for item in found if item.confidence >= self._settings.min_confidence)
        return _packed(task.key, in_order(weighed(item, jurisdictions) for item in kept))


def _packed(key: bytes, findings: tuple[Finding, ...]) -> VerdictRow:
    packer = finding_lists()
    main = tuple(item for item in findings if item.severity > Severity.INFO)
    rest = findings[len(main) :]
    counts = tuple(sum(item.severity is each for item in findings) for each in Severity)
    return VerdictRow(key, count_lists().pack(counts), packer.pack(main), packer.pack(rest))
