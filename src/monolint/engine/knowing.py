"""The baseline of a run: read from its file, and laid over the findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from monolint import __version__
from monolint.domain.baseline import Baseline, BaselineNews, KnownFinding
from monolint.domain.finding import Confidence, Failure, Finding, Severity
from monolint.engine.baseline import Matched, match
from monolint.engine.baseline_file import parse
from monolint.engine.errors import SetupErrors
from monolint.engine.pathnames import shown
from monolint.engine.rule_names import is_chosen
from monolint.engine.settings import Settings


@dataclass(frozen=True, slots=True)
class Looked:
    """What a run looked at: the documents that it read, and the least severity that it listed."""

    paths: frozenset[str]
    least: Severity


def load_baseline(settings: Settings) -> Baseline | None:
    """The baseline that the settings name, or None. Raises SetupErrors when it cannot be used."""
    path = settings.baseline_file
    if path is None:
        return None
    name = shown(path, settings.root)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        hint = "write it: monolint baseline create"
        raise SetupErrors([Failure(name, "there is no such baseline", hint)]) from error
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SetupErrors([Failure(name, f"the baseline cannot be read: {reason}", "mend it")]) from error
    return parse(text, name)


def matched(findings: Iterable[Finding], baseline: Baseline, settings: Settings, looked: Looked) -> Matched:
    """The findings as the baseline parts them; an entry is stale only where the run would have seen it."""
    found = match(findings, baseline, __version__)
    stale = [entry for entry in found.stale if _would_be_seen(entry, settings, looked)]
    return Matched(found.new, found.known, found.reopened, tuple(stale))


def news(found: Matched, settings: Settings) -> BaselineNews:
    """What to tell of a baseline."""
    assert settings.baseline_file is not None
    name = shown(settings.baseline_file, settings.root)
    return BaselineNews(name, len(found.known), found.reopened, found.stale)


def _would_be_seen(entry: KnownFinding, settings: Settings, looked: Looked) -> bool:
    """Whether a run with these rules, over these documents, would list the finding of an entry."""
    if entry.severity < looked.least or settings.min_confidence > Confidence.MEDIUM:
        return False
    if not is_chosen(entry.rule, settings):
        return False
    unread: Sequence[str] = [path for path in sorted(entry.paths) if path not in looked.paths]
    return not any(Path(settings.root, path).exists() for path in unread)
