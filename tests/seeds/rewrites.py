"""Edits of a seed's text that leave its meaning as it is."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from .corpus import SOURCES

Rewrite = Callable[[str], str]

# A paragraph of a folded scalar: of the FAQ (six blanks), or of the description (two, and no key).
_FOLDED = re.compile(r"^ {6}\S.*(?:\n {6}\S.*)*|^  - A.*(?:\n  \S.*)*", re.MULTILINE)
_HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
_PLAIN_HEADING = re.compile(r"^(#+) ([^*\n]+)$", re.MULTILINE)
_BORDERS = re.compile(
    r"^(?=## \*\*(?:Drug Interactions|Pregnancy and|Drug Profile)"
    r"|### (?:Side Effects|How it Works|Precautions))",
    re.MULTILINE,
)


def everywhere(old: str, new: str) -> Rewrite:
    """Replace each occurrence of `old`."""
    return lambda text: text.replace(old, new)


def rewrap(text: str) -> str:
    """Wrap the folded scalars of the front matter at another width."""
    head, fence, body = text.partition("\n---\n")
    return _FOLDED.sub(_narrow, head) + fence + body


def _narrow(match: re.Match[str]) -> str:
    indent = match[0][: len(match[0]) - len(match[0].lstrip(" "))]
    words = " ".join(match[0].split())
    return textwrap.fill(words, 48, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def plain_headings(text: str) -> str:
    return _HEADING.sub(lambda match: match[0].replace("**", ""), text)


def bold_headings(text: str) -> str:
    return _PLAIN_HEADING.sub(r"\1 **\2**", text)


def move_section(text: str) -> str:
    """Put a section of the middle behind the one that follows it."""
    before, moved, follower, after = _BORDERS.split(text)
    return before + follower + moved + after


# name -> rewrite, and the seeds that it changes
SAME_MEANING: dict[str, tuple[Rewrite, tuple[str, ...]]] = {
    "weeks to days": (everywhere("every three weeks", "every 21 days"), ("rxhive",)),
    "number words": (everywhere("three weeks", "3 weeks"), ("rxhive",)),
    "milligrams to micrograms": (everywhere("3.6 mg/kg", "3600 mcg/kg"), SOURCES),
    "front matter wrapped anew": (rewrap, ("zynapte",)),
    "headings without bold": (plain_headings, ("zynapte",)),
    "headings in bold": (bold_headings, ("rxhive",)),
    "lower case name": (everywhere("Ado-trastuzumab", "ado-trastuzumab"), SOURCES),
    "CRLF line ends": (everywhere("\n", "\r\n"), SOURCES),
    "byte-order mark": (lambda text: "\ufeff" + text, SOURCES),
    "trailing blanks": (everywhere("\n", " \n"), SOURCES),
    "a section moved": (move_section, SOURCES),
}
