"""What tests of several folders share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds what another one has kept, and none leaves anything in the user's cache."""
    monkeypatch.setenv("MONOLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))


ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout (or unpacked source distribution) that holds these tests."""
    return ROOT


@pytest.fixture(scope="session")
def shared(root: Path) -> Path:
    """The folder of real documents beside the checkout; tests that need it are skipped where it is not."""
    folder = root.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder of real documents beside the checkout")
    return folder
