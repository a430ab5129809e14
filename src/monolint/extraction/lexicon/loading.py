"""Reading of the vocabulary files. Every value is kept as written: `no` is a word, not a truth value."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

from monolint.extraction.lexicon.terms import TermIndex, build

# The base loaders build strings, lists and mappings only; the C one is ten times as fast.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_text(name: str) -> str:
    """The text of a vocabulary file."""
    return files("monolint.extraction.lexicon").joinpath("data", name).read_text(encoding="utf-8")


def read_data(name: str) -> dict[str, Any]:
    """The mapping that a vocabulary file holds, with strings as leaves."""
    data: dict[str, Any] = yaml.load(read_text(name), Loader=_LOADER)
    return data


def listed(text: str) -> list[str]:
    """The parts of a list that is parted by commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def read_terms(name: str) -> TermIndex:
    """The index of a file with `terms` (term: other names) and, if it has one, `broader` (term: terms)."""
    data = read_data(name)
    names = {term: listed(others) for term, others in data["terms"].items()}
    return build(names, {term: listed(above) for term, above in data.get("broader", {}).items()})
