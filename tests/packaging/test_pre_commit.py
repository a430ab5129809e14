"""The hook, run by the real pre-commit in a repository that knows nothing of this project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import need_package_index

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
]

_MONOGRAPH = """---
title: Zelvorine
---

## Contraindications

{contraindications}
"""

_CONFIG = """repos:
  - repo: {hook}
    rev: {revision}
    hooks:
      - id: monolint
"""


def _git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def _commit_all(folder: Path) -> str:
    """Make a repository of a folder; returns the name of its commit."""
    _git(folder, "init", "--quiet")
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "All of it")
    return _git(folder, "rev-parse", "HEAD")


def _write(path: Path, contraindications: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_MONOGRAPH.format(contraindications=contraindications), encoding="utf-8")


def test_hook_sees_the_whole_corpus(checkout: Path, tmp_path: Path) -> None:
    need_package_index()
    hook = shutil.copytree(checkout, tmp_path / "hook")
    library = tmp_path / "library"
    _write(library / "first" / "zelvorine.md", "None.")
    _write(library / "second" / "zelvorine.md", "Contraindicated in patients with asthma.")
    config = _CONFIG.format(hook=hook.as_posix(), revision=_commit_all(hook))
    (library / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    _commit_all(library)

    def pre_commit(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
        command = [sys.executable, "-m", "pre_commit", "run", *arguments]
        return subprocess.run(
            command, cwd=library, env=environment, capture_output=True, text=True, check=False
        )

    failed = pre_commit("--all-files")
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "contraindication" in failed.stdout
    assert "first/zelvorine.md" in failed.stdout
    assert "second/zelvorine.md" in failed.stdout

    changed = library / "second" / "zelvorine.md"
    _write(changed, "None.")
    _git(library, "add", "--all")
    passed = pre_commit("--files", str(changed))
    assert passed.returncode == 0, passed.stdout + passed.stderr
