"""Runs of the command line in an empty folder, on stand-ins for the stages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from monolint.cli.main import main

from ..engine.stages import install
from ..engine.trees import write_tree

Monolint = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: one document about a drug, and one that holds none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return write_tree(tmp_path, {"a.md": "veltrazine", "README.md": "none"})


@pytest.fixture
def monolint(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Monolint:
    """Runs monolint in `folder`; every rule finds one warning in every document about a drug."""
    install(monkeypatch)
    assert folder.is_dir()
    return lambda *arguments: CliRunner().invoke(main, arguments, catch_exceptions=False)
