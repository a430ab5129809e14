"""Paths as the reader's terminal opens them: relative to the folder it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from monolint.domain.baseline import BaselineNews
from monolint.domain.finding import Finding, Report


def rebased(report: Report, root: Path, folder: Path) -> Report:
    """The report with paths below `folder` relative to it, others absolute; `root` is what they were
    relative to."""
    if root == folder:
        return report
    name = renamer(root, folder)
    return replace(
        report,
        findings=tuple(_finding(finding, name) for finding in report.findings),
        unread=tuple(replace(item, path=name(item.path)) for item in report.unread),
        failures=tuple(replace(item, path=name(item.path)) for item in report.failures),
        notices=tuple(replace(item, path=name(item.path)) for item in report.notices),
        baseline=_baseline(report.baseline, name) if report.baseline else None,
    )


def renamer(root: Path, folder: Path) -> Callable[[str], str]:
    """What turns a path relative to `root` into one for a reader in `folder`."""

    def name(path: str) -> str:
        full = root / path
        return (full.relative_to(folder) if full.is_relative_to(folder) else full).as_posix()

    return name


def _baseline(news: BaselineNews, name: Callable[[str], str]) -> BaselineNews:
    reopened = tuple(replace(item, finding=_finding(item.finding, name)) for item in news.reopened)
    return replace(news, name=name(news.name), reopened=reopened)


def _finding(finding: Finding, name: Callable[[str], str]) -> Finding:
    evidence = tuple(replace(item, path=name(item.path)) for item in finding.evidence)
    return replace(finding, evidence=evidence)
