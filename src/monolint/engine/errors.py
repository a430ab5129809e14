"""What keeps a run from starting at all."""

from __future__ import annotations

from collections.abc import Iterable

from monolint.domain.finding import Failure


class SetupErrors(Exception):
    """A configuration, a choice of rules or a rule file that cannot be used; holds every defect."""

    def __init__(self, errors: Iterable[Failure]) -> None:
        self.errors = tuple(errors)
        super().__init__("; ".join(f"{error.path}: {error.message}" for error in self.errors))
