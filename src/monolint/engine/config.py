"""The configuration as a run goes by it. config_tables.py says how it is written."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

DEFAULT_MAX_FILE_SIZE = 10_000_000

SeverityName = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Source:
    """A body of documents that speaks with one voice: a publisher, a site, an edition.

    `include` and `exclude` are patterns as in .gitignore, relative to the configuration's folder.
    """

    name: str
    include: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    jurisdiction: str | None = None
    audience: str | None = None
    date: datetime.date | None = None
    trust: Literal["reference", "standard"] = "standard"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What can be configured; without arguments, what a run goes by when nothing is."""

    sources: tuple[Source, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: tuple[str, ...] = ()
    severity: Mapping[str, Literal["error", "warning", "info", "off"]] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: SeverityName | None = None
    fail_on: Literal["error", "warning", "info", "never"] = "warning"
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    max_file_size: int = DEFAULT_MAX_FILE_SIZE
