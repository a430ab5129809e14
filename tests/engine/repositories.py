"""Throw-away git repositories of monographs."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

MONOGRAPH = """# {drug}

## Contraindications
{contraindications}

## Pregnancy
{pregnancy}
"""
_WHO = {
    "GIT_AUTHOR_NAME": "A. Author",
    "GIT_AUTHOR_EMAIL": "author@example.org",
    "GIT_COMMITTER_NAME": "A. Author",
    "GIT_COMMITTER_EMAIL": "author@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


@dataclass(frozen=True)
class Repository:
    """A git repository in a folder."""

    folder: Path

    def git(self, *arguments: str) -> str:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=environment | _WHO,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def put(
        self,
        name: str,
        contraindications: str = "None.",
        pregnancy: str = "Do not use it in pregnancy.",
        drug: str = "Veltrazine",
    ) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = MONOGRAPH.format(drug=drug, contraindications=contraindications, pregnancy=pregnancy)
        path.write_text(text, encoding="utf-8")
        return path

    def commit(self, message: str = "a commit") -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")


def new_repository(folder: Path) -> Repository:
    """A repository on the branch "main", without a commit."""
    folder.mkdir(parents=True, exist_ok=True)
    repository = Repository(folder)
    repository.git("init", "--quiet", "--initial-branch=main")
    return repository
