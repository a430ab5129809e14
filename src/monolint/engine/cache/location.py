"""Where the cache is."""

from __future__ import annotations

from pathlib import Path

FILE_NAME = "monolint-cache.sqlite"
COMPANIONS = ("-journal", "-wal", "-shm")


def cache_file(folder: Path | None) -> Path:
    """The cache's file in `folder`, or in the user's cache folder as the system has it."""
    if folder is None:
        from platformdirs import user_cache_path

        folder = user_cache_path("monolint", appauthor=False)
    return folder / FILE_NAME
