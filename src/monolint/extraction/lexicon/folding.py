"""Folding of words, so that spellings of one word meet: case, plural, British and American, hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Dotted abbreviations ("b.i.d.", "i.v.") are one word; so is a word with an apostrophe in it.
_WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?|[^\W_]+(?:['’][^\W_]+)*")
_JOINING_GAP = re.compile(r"[\s‐-―−-]*\Z")
_BRITISH = (("ae", "e"), ("oe", "e"), ("sulph", "sulf"), ("isation", "ization"))
_KEPT_ENDINGS = ("ss", "us", "is")
_LONG = 5
_CONTRACTION = re.compile(r"(\w+)n['’]t", re.IGNORECASE)
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}


class Word(NamedTuple):
    """A word of a text: its folded form, its place, and whether it is written in capitals.

    A tuple, because a document has thousands of words and tuples are made fastest.
    """

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


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order; "aren't" is read as the two words "are not"."""
    written = _WORD.findall(text)
    # In a heading that is all capitals, capitals do not tell an abbreviation from a word.
    shouted = text.isupper() and any(len(word) > _LONG for word in written)
    found: list[Word] = []
    end = 0
    for word in written:
        # Between two words there is no letter or digit, so that the next place of a word is its own.
        start = text.index(word, end)
        end = start + len(word)
        folded, capitals, stem = _form(word)
        if stem:
            middle = start + stem
            found += (Word(folded, start, middle, False), Word("not", middle, end, False))
        else:
            found.append(Word(folded, start, end, capitals and not shouted))
    return tuple(found)


def first_word(text: str) -> str:
    """The folded form of the first word of a text, or nothing."""
    found = _WORD.search(text)
    return _form(found[0])[0] if found else ""


@lru_cache(maxsize=16384)
def _form(written: str) -> tuple[str, bool, int]:
    """A word folded, whether it is in capitals, and where in it a "not" begins ("aren't"), or 0."""
    short = _CONTRACTION.fullmatch(written)
    if short:
        stem = _STEMS.get(short[1].lower(), short[1])
        return fold(stem), False, len(short[1])
    return fold(written), _in_capitals(written), 0


def _in_capitals(word: str) -> bool:
    """Whether a word is an abbreviation in capitals, in the plural too ("UTIs")."""
    return word.isupper() or (len(word) > 3 and word.endswith("s") and word[:-1].isupper())


@lru_cache(maxsize=2048)
def run_ends(text: str) -> tuple[int, ...]:
    """For each word, the index after the last word of its run.

    Only blanks and hyphens stand between the words of a run: a term never crosses a comma.
    """
    found = words(text)
    ends = [len(found)] * len(found)
    for at in range(len(found) - 2, -1, -1):
        gap = text[found[at].end : found[at + 1].start]
        # Almost every gap is one blank, which needs no search.
        ends[at] = ends[at + 1] if gap == " " or _JOINING_GAP.match(gap) else at + 1
    return tuple(ends)
