from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ..engine.trees import write_tree

NORTH = """---
title: Veltrazine
---

# Veltrazine

## Contraindications

None.

## Dosage

Adults: 40 mg twice daily. Maximum 60 mg per day.

## Pregnancy

Veltrazine is contraindicated in pregnancy and in acute porphyria.
"""
SOUTH = NORTH.replace("None.", "Hypersensitivity to veltrazine.").replace("40 mg", "30 mg")


def run(folder: Path, seed: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "monolint", "check", *arguments, "--min-severity", "info"],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


@pytest.mark.parametrize("chosen", ["json", "text", "concise"])
def test_the_output_is_the_same_for_any_hash_seed_and_order(tmp_path: Path, chosen: str) -> None:
    write_tree(tmp_path, {"north/a.md": NORTH, "south/a.md": SOUTH, "south/b.md": NORTH})
    arguments = ["--output-format", chosen]
    outputs = [run(tmp_path, seed, "north", "south", *arguments) for seed in ("0", "1", "12345")]
    outputs.append(run(tmp_path, "7", "south/b.md", "south", "north", *arguments))
    assert outputs == outputs[:1] * len(outputs)
    assert "contraindications-none" in outputs[0]
    assert "dose" in outputs[0]
