"""The same corpus gives the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .corpus import NAME, SOURCES, Corpus

PATHS = [f"seeds/{source}/{NAME}" for source in SOURCES]


def _output(folder: Path, output_format: str, paths: list[str], seed: str) -> bytes:
    command = [sys.executable, "-m", "monolint", "check", *paths, "--output-format", output_format]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [*command, "--min-severity", "info"], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr.decode()
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("output_format", ["text", "concise", "json"])
def test_hash_seed_and_argument_order(output_format: str, corpus: Corpus, tmp_path: Path) -> None:
    corpus.write(tmp_path)
    runs = ((PATHS, "1"), (PATHS[::-1], "2"), (["seeds"], "3"))
    outputs = {_output(tmp_path, output_format, paths, seed) for paths, seed in runs}
    assert len(outputs) == 1
    assert outputs.pop()
