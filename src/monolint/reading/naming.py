"""Names of headings, lead-ins and keys, without what only dresses them."""

from __future__ import annotations

import re

from monolint.reading.mapped import MappedText

_NUMBERING = re.compile(
    r"(?:(?:[Ss]ection\s+)?\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|[IVX]{2,4}[.)]|[A-Za-z]\))\s+"
)
_TAIL = " :：;,.–—-"
_START = re.compile(r"[\s•·▪–—:-]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KEY_JOINT = re.compile(r"[_\s-]+")


def clean_name(text: MappedText) -> MappedText:
    """A heading's or lead-in's name without bullet, numbering and trailing colon."""
    start = 0
    dressing = _START.match(text.text)
    if dressing:
        start = dressing.end()
    numbering = _NUMBERING.match(text.text, start)
    if numbering and numbering.end() < len(text.text):
        start = numbering.end()
    # A name of nothing but such characters stays as it is.
    return text.part(start, max(start, len(text.text.rstrip(_TAIL)))) or text


def key_words(key: str) -> str:
    """The words of a front matter key: "sideEffects" and "side_effects" are "side effects"."""
    return _KEY_JOINT.sub(" ", _CAMEL.sub(" ", key)).strip()
