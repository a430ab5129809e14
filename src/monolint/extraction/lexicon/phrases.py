"""Phrases of advice: sequences of words, choices of words and short gaps, matched on folded words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from monolint.extraction.lexicon.folding import Word, fold, words

_GAP = 4
_SENTENCE_END = re.compile(r"[.;:!?]\s|\n\s*\n")
_PIECE = re.compile(r"\.\.\.|\{\w+\}|\([^()]*\)|[^\s(){}]+")
_NEGATED = re.compile(r"(can)not|(.+)n['’]t", re.IGNORECASE)
_IRREGULAR = {"ca": "can", "wo": "will", "sha": "shall"}


@dataclass(frozen=True, slots=True)
class Step:
    """A place in a phrase: the folded words that may stand there, and whether it may be empty.

    `gap` is the number of further words of any kind that may stand before it.
    """

    words: frozenset[str]
    optional: bool = False
    gap: int = 0


Pattern = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A first word, the steps that follow it, and the entry (by index) that they are of.

    `needed` are the words that no text with the phrase can be without: those of steps without a choice.
    """

    entry: int
    first: str
    rest: Pattern
    needed: frozenset[str]


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A phrase found in a text: the label of its entry and the characters it covers."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """Finds labelled phrases; an entry that stands earlier wins where matches overlap.

    Every phrase stands under each word of the rarest of its steps, `by_key`: a text without that word
    cannot hold it, and words that open many phrases ("not", "is") open few of those that remain.
    """

    by_key: Mapping[str, tuple[Phrase, ...]]
    labels: tuple[str, ...]

    def may_hold(self, text: str) -> bool:
        """Whether a text has the words that one of the phrases cannot be without."""
        return bool(self._possible(spoken_words(text)))

    def find(self, text: str) -> list[PhraseMatch]:
        """The phrases of a text, in order of place; none overlap and none crosses the end of a sentence."""
        found = spoken(text)
        by_first = self._possible(spoken_words(text))
        if not by_first:
            return []
        hits = sorted(
            _hits(by_first, found, _limits(text, found)), key=lambda hit: (hit[0], hit[1] - hit[2], hit[1])
        )
        free = [True] * len(found)
        taken = []
        for entry, start, end in hits:
            if all(free[start:end]):
                free[start:end] = [False] * (end - start)
                taken.append(PhraseMatch(self.labels[entry], found[start].start, found[end - 1].end))
        return sorted(taken, key=lambda match: match.start)

    def _possible(self, folded: Set[str]) -> Mapping[str, Sequence[Phrase]]:
        """The phrases that can be made of some words, by their first words."""
        by_first: dict[str, list[Phrase]] = {}
        for key in folded & self.by_key.keys():
            for phrase in self.by_key[key]:
                if phrase.needed <= folded:
                    by_first.setdefault(phrase.first, []).append(phrase)
        return by_first


def _hits(
    by_first: Mapping[str, Sequence[Phrase]], found: Sequence[Word], limits: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """Entry, first word and end of every phrase that matches."""
    for at, word in enumerate(found):
        for phrase in by_first.get(word.folded, ()):
            end = _match(phrase.rest, 0, found, at + 1, limits[at])
            if end is not None:
                yield phrase.entry, at, end


@lru_cache(maxsize=2048)
def spoken(text: str) -> tuple[Word, ...]:
    """The words of a text, with "not" as a word of its own ("shouldn't", "cannot")."""
    found = words(text)
    if "'" in text or "’" in text or "cannot" in text.lower():
        return tuple(_parted(text, found))
    return found


@lru_cache(maxsize=2048)
def spoken_words(text: str) -> frozenset[str]:
    """The folded forms of the words of a text."""
    return frozenset([word.folded for word in spoken(text)])


def _parted(text: str, found: Iterable[Word]) -> Iterator[Word]:
    for word in found:
        negated = _NEGATED.fullmatch(text, word.start, word.end)
        if negated is None:
            yield word
            continue
        verb = (negated[1] or negated[2]).lower()
        middle = word.start + len(verb)
        yield Word(fold(_IRREGULAR.get(verb, verb)), word.start, middle, False)
        yield Word("not", middle, word.end, False)


def _limits(text: str, found: Sequence[Word]) -> list[int]:
    """For each word, the index after the last word of its sentence."""
    limits = [len(found)] * len(found)
    if not _SENTENCE_END.search(text):
        return limits
    limit = len(found)
    for at in range(len(found) - 1, -1, -1):
        limits[at] = limit
        if at and _SENTENCE_END.search(text, found[at - 1].end, found[at].start):
            limit = at
    return limits


def _match(pattern: Pattern, step: int, found: Sequence[Word], at: int, limit: int) -> int | None:
    """The index after the last word of the longest match of a pattern's rest, or None."""
    if step == len(pattern):
        return at
    here = pattern[step]
    for place in range(at, min(at + here.gap + 1, limit)):
        if found[place].folded in here.words:
            end = _match(pattern, step + 1, found, place + 1, limit)
            if end is not None:
                return end
    return _match(pattern, step + 1, found, at, limit) if here.optional else None


