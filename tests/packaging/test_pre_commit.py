"""The hook, run by the real pre-commit in a repository that knows nothing of this project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
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


_IDENTITY = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *_IDENTITY, *arguments], cwd=folder, capture_output=True, text=True, check=True
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


@dataclass(frozen=True)
class Library:
    """A repository of monographs with the hook installed."""

    folder: Path
    home: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PRE_COMMIT_HOME": str(self.home)}
        environment["MONOLINT_CACHE_DIR"] = str(self.home / "cache")
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "pre_commit", *arguments)

    def commit(self, message: str) -> subprocess.CompletedProcess[str]:
        _git(self.folder, "add", "--all")
        return self.run("git", *_IDENTITY, "commit", "--quiet", "--message", message)

    def put(self, name: str, contraindications: str) -> None:
        _write(self.folder / name, contraindications)

    def head(self) -> str:
        return _git(self.folder, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def library(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    need_package_index()
    folder = tmp_path_factory.mktemp("hooked")
    hook = shutil.copytree(checkout, folder / "hook")
    made = Library(folder / "library", folder / "home")
    made.put("first/zelvorine.md", "None.")
    config = _CONFIG.format(hook=hook.as_posix(), revision=_commit_all(hook))
    (made.folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    _commit_all(made.folder)
    installed = made.pre_commit("install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return made


def test_the_life_of_a_hook(library: Library) -> None:
    start = library.head()
    library.put("second/zelvorine.md", "Contraindicated in patients with asthma.")
    refused = library.commit("A contradiction")
    told = refused.stdout + refused.stderr
    assert refused.returncode == 1
    assert library.head() == start
    assert "second/zelvorine.md:7:1" in told
    assert "first/zelvorine.md:7:1" in told
    assert "[contraindications-none]" in told

    library.put("second/zelvorine.md", "None.")
    corrected = library.commit("Corrected")
    assert corrected.returncode == 0, corrected.stdout + corrected.stderr
    assert library.head() != start

    forced = library.run("git", *_IDENTITY, "commit", "--quiet", "--allow-empty", "--message", "x")
    assert forced.returncode == 0, forced.stdout + forced.stderr


def test_what_was_there_before_keeps_nobody_from_committing(library: Library) -> None:
    library.put("third/zelvorine.md", "Contraindicated in patients with gout.")
    _git(library.folder, "add", "--all")
    library.run("git", *_IDENTITY, "commit", "--quiet", "--no-verify", "--message", "Past the hook")
    before = library.head()

    everything = library.pre_commit("run", "--all-files")
    assert everything.returncode == 1
    assert "third/zelvorine.md" in everything.stdout

    (library.folder / "notes.txt").write_text("Nothing that names a drug.")
    assert library.commit("Another file").returncode == 0
    (library.folder / "third").rename(library.folder / "renamed")
    renamed = library.commit("Renamed")
    assert renamed.returncode == 0, renamed.stdout + renamed.stderr
    (library.folder / "second" / "zelvorine.md").unlink()
    deleted = library.commit("Deleted")
    assert deleted.returncode == 0, deleted.stdout + deleted.stderr

    library.put("fourth/zelvorine.md", "Contraindicated in patients with porphyria.")
    _git(library.folder, "add", "--all")
    library.run("git", *_IDENTITY, "commit", "--quiet", "--no-verify", "--message", "Past the hook too")
    in_range = library.pre_commit("run", "--from-ref", before, "--to-ref", "HEAD")
    assert in_range.returncode == 1
    assert "porphyria" in in_range.stdout
    assert "third" not in in_range.stdout
    (library.folder / "unstaged.md").write_text("not staged")
    assert library.pre_commit("run").returncode == 0
