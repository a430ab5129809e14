"""Labels of two jurisdictions can rightly differ: what such a conflict is worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from monolint.domain.finding import Finding, Role, Severity
from monolint.engine.config import Source
from monolint.engine.entries import Entry


def declared(entries: Iterable[Entry], sources: Sequence[Source]) -> dict[str, str]:
    """What the sources of documents declare, by path; a document without is left out."""
    of_source = {source.name: source.jurisdiction for source in sources if source.jurisdiction}
    if not of_source:
        return {}
    found = {entry.path: of_source.get(entry.source or "") for entry in entries}
    return {path: jurisdiction for path, jurisdiction in found.items() if jurisdiction}


def weighed(finding: Finding, jurisdictions: Mapping[str, str]) -> Finding:
    """A contradiction between jurisdictions alone becomes a discrepancy that says so.

    `jurisdictions` maps the paths of documents to what their source declares. Nothing declared means
    nothing assumed: the finding stays when a side declares none, or the same as the primary side.
    """
    sides = [item for item in finding.evidence if item.role is not Role.COPY]
    first, *others = [jurisdictions.get(item.path) for item in sides]
    if not others or first is None or any(other in (None, first) for other in others):
        return finding
    names = " and ".join(sorted({first, *filter(None, others)}))
    message = f"{finding.message} The sources are for different jurisdictions ({names})."
    return replace(finding, severity=min(finding.severity, Severity.WARNING), message=message)