def build_phrases(
    entries: Iterable[tuple[str, Iterable[str]]], slots: Mapping[str, frozenset[str]]
) -> PhraseIndex:
    """An index of labelled phrases. `{name}` in a phrase is one word of the slot of that name.

    Raises:
        KeyError: a phrase names a slot that does not exist.
    """
    found: list[Phrase] = []
    labels: list[str] = []
    for label, phrases in entries:
        for phrase in phrases:
            for pattern in _patterns(phrase, slots):
                for first, rest in _openings(pattern):
                    single = (step.words for step in rest if not step.optional and len(step.words) == 1)
                    found.append(Phrase(len(labels), first, rest, frozenset({first}).union(*single)))
        labels.append(label)
    return PhraseIndex(_by_key(found), tuple(labels))


def _by_key(phrases: Sequence[Phrase]) -> Mapping[str, tuple[Phrase, ...]]:
    """Each phrase under the words of its rarest step: the one of the longest words."""
    by_key: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        steps = [{phrase.first}, *(step.words for step in phrase.rest if not step.optional)]
        for key in sorted(max(steps, key=lambda words: min(map(len, words)))):
            by_key.setdefault(key, []).append(phrase)
    return {key: tuple(found) for key, found in by_key.items()}


def slot(listed: str) -> frozenset[str]:
    """The folded words of a slot."""
    return frozenset(map(fold, listed.split()))


def _openings(pattern: Pattern) -> Iterator[tuple[str, Pattern]]:
    """Each first word of a pattern, with the steps that follow it."""
    for at, step in enumerate(pattern):
        for first in sorted(step.words):
            yield first, pattern[at + 1 :]
        if not step.optional:
            return


def _patterns(phrase: str, slots: Mapping[str, frozenset[str]]) -> Iterator[Pattern]:
    """The patterns of a phrase: one, and one more for each choice that has several words."""
    choices: list[list[Pattern]] = []
    gap = 0
    for piece in _PIECE.findall(phrase):
        if piece == "...":
            gap += _GAP
            continue
        choices.append([_with_gap(pattern, gap) for pattern in _choices(piece, slots)])
        gap = 0
    for chosen in product(*choices):
        yield sum(chosen, ())


def _with_gap(pattern: Pattern, gap: int) -> Pattern:
    if not gap or not pattern:
        return pattern
    first, *rest = pattern
    return (Step(first.words, first.optional, gap), *rest)


def _choices(piece: str, slots: Mapping[str, frozenset[str]]) -> list[Pattern]:
    """What a piece of a phrase stands for: all its single words in one step, and longer choices."""
    single: set[str] = set()
    longer: list[Pattern] = []
    parts = piece.strip("()").split("|")
    for part in parts:
        if part.startswith("{"):
            single |= slots[part.strip("{}")]
        elif len(steps := tuple(Step(frozenset((word.folded,))) for word in spoken(part))) == 1:
            single |= steps[0].words
        elif steps:
            longer.append(steps)
    optional = "" in parts
    return (
        ([(Step(frozenset(single), optional),)] if single else [])
        + longer
        + ([()] if optional and not single else [])
    )
