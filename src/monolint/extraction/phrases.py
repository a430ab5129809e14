"""Finding phrases of a vocabulary in prose, by their folded words.

A phrase is written in plain words; "(a|b|)" gives alternatives, "{name}" stands for any word of a
slot, "..." for up to four words. A phrase never crosses a full stop, semicolon, colon or bracket.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from monolint.extraction.lexicon.folding import Word, fold, words

_TOKEN = re.compile(r"\.\.\.|[()|]|\{\w+\}|[^\s()|{}]+")
_STOP = re.compile(r"[.;:()\[\]?!]")
_COMMA = re.compile(r",")
_GAP = r"(?:[^\s;]+ ){0,4}?"


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text as its folded words, one blank after each; `starts` holds where each word begins."""

    text: str
    words: Sequence[Word]
    starts: Sequence[int]

    def characters(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the original text behind a range of the folded text."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end) - 1
        return self.words[first].start, self.words[max(first, last)].end


def folded(text: str) -> FoldedText:
    """Fold the words of a text; stops become ";" and commas ",", both words of their own."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    found = words(text)
    for index, word in enumerate(found):
        if index:
            gap = text[found[index - 1].end : word.start]
            mark = "; " if _STOP.search(gap) else ", " if _COMMA.search(gap) else ""
            if mark:
                parts.append(mark)
                length += 2
        starts.append(length)
        parts.append(word.folded + " ")
        length += len(word.folded) + 1
    return FoldedText("".join(parts), found, starts)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase in a text: the number of its entry, and the characters it covers."""

    entry: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """Compiled phrases, each reached only through a word that it needs."""

    patterns: Sequence[tuple[int, str]]
    by_word: Mapping[str, Sequence[int]]

    def find(self, text: FoldedText) -> list[Hit]:
        """All hits, lower entries first, longer before shorter; hits may overlap."""
        candidates = {number for word in text.words for number in self.by_word.get(word.folded, ())}
        hits: list[Hit] = []
        for number in sorted(candidates):
            entry, source = self.patterns[number]
            for match in _compiled(source).finditer(text.text):
                hits.append(Hit(entry, *text.characters(match.start(), match.end())))
        return sorted(set(hits), key=lambda hit: (hit.entry, hit.start - hit.end, hit.start))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    """Patterns are compiled when a text first holds a word of theirs: a small run meets few."""
    return re.compile(source)


def compile_phrases(entries: Iterable[Iterable[str]], slots: Mapping[str, Sequence[str]]) -> PhraseBook:
    """A phrase book of numbered entries, each a list of phrases."""
    patterns: list[tuple[int, str]] = []
    by_word: dict[str, list[int]] = {}
    for entry, phrases in enumerate(entries):
        for phrase in phrases:
            source, needed = _pattern(phrase, slots)
            for word in needed:
                by_word.setdefault(word, []).append(len(patterns))
            patterns.append((entry, r"(?<!\S)" + source))
    return PhraseBook(patterns, by_word)


def _pattern(phrase: str, slots: Mapping[str, Sequence[str]]) -> tuple[str, frozenset[str]]:
    """The regular expression of a phrase, and words of which every hit holds at least one."""
    tokens = _TOKEN.findall(phrase)
    source, position, needed = _sequence(tokens, 0, slots)
    if position != len(tokens) or needed is None:
        raise ValueError(f"not a phrase with a word of its own: {phrase!r}")
    return source, needed


def _sequence(
    tokens: Sequence[str], position: int, slots: Mapping[str, Sequence[str]]
) -> tuple[str, int, frozenset[str] | None]:
    parts: list[str] = []
    choices: list[frozenset[str]] = []
    while position < len(tokens) and tokens[position] not in ("|", ")"):
        token = tokens[position]
        if token == "(":
            source, position, needed = _alternatives(tokens, position + 1, slots)
        elif token == "...":
            source, needed = _GAP, None
        else:
            source, needed = _words(token, slots)
        parts.append(source)
        if needed:
            choices.append(needed)
        position += 1
    return "".join(parts), position, min(choices, key=_commonness) if choices else None


def _alternatives(
    tokens: Sequence[str], position: int, slots: Mapping[str, Sequence[str]]
) -> tuple[str, int, frozenset[str] | None]:
    sources: list[str] = []
    needs: list[frozenset[str] | None] = []
    while True:
        source, position, needed = _sequence(tokens, position, slots)
        sources.append(source)
        needs.append(needed)
        if tokens[position] == ")":
            break
        position += 1
    optional = any(needed is None for needed in needs)
    every = None if optional else frozenset().union(*(needed for needed in needs if needed))
    return f"(?:{'|'.join(sources)})", position, every


def _words(token: str, slots: Mapping[str, Sequence[str]]) -> tuple[str, frozenset[str]]:
    if token.startswith("{"):
        choices = sorted({fold(word) for word in slots[token[1:-1]]})
        return f"(?:{'|'.join(map(re.escape, choices))}) ", frozenset(choices)
    parts = [word.folded for word in words(token)]
    return "".join(re.escape(part) + " " for part in parts), frozenset(parts[:1])


_FREQUENT = frozenset("be is are a an the to of in for with or and not may can should must use do does".split())


def _commonness(choice: frozenset[str]) -> tuple[bool, int, str]:
    """Sort key: sets without frequent words first, then small ones, then long words."""
    return bool(choice & _FREQUENT), len(choice), "~" * (20 - max(map(len, choice)))
