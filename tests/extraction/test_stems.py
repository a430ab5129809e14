"""A pattern with stems finds all that the pattern alone would find."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import monolint.extraction
from monolint.extraction.stems import Stemmed, stemmed


def _stemmed(value: object) -> Iterator[Stemmed]:
    """Every pattern with stems in a module's value, in tables too."""
    if isinstance(value, Stemmed):
        yield value
    elif isinstance(value, dict):
        yield from _stemmed(tuple(value.values()))
    elif isinstance(value, tuple):
        for part in value:
            yield from _stemmed(part)


def _all_stemmed() -> list[Stemmed]:
    names = [
        module.name for module in pkgutil.walk_packages(monolint.extraction.__path__, "monolint.extraction.")
    ]
    modules = map(importlib.import_module, names)
    found = (stems for module in modules for value in vars(module).values() for stems in _stemmed(value))
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("pattern", _all_stemmed(), ids=lambda pattern: " ".join(pattern.stems))
def test_whatever_matches_holds_a_stem(pattern: Stemmed) -> None:
    @settings(max_examples=100, deadline=None)
    @given(st.from_regex(pattern.pattern, alphabet=st.characters(codec="ascii")))
    def matches(text: str) -> None:
        assert pattern.may_match(text.lower())

    matches()


def test_a_text_without_stem_is_not_searched() -> None:
    pattern = stemmed("plum", r"plums?|\bpear\b")
    assert pattern.search("Plums and pears", "plums and pears") is not None
    assert pattern.search("A pear", "a pear") is None
    assert [match.group() for match in pattern.finditer("plum, PLUMS", "plum, plums")] == ["plum", "PLUMS"]
    assert list(pattern.finditer("A pear", "a pear")) == []
