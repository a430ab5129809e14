"""Closed vocabularies: names of one term, and the terms that are broader than it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from monolint.extraction.lexicon.coordination import Hit, shared_heads
from monolint.extraction.lexicon.folding import Word, first_word, run_ends, words
from monolint.extraction.lexicon.patterns import Key, is_cased, keys

_FOLDED = attrgetter("folded")


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a text, with the characters that name it."""

    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class TermIndex:
    """Looks up the names of a closed vocabulary.

    `names` maps the folded words of a name to its term; `cased` does so for short abbreviations
    that count only when written in capitals; `sizes` gives, for a first word, the numbers of words of
    the names that begin with it, the largest first; `rarest` holds the longest word of every name, so that
    a text without any of them names nothing; `parents` gives the next broader terms of a term.
    """

    terms: frozenset[str]
    names: Mapping[Key, str]
    cased: Mapping[Key, str]
    sizes: Mapping[str, tuple[int, ...]]
    rarest: frozenset[str]
    parents: Mapping[str, tuple[str, ...]]

    def find(self, text: str) -> list[Match]:
        """All terms in a text, leftmost first, the longest where several begin; none overlap.

        Words that share a head are terms of their own: "renal or hepatic impairment" names two, the
        first at "renal".
        """
        return list(_find(self, text))

    def may_open(self, text: str) -> bool:
        """Whether the first word of a text begins one of the names."""
        return first_word(text) in self.sizes

    def canonical(self, phrase: str) -> str | None:
        """The term that a whole phrase names, or None."""
        found = words(phrase)
        whole = bool(found) and run_ends(phrase)[0] == len(found)
        return self._lookup(found) if whole else None

    def broader(self, term: str) -> frozenset[str]:
        """The terms that are broader than a canonical term, at any distance; never the term itself."""
        found: set[str] = set()
        waiting = list(self.parents.get(term, ()))
        while waiting:
            parent = waiting.pop()
            if parent not in found:
                found.add(parent)
                waiting.extend(self.parents.get(parent, ()))
        return frozenset(found)

    def hits(self, found: Sequence[Word], ends: Sequence[int]) -> Iterator[Hit]:
        """First word, last word and term of every name in some words; the longest, none overlapping."""
        free = 0
        for at, word in enumerate(found):
            sizes = self.sizes.get(word.folded)
            if sizes is None or at < free:
                continue
            for size in sizes:
                term = self._lookup(found[at : at + size]) if size <= ends[at] - at else None
                if term is not None:
                    yield at, at + size - 1, term
                    free = at + size
                    break

    def _lookup(self, run: Sequence[Word]) -> str | None:
        key = tuple(map(_FOLDED, run))
        term = self.names.get(key)
        if term is None and len(run) == 1 and run[0].capitals:
            term = self.cased.get(key)
        return term


@lru_cache(maxsize=8192)
def _find(index: TermIndex, text: str) -> tuple[Match, ...]:
    """What `TermIndex.find` gives; several readers look for the same terms in one sentence."""
    found = words(text)
    if index.rarest.isdisjoint(map(_FOLDED, found)):
        return ()
    hits = list(index.hits(found, run_ends(text)))
    if not hits:
        return ()
    hits += shared_heads(text, found, hits, index.names)
    return tuple(Match(term, found[first].start, found[last].end) for first, last, term in sorted(hits))


def build(
    names: Mapping[str, Iterable[str]], broader: Mapping[str, Iterable[str]] | None = None
) -> TermIndex:
    """An index of terms, each with the patterns of its other names; the term names itself as well.

    Where two terms claim one name the first keeps it; the tests of the data allow no such pair.
    """
    plain: dict[Key, str] = {}
    cased: dict[Key, str] = {}
    sizes: dict[str, set[int]] = {}
    for term, patterns in names.items():
        for pattern in (term, *patterns):
            index = cased if is_cased(pattern) else plain
            for key in keys(pattern):
                index.setdefault(key, term)
                sizes.setdefault(key[0], set()).add(len(key))
    parents = {term: tuple(above) for term, above in (broader or {}).items()}
    ordered = {first: tuple(sorted(counts, reverse=True)) for first, counts in sizes.items()}
    rarest = frozenset(max(name, key=len) for name in (*plain, *cased))
    return TermIndex(frozenset(names), plain, cased, ordered, rarest, parents)
