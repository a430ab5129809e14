"""Drug names in one written form, and combinations as the set of their ingredients."""

from __future__ import annotations

import re

_DASHES = re.compile(r"\s*[‐‑‒–—−]\s*")
_MARKS = re.compile(r"[®™©*_`\"“”]")
_SPACE = re.compile(r"\s+")
_TITLE_TAIL = re.compile(
    r"\s*(?:[:|]|\s-\s).*$|\s+(?:drug\s+)?(?:monograph|information|overview|prescribing information)$"
)
_DESCRIPTOR = re.compile(
    r"\s*\((?:[^()]*\b(?:combination|combo|combined|fixed-dose|product|tablets?|capsules?|injections?|oral|topical"
    r"|intravenous|iv|generic|medication|medicine|drug|not applicable)\b[^()]*)\)"
)
_STRENGTH = re.compile(r"\s*\b\d+(?:[.,]\d+)?\s*(?:mg|g|mcg|µg|ml|iu|units?|%)(?:\s*/\s*\d*\s*\w+)?(?=\s|$)")
# A coating is no other product, but a release is.
_FORM = re.compile(
    r"(?:,?\s+(?:film|sugar)[\s-]coated)?,?\s+(?:tablets?|capsules?|injection|syrup|suspension|solution|cream|ointment"
    r"|gel|drops?|spray|combination(?: product)?)$"
)
_USE = re.compile(r",?\s+for\s+(?:\w+(?:\s+or\s+\w+)?\s+(?:use|injection|infusion)|injection|infusion)$")
# "ZELVO (zelvorine) tablets", "Zelvo® (zelvorine)": the name of the product, then that of the substance.
_BRANDED = re.compile(
    r"(?P<brand>[A-Z][A-Z0-9]+(?:[ -][A-Z0-9]+)*|[^()®™]+[®™])\s*\((?P<substance>[a-z][a-z -]{3,60})\)"
)
_NO_SUBSTANCE = re.compile(
    r"\b(?:use|uses|name|brand|generic|dos(?:e|es|age)|low|high|strength|release|vaccine|information|guide|forms?|tablets?|capsules?"
    r"|injection|infusion|solution|suspension|syrup|cream|ointment|gel|drops?|spray|oral|topical|nasal|rectal|intravenous|medication"
    r"|medicine|drug|product|combination|adults?|children|not)\b"
)
_JOINT = re.compile(r"\s*(?:\+|\s/\s|/|&|;|\band\b|\bwith\b|\bplus\b)\s*")
_COMMA = re.compile(r"\s*,\s*")
_HYPHENATED = re.compile(r"([a-z]{5,})-([a-z]{5,})(?:-([a-z]{5,}))?")
# Parts of one chemical name, not ingredients of their own.
_CHEMICAL_PREFIX = re.compile(
    r"(?:\w*(?:methyl|ethyl|propyl|butyl|acetyl|hydro|hydroxy|chloro|fluoro|bromo|nitro|amino|alpha|gamma|delta))$"
)
_NAME = re.compile(r"[^\W\d_][\w '’+/&.,()-]{1,80}$")
_SENTENCE_WORD = re.compile(
    r"\b(?:is|are|was|were|has|have|may|can|not|no|none|available|marketed|include|includes|such|various|various"
    r"|under|these|this|that|depending|see|other|others|many|several|n/a|applicable|countries|names?)\b"
)


def normalise_name(name: str) -> str:
    """A drug name in lower case without markup, strengths, forms and remarks on the product."""
    text = _MARKS.sub("", name.casefold())
    text = _SPACE.sub(" ", _DASHES.sub("-", text)).strip()
    text = _DESCRIPTOR.sub("", text)
    text = _STRENGTH.sub("", text)
    text = _FORM.sub("", _USE.sub("", text.strip()))
    return text.strip(" .,:;-")


def normalise_title(title: str) -> str:
    """As normalise_name, for a title that may go on after the name ("X: uses and dosage").

    Of a brand with the substance in parentheses ("BRAND (substance) tablets") the substance counts.
    """
    branded = _BRANDED.match(title)
    if branded and not _NO_SUBSTANCE.search(branded["substance"]):
        return normalise_name(branded["substance"])
    text = _SPACE.sub(" ", _MARKS.sub("", title.casefold())).strip()
    return normalise_name(_TITLE_TAIL.sub("", text) or text)


def ingredients_of(name: str) -> frozenset[str]:
    """The ingredients of a normalised name: one for a single drug, more for a combination."""
    parts = [part for part in _JOINT.split(name) if part]
    if len(parts) > 1:
        parts = [inner for part in parts for inner in _COMMA.split(part) if inner]
    else:
        parts = _COMMA.split(name) if name.count(",") > 1 else parts
        hyphenated = _HYPHENATED.fullmatch(name)
        if hyphenated:
            inner = [part for part in hyphenated.groups() if part]
            if not any(_CHEMICAL_PREFIX.match(part) for part in inner[:-1]):
                parts = inner
    return frozenset(part.strip(" .,") for part in parts if part.strip(" .,"))


def canonical_name(name: str) -> str:
    """One name for a combination in any order; a single drug keeps its own."""
    return " + ".join(sorted(ingredients_of(name)))


def is_name(text: str) -> bool:
    """Whether a text is a name and no sentence about names."""
    return bool(_NAME.match(text)) and len(text.split()) <= 8 and not _SENTENCE_WORD.search(text.casefold())
