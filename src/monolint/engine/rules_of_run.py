"""The rules of a run, which are loaded when they are needed, and known again without."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from monolint.engine.cache.shelf import Shelf
from monolint.engine.cache.stamps import comparing_stamp, digest
from monolint.engine.settings import Settings
from monolint.rules import builtin_directory, rule_files

if TYPE_CHECKING:
    from monolint.rules import Rule


class RulesOfRun:
    """`key` names the rules, their configuration and all code that makes findings of claims."""

    def __init__(self, settings: Settings, shelf: Shelf) -> None:
        """Loads the rules unless an earlier run has found these very ones in order. Raises SetupErrors."""
        self._settings = settings
        self._loaded: tuple[Rule, ...] | None = None
        known = _key(settings)
        # A file that cannot be read keeps the rules from being loaded too; should it not, nothing is kept.
        self.key = known or os.urandom(16)
        if not shelf.has_rules(self.key):
            self.load()
            if known:
                shelf.keep_rules(known)

    def load(self) -> tuple[Rule, ...]:
        """The chosen rules. Raises SetupErrors."""
        if self._loaded is None:
            # Rules bring the comparators and what they are checked with: as much as all else of a warm run.
            from monolint.engine.rule_choice import chosen_rules

            self._loaded = chosen_rules(self._settings)
        return self._loaded


def _key(settings: Settings) -> bytes | None:
    parts: list[bytes | str] = [comparing_stamp()]
    try:
        for directory in (builtin_directory(), *settings.rule_directories):
            for path in rule_files(directory):
                parts += [str(path), path.read_bytes()]
    except OSError:
        return None
    configuration = settings.configuration
    choice = [
        settings.select,
        settings.ignore,
        sorted(configuration.severity.items()),
        configuration.options,
        settings.min_confidence,
    ]
    return digest(*parts, json.dumps(choice, sort_keys=True, default=str))
