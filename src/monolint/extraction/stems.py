"""Patterns that are tried only on texts that hold one of their stems.

To look for a few letters is many times as fast as to search for a pattern with alternatives, and most
sentences hold none of the words that most patterns are about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Stemmed:
    """A pattern (upper and lower case alike) that matches only texts with one of `stems`, in lower case.

    `lowered` is the text in lower case, so that it is made once for several patterns.
    """

    source: str
    stems: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first holds a stem: most runs need a part of all patterns."""
        return _compiled(self.source)

    def may_match(self, lowered: str) -> bool:
        for stem in self.stems:  # noqa: SIM110, since `any` takes twice as long
            if stem in lowered:
                return True
        return False

    def search(self, text: str, lowered: str) -> re.Match[str] | None:
        """The first match, as `re.Pattern.search` gives it."""
        for stem in self.stems:
            if stem in lowered:
                return self.pattern.search(text)
        return None

    def finditer(self, text: str, lowered: str) -> Iterator[re.Match[str]]:
        """All matches, as `re.Pattern.finditer` gives them."""
        return self.pattern.finditer(text) if self.may_match(lowered) else iter(())


def stemmed(stems: str, pattern: str) -> Stemmed:
    """A pattern with its stems, parted by blanks; tests show that every alternative holds a stem."""
    return Stemmed(pattern, tuple(stems.split()))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)
