"""Paths to documents and their claims; what cannot be read is a value that says why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from monolint.domain.corpus import Corpus, Reading
from monolint.domain.finding import Failure, Notice
from monolint.engine.discovery import discover
from monolint.engine.files import load
from monolint.engine.guard import guarded
from monolint.engine.pathnames import shown
from monolint.engine.settings import Settings
from monolint.engine.sources import SourceOf, source_finder
from monolint.extraction import extract
from monolint.form.inspecting import inspect
from monolint.reading import UnreadableFile, read_document


def read_corpus(paths: Sequence[Path], settings: Settings) -> Corpus:
    """Read every document under `paths`. Files that fail do not keep the others from being read."""
    found = discover(paths, settings.root, settings.configuration.exclude)
    source_of = source_finder(settings.configuration.sources)
    outcomes = [_read_file(path, settings, source_of) for path in found.files]
    notices = tuple(outcome for outcome in outcomes if isinstance(outcome, Notice))
    failures = tuple(outcome for outcome in outcomes if isinstance(outcome, Failure))
    readings = tuple(outcome for outcome in outcomes if isinstance(outcome, Reading))
    return Corpus(readings, len(notices), (*found.failures, *failures), notices)


def _read_file(path: Path, settings: Settings, source_of: SourceOf) -> Reading | Failure | Notice:
    """One file read. A Notice says that it holds nothing to check: no text, or no drug."""
    name = shown(path, settings.root)
    loaded = load(path, name, int(settings.configuration.max_file_size))
    if isinstance(loaded, Failure | Notice):
        return loaded
    return guarded(lambda: _read(name, loaded, source_of(name)), name, "reading")


def _read(name: str, data: bytes, source: str | None) -> Reading | Failure | Notice:
    try:
        document = read_document(name, data, source)
    except UnreadableFile as error:
        return Failure(name, error.message, error.hint, error.line)
    if document.subject is None:
        return Notice(name, "names no drug, skipped")
    extraction = extract(document)
    subject, flaws = document.subject, inspect(document)
    return Reading(name, source, subject, extraction.claims, extraction.unread, flaws)
