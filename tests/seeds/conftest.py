"""The seeds and what monolint says about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .corpus import NAME, Corpus
from .tool import Found, check


@pytest.fixture(scope="session")
def corpus(root: Path) -> Corpus:
    return Corpus.read(root / "seeds")


@pytest.fixture(scope="session")
def pair(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> tuple[Found, ...]:
    """The findings about both seeds."""
    return check(corpus, tmp_path_factory.mktemp("pair"))


@pytest.fixture(scope="session")
def zynapte(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> tuple[Found, ...]:
    """The findings about one seed alone."""
    return check(corpus, tmp_path_factory.mktemp("zynapte"), f"seeds/zynapte/{NAME}")


@pytest.fixture(scope="session")
def rxhive(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> tuple[Found, ...]:
    """The findings about the other seed alone."""
    return check(corpus, tmp_path_factory.mktemp("rxhive"), "seeds/rxhive")
