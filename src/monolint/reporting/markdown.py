"""A pull-request comment: counts, a table by drug, and every finding with both quotes, folded by drug."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from monolint.domain.finding import Confidence, Evidence, Finding, Report, Role, Severity
from monolint.reporting.summary import nothing_found
from monolint.reporting.wording import counted, cut, listed, one_line, severity_counts

MOST_CHARACTERS = 65_000
"""A comment on GitHub holds 65,536 characters; bytes are counted here, of which there are never fewer."""

_LONGEST_QUOTE = 300
_MOST_DRUGS = 50
# Everything but plain words; "www." and "https:" would become links, ":name:" a picture.
_SPECIAL = re.compile(r"[^\w\s.,:;%/()°µ≥≤–—'’-]|_|:(?=\S)|(?<=www)\.", re.IGNORECASE)
# Signs that still make a mention or a reference when they are written as entities.
_NAMES = "@#"


def render(report: Report, min_severity: Severity = Severity.WARNING, *, most: int = MOST_CHARACTERS) -> str:
    """The report in at most about `most` bytes of UTF-8, with a statement of what was left out."""
    findings = report.at_least(min_severity)
    by_drug = [(subject, list(group)) for subject, group in groupby(findings, key=lambda one: one.subject)]
    by_drug.sort(key=lambda item: -max(finding.severity for finding in item[1]))
    parts = [f"## monolint: {severity_counts(report)}", _checked(report)]
    if report.failures:
        parts.append(f"**{counted(len(report.failures), 'input')} could not be checked.**")
    if not findings:
        parts.append(nothing_found(report))
    else:
        parts.append(_overview(by_drug))
    size = sum(len(part.encode()) + 2 for part in parts)
    left = 0
    for subject, members in by_drug:
        blocks, rest = _drug(subject, members, most - size)
        left += rest
        size += sum(len(block.encode()) + 2 for block in blocks)
        parts += blocks
    if left:
        parts.append(f"Left out, because a comment has a limit: {counted(left, 'finding')}.")
    return "\n\n".join(parts) + "\n"


def _checked(report: Report) -> str:
    documents = counted(report.documents, "document")
    unread = counted(report.unread_count, "passage")
    known = ""
    if report.baseline:
        stale = counted(len(report.baseline.stale), "entry", "entries")
        known = f" {report.baseline.known} known from the baseline, {stale} of it no longer found."
    return f"{documents} checked, {report.skipped} skipped; {unread} not understood.{known}"


def _overview(by_drug: Sequence[tuple[str, Sequence[Finding]]]) -> str:
    rows = ["| Drug | Errors | Warnings | Infos |", "|---|--:|--:|--:|"]
    for subject, members in by_drug[:_MOST_DRUGS]:
        counts = [sum(item.severity is severity for item in members) for severity in _WORST_FIRST]
        rows.append(f"| {escaped(subject)} | {' | '.join(map(str, counts))} |")
    if len(by_drug) > _MOST_DRUGS:
        more = len(by_drug) - _MOST_DRUGS
        rows.append(f"| {counted(more, 'more drug')} | | | |")
    return "\n".join(rows)


_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def _drug(subject: str, members: Sequence[Finding], room: int) -> tuple[list[str], int]:
    """The folded findings of one drug that fit, and how many do not."""
    counts = [
        counted(number, severity.label)
        for severity in _WORST_FIRST
        if (number := sum(item.severity is severity for item in members))
    ]
    is_open = " open" if members[0].severity is Severity.ERROR else ""
    opening = f"<details{is_open}><summary>{escaped(subject)}: {listed(counts)}</summary>"
    closing = "</details>"
    room -= len(opening.encode()) + len(closing) + 4
    blocks: list[str] = []
    for finding in members:
        block = _finding(finding)
        room -= len(block.encode()) + 2
        if room < 0:
            break
        blocks.append(block)
    return ([opening, *blocks, closing] if blocks else []), len(members) - len(blocks)


def _finding(finding: Finding) -> str:
    head = f"**{finding.severity.label}**: {escaped(finding.message)} (`{finding.rule}`)"
    details = [
        f"case: {escaped(finding.scope)}" if finding.scope else "",
        f"confidence: {finding.confidence.label}" if finding.confidence < Confidence.HIGH else "",
    ]
    said = "; ".join(filter(None, details))
    sides = [item for item in finding.evidence if item.role is not Role.COPY] or finding.evidence[:1]
    copies = [item for item in finding.evidence if item not in sides]
    rows = ["| Place | Text |", "|---|---|", *map(_row, sides)]
    also = f"\n\nalso at {', '.join(map(_place, copies))}" if copies else ""
    return f"{head}{f' – {said}' if said else ''}\n\n" + "\n".join(rows) + also


def _row(evidence: Evidence) -> str:
    return f"| {_place(evidence)} | <code>{escaped(cut(evidence.text, _LONGEST_QUOTE))}</code> |"


def _place(evidence: Evidence) -> str:
    return f"<code>{escaped(evidence.path)}:{evidence.start.line}</code>"


def escaped(text: str) -> str:
    """Text of a document as Markdown that says the same: no mark-up, link, mention or table cell in it."""
    return _SPECIAL.sub(_entity, one_line(text))


def _entity(found: re.Match[str]) -> str:
    sign = found.group()
    return f"&#{ord(sign)};" + ("&#8203;" if sign in _NAMES else "")
