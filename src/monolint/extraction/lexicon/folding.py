"""Folding of words, so that spellings of one word meet: case, plural, British and American, hyphens."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Dotted abbreviations ("b.i.d.", "i.v.") are one word; so is a word with an apostrophe in it.
_WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?|[^\W_]+(?:['’][^\W_]+)*")
_JOINING_GAP = re.compile(r"[\s‐-―−-]*\Z")
_BRITISH = (("ae", "e"), ("oe", "e"), ("sulph", "sulf"), ("isation", "ization"))
_KEPT_ENDINGS = ("ss", "us", "is")
_LONG = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its folded form, its place, and whether it is written in capitals."""

    folded: str
    start: int
    end: int
    capitals: bool


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """The form under which spellings of one word are equal ("Tumours" and "tumor").

    The folded form is a key, not a word: "psychosis" and "psychoses" both fold to "psychose".
    """
    folded = word.lower()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(char for char in decomposed if not unicodedata.combining(char))
        folded = folded.replace("’", "'")
    folded = folded.replace(".", "").removesuffix("'s").replace("'", "")
    for british, american in _BRITISH:
        folded = folded.replace(british, american)
    if len(folded) > 5:  # "tumour", not "four"
        folded = folded.replace("our", "or")
    return _singular(folded)


def _singular(word: str) -> str:
    if len(word) <= 3:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "tches", "xes", "ruses", "nuses", "tuses")):
        return word[:-2]
    if word.endswith("sis"):
        return word[:-2] + "e"
    if word.endswith("s") and not word.endswith(_KEPT_ENDINGS):
        return word[:-1]
    return word


def _is_capitals(word: str) -> bool:
    """Whether a word is written in capitals, with a plural s at most ("AEs", but not "As")."""
    return word.isupper() or (len(word) > 2 and word.removesuffix("s").isupper())


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    # In a heading that is all capitals, capitals do not tell an abbreviation from a word.
    shouted = text.isupper() and any(len(match[0]) > _LONG for match in _WORD.finditer(text))
    return [
        Word(fold(match[0]), match.start(), match.end(), not shouted and _in_capitals(match[0]))
        for match in _WORD.finditer(text)
    ]


def _in_capitals(word: str) -> bool:
    """Whether a word is an abbreviation in capitals, in the plural too ("UTIs")."""
    return word.isupper() or (len(word) > 3 and word.endswith("s") and word[:-1].isupper())


def run_ends(text: str, found: list[Word]) -> list[int]:
    """For each word, the index after the last word of its run.

    Only blanks and hyphens stand between the words of a run: a term never crosses a comma.
    """
    ends = [len(found)] * len(found)
    for at in range(len(found) - 2, -1, -1):
        joined = _JOINING_GAP.match(text, found[at].end, found[at + 1].start)
        ends[at] = ends[at + 1] if joined else at + 1
    return ends
