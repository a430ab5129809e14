"""The lines of findings that hold more than ASCII, for formats that count columns in other units."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from monolint.domain.finding import Finding
from monolint.domain.text import LineIndex
from monolint.reading.decoding import decode
from monolint.reading.errors import UnreadableFile


def wide_lines(findings: Iterable[Finding], folder: Path) -> dict[tuple[str, int], str]:
    """Text by path (relative to `folder`) and line, of lines where a place begins or ends.

    A file that cannot be read any more has none: its columns are then counted in code points.
    """
    wanted: dict[str, set[int]] = {}
    for finding in findings:
        for evidence in finding.evidence:
            wanted.setdefault(evidence.path, set()).update((evidence.start.line, evidence.end.line))
    found = {}
    for path, numbers in wanted.items():
        text = _text(folder / path)
        if text is None or text.isascii():
            continue
        index = LineIndex(text)
        for number in numbers:
            if number <= index.lines:
                end = index.start_of(number + 1) if number < index.lines else len(text)
                line = text[index.start_of(number) : end]
                if not line.isascii():
                    found[path, number] = line
    return found


def _text(path: Path) -> str | None:
    try:
        return decode(path.read_bytes())
    except (OSError, UnreadableFile):
        return None
