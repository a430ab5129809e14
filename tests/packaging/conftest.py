"""Archives of the project, and empty environments to install them into."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

_LEFTOVERS = shutil.ignore_patterns(
    ".git", ".*_cache", ".venv", ".hypothesis", "__pycache__", "build", "dist"
)


def run(*command: str | Path, cwd: Path) -> str:
    """Run a program that must succeed; returns what it printed."""
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment."""

    folder: Path

    @property
    def bin(self) -> Path:
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    def pip(self, *arguments: str | Path) -> None:
        run(self.bin / "python", "-m", "pip", "--disable-pip-version-check", *arguments, cwd=self.folder)

    def monolint(self, *arguments: str | Path, cwd: Path) -> str:
        """What monolint prints; 0 and 1 are its ordinary endings."""
        command = [str(self.bin / "monolint"), *map(str, arguments)]
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout


@cache
def _index_answers() -> bool:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "hatchling"]
    with TemporaryDirectory() as folder:
        return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0


def need_package_index() -> None:
    """Skip the test, visibly, where no package index answers."""
    if not _index_answers():
        pytest.skip("no package index answers")


@pytest.fixture(scope="session")
def checkout(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project without what tools leave behind."""
    return shutil.copytree(root, tmp_path_factory.mktemp("checkout") / "monolint", ignore=_LEFTOVERS)


@pytest.fixture(scope="session")
def archives(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel built from it."""
    need_package_index()
    folder = tmp_path_factory.mktemp("archives")
    run(sys.executable, "-m", "build", "--outdir", folder, cwd=checkout)
    return folder


@pytest.fixture(scope="session")
def install(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Environment]:
    """Installs something into an empty environment."""
    need_package_index()

    def into_empty(*what: str | Path) -> Environment:
        environment = Environment(tmp_path_factory.mktemp("environment"))
        run(sys.executable, "-m", "venv", environment.folder, cwd=environment.folder)
        environment.pip("install", "--quiet", *what)
        return environment

    return into_empty
