"""Canonical section keys of headings, lead-ins, table rows, front matter keys and questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

_SPACE = re.compile(r"\s+")
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_NUMBERING = re.compile(r"^(?:(?:section\s+)?\d{1,2}(?:\.\d{1,2})*[.)]?)\s+")
_MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The contents of sections.yaml, ready for look-up."""

    names: Mapping[str, str | None]
    words: tuple[tuple[str, re.Pattern[str]], ...]
    questions: tuple[tuple[str, re.Pattern[str]], ...]
    introductions: tuple[tuple[str, re.Pattern[str]], ...]
    neutral: re.Pattern[str]
    groups: frozenset[str]
    beside_adults: re.Pattern[str]
    organs: frozenset[str]
    meant_otherwise_in: frozenset[str]


def section_of(name: str, inside: Iterable[str] = ()) -> str | None:
    """The canonical key that a section name stands for, or None.

    `inside` are the keys of the sections around it: within side effects, "Liver problems" is a
    reaction and no advice for patients with hepatic impairment.
    """
    key = _named(name)
    vocabulary = _vocabulary()
    if key in vocabulary.organs and not vocabulary.meant_otherwise_in.isdisjoint(inside):
        return None
    return key


def section_named(name: str) -> str | None:
    """As section_of, but only a whole name of the vocabulary counts."""
    return _vocabulary().names.get(_normal(name))


@lru_cache(maxsize=4096)
def introduced(sentence: str) -> str | None:
    """The canonical key of the list that a sentence introduces ("Do not take it if you have"), or None."""
    text = _normal(sentence)
    named = _vocabulary().names.get(text)
    if named or text in _vocabulary().names:
        return named
    return next((key for key, words in _vocabulary().introductions if words.search(text)), None)


@lru_cache(maxsize=4096)
def question_topic(question: str) -> str | None:
    """The canonical key of what a question asks about, or None when that is not clear."""
    text = _normal(question)
    return next((key for key, words in _vocabulary().questions if words.search(text)), None)


@lru_cache(maxsize=8192)
def _named(name: str) -> str | None:
    vocabulary = _vocabulary()
    normal = _normal(name)
    bare = _PARENTHESES.sub("", normal).strip()
    for form in (normal, bare):
        if form in vocabulary.names:
            return vocabulary.names[form]
    if not 0 < len(bare.split()) <= _MOST_WORDS or vocabulary.neutral.search(bare):
        return None
    passed_over = vocabulary.groups if vocabulary.beside_adults.search(bare) else frozenset()
    return next(
        (key for key, words in vocabulary.words if key not in passed_over and words.search(bare)), None
    )


def _normal(name: str) -> str:
    text = _SPACE.sub(" ", name.casefold().replace("&", " and ").replace("/", " or ")).strip()
    return _NUMBERING.sub("", text).strip(" :.?!*_")


@cache
def _vocabulary() -> _Vocabulary:
    text = files("monolint.reading").joinpath("sections.yaml").read_text("utf-8")
    data = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    sections: dict[str, dict[str, Any]] = data["sections"]
    names: dict[str, str | None] = {_normal(name): None for name in data["neutral"]}
    for key, entry in sections.items():
        names.update({_normal(name): key for name in entry["names"]})
    words = tuple((key, _starts(entry["words"])) for key, entry in sections.items() if entry.get("words"))
    questions = tuple((key, _starts(sections[key]["question"])) for key in data["question_order"])
    introductions = tuple((key, _turns(phrases)) for key, phrases in data["introductions"].items())
    organs = data["organs_meant_otherwise"]
    return _Vocabulary(
        names,
        words,
        questions,
        introductions,
        _starts(data["neutral_words"]),
        frozenset(data["mixed_groups"]["keys"]),
        _starts(data["mixed_groups"]["words"]),
        frozenset(organs["keys"]),
        frozenset(organs["inside"]),
    )


def _turns(phrases: Iterable[str]) -> re.Pattern[str]:
    """Phrases with choices in parentheses and gaps ("..."), the last of them near the end of the sentence."""
    forms = [phrase.replace(" ... ", r"\b[^.,:;!?]{0,60}?\b") for phrase in phrases]
    return re.compile(r"\b(?:" + "|".join(forms) + r")\b[^.!?]{0,60}$")


def _starts(phrases: Iterable[str]) -> re.Pattern[str]:
    forms = [
        re.escape(phrase[:-1]) if phrase.endswith("*") else re.escape(phrase) + r"\b" for phrase in phrases
    ]
    return re.compile(r"\b(?:" + "|".join(forms) + ")")
