"""Folders of files written for one test."""

from __future__ import annotations

from pathlib import Path

DRUG = "---\ntitle: Veltrazine\n---\n\n# Veltrazine\n\nText.\n"


def write_tree(root: Path, files: dict[str, str | bytes]) -> Path:
    """Write files by their path below `root`."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root
