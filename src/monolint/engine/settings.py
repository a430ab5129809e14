"""What one run goes by: the configuration, and what the command line says over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from monolint.domain.finding import Confidence
from monolint.engine.config import Configuration
from monolint.engine.config_file import ConfigFile, find_config, named_config
from monolint.engine.errors import SetupErrors
from monolint.engine.pathnames import common_folder, git_root, shown


@dataclass(frozen=True, slots=True)
class Settings:
    """`root` is the folder that shown paths are relative to, `origin` the configuration's shown path.

    `select` and `ignore` are rule ids or globs over them; an empty `select` takes every rule.
    `cache_file` is where readings are kept from run to run, or None; `jobs` is how many processes may work.
    `baseline_file` holds the findings that are known, or is None.
    """

    root: Path
    configuration: Configuration
    origin: str = "command line"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: Confidence = Confidence.MEDIUM
    cache_file: Path | None = None
    jobs: int = 1
    baseline_file: Path | None = None

    @property
    def rule_directories(self) -> tuple[Path, ...]:
        """The configured folders of further rules; `root` is the configuration's folder then."""
        return tuple(self.root / directory for directory in self.configuration.rules)


def resolve_settings(
    paths: Sequence[Path],
    working_directory: Path,
    *,
    config: Path | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    min_confidence: Confidence = Confidence.MEDIUM,
    cache_file: Path | None = None,
    jobs: int = 1,
    baseline_file: Path | None = None,
) -> Settings:
    """Find the configuration for `paths` and lay the choices of the command line over it.

    `select` replaces what the configuration selects, `ignore` adds to what it ignores. Raises
    SetupErrors with every defect of the configuration.
    """
    found = named_config(config) if config is not None else find_config(paths, working_directory)
    if found is None:
        start = common_folder(paths)
        root = (git_root(start) if start else None) or git_root(working_directory) or working_directory
        return Settings(
            root=root,
            configuration=Configuration(),
            select=tuple(select),
            ignore=tuple(ignore),
            min_confidence=min_confidence,
            cache_file=cache_file,
            jobs=jobs,
            baseline_file=baseline_file,
        )
    configuration = _validated(found)
    return Settings(
        root=found.path.parent,
        configuration=configuration,
        origin=shown(found.path, working_directory),
        select=tuple(select) or configuration.select,
        ignore=(*configuration.ignore, *ignore),
        min_confidence=min_confidence,
        cache_file=cache_file,
        jobs=jobs,
        baseline_file=baseline_file or _configured_baseline(configuration, found.path.parent),
    )


def _configured_baseline(configuration: Configuration, folder: Path) -> Path | None:
    return folder / configuration.baseline if configuration.baseline else None


def _validated(found: ConfigFile) -> Configuration:
    from pydantic import ValidationError

    from monolint.engine import config_errors
    from monolint.engine.config_tables import validated

    try:
        return validated(found.table)
    except ValidationError as error:
        raise SetupErrors(config_errors.failures(error, str(found.path), found.prefix)) from error
