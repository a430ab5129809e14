from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from monolint.domain.text import Position
from monolint.engine.wide_lines import wide_lines

from ..reporting.samples import OMISSION


def test_only_lines_with_more_than_ascii_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfplain\r\n\xc3\xbcber\r\n\xc3\xa9nd")
    (tmp_path / "b.md").write_text("plain\nplain\n")
    first, second = OMISSION.evidence
    finding = replace(
        OMISSION,
        evidence=(
            replace(first, path="a.md", start=Position(1, 1), end=Position(2, 2)),
            replace(second, path="a.md", start=Position(3, 1), end=Position(3, 2)),
            replace(second, path="b.md", start=Position(2, 1), end=Position(9, 2)),
            replace(second, path="gone.md"),
        ),
    )
    assert wide_lines([finding], tmp_path) == {("a.md", 2): "über\r\n", ("a.md", 3): "énd"}
