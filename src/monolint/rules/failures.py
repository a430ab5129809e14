"""Errors of rule files, gathered so that one run shows them all."""

from __future__ import annotations

from collections.abc import Iterable

from monolint.domain.finding import Failure


class RuleErrors(Exception):
    """Rule files that could not be loaded; `errors` names file, line and field of each defect."""

    def __init__(self, errors: Iterable[Failure]) -> None:
        self.errors = tuple(errors)
        super().__init__("; ".join(f"{error.path}: {error.message}" for error in self.errors))
