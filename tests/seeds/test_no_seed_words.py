"""The tool learns the words of a monograph from the monograph: none of the seeds' own is in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SEED_WORDS = re.compile(
    r"trastuzumab|emtansine|kadcyla|\bHER2\b|\bMBC\b|\bEBC\b|\bDM1\b|maytansin|zynapte|rxhive",
    re.IGNORECASE,
)


@pytest.mark.parametrize("folder", ["src", "rules"])
def test_no_word_of_the_seeds(folder: str, root: Path) -> None:
    files = [
        path
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in {".py", ".yaml", ".yml", ".txt", ".json"}
    ]
    found = {
        path.relative_to(root).as_posix(): match[0]
        for path in files
        if (match := SEED_WORDS.search(path.read_text(encoding="utf-8")))
    }
    assert files
    assert found == {}
