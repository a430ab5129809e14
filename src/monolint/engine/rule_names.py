"""Which rules a run uses, by their names alone."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from monolint.engine.settings import Settings


def is_chosen(rule: str, settings: Settings) -> bool:
    """Whether a rule of this id is selected, not ignored and not off."""
    selected = not settings.select or _matches_any(rule, settings.select)
    off = settings.configuration.severity.get(rule) == "off"
    return selected and not off and not _matches_any(rule, settings.ignore)


def _matches_any(rule: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(rule, pattern) for pattern in patterns)
