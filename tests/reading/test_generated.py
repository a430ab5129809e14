"""Generated documents: whatever their form, passages are characters of the file and no prose is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from hypothesis import example, given, settings
from hypothesis import strategies as st

from monolint.reading import read_document
from tests.reading.places import misplaced

# Words that no markup, label or marker is made of; each document numbers them, so that none occurs twice.
_WORDS = ["tablet", "µg", "naïve", "😀", "𝛽-blocker", "dose", "“twice”", "½", "l'eau", "täglich", "≥"]
_MARKUP: list[Callable[[str], str]] = [
    lambda word: word,
    lambda word: f"**{word}**",
    lambda word: f"*{word}*",
    lambda word: f"[{word}](http://example.org)",
    lambda word: f"`{word}`",
    lambda word: f"*{word}",
    lambda word: f"{word}**",
]
_MARK = re.compile(r"n\d+w")
_KEYS = ["storage", "dosage", "precautions"]
_JOINTS = [" ", "  ", "\t", " "]


@st.composite
def _prose(draw: st.DrawFn) -> str:
    words = draw(
        st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(_MARKUP)), min_size=1, max_size=6)
    )
    joint = draw(st.sampled_from(_JOINTS))
    return joint.join(markup(f"{word}§") for word, markup in words)


@st.composite
def _scalar(draw: st.DrawFn) -> str:
    """A YAML value in one of its styles."""
    words = [f"{word}§" for word in draw(st.lists(st.sampled_from(_WORDS[:-1]), min_size=1, max_size=8))]
    style = draw(st.sampled_from(["plain", "single", "double", "folded", "literal"]))
    breaks = draw(st.lists(st.sampled_from([" ", "  ", "\n  "]), min_size=len(words), max_size=len(words)))
    text = "".join(word + joint for word, joint in zip(words, breaks, strict=True)).rstrip()
    if style == "plain":
        return f"x {text}" if text[0] in "“𝛽😀½≥" else text
    if style == "single":
        return "'" + text.replace("'", "''") + "'"
    if style == "double":
        return '"' + text.replace("½", "\\xBD").replace("ï", "\\u00EF").replace("😀", "\\U0001F600") + '"'
    return (">-" if style == "folded" else "|") + "\n  " + text.replace("  ", " ").replace("\n ", "\n  ")


_BLOCKS: list[Callable[[str], str]] = [
    lambda prose: f"{prose}\n",
    lambda prose: f"## {prose}\n",
    lambda prose: f"- {prose}\n",
    lambda prose: f"1. {prose}\n   {prose}\n",
    lambda prose: f"- parent§\n    - {prose}\nlazy§\n",
    lambda prose: f"\t- {prose}\n",
    lambda prose: f"> {prose}\n> {prose}\n",
    lambda prose: f"| name | value§ |\n|---|---|\n| {prose} | {prose} \\| x§ |\n",
    lambda prose: f"**Label§:** {prose}\n",
    lambda prose: f"### Q1: {prose}?\n**A:** {prose}\n",
    lambda prose: f"* **Q: {prose}?**\n    *A: {prose}\n",
    lambda prose: f"{prose}<br>{prose} &amp; {prose}  \n{prose}\n",
    lambda prose: f"<details><summary>{prose}</summary>\n\n{prose}\n</details>\n",
]


@st.composite
def _documents(draw: st.DrawFn) -> str:
    scalars = draw(st.lists(_scalar(), max_size=3))
    lines = [f"{key}: {value}" for key, value in zip(_KEYS, scalars, strict=False)]
    if draw(st.booleans()):
        lines += ["faqs:", f"  - q: x§ {_WORDS[1]}§?", "    a: >-", f"      A:** {_WORDS[2]}§"]
    front = "---\n" + "\n".join(lines) + "\n---\n" if lines else ""
    shapes = draw(st.lists(st.tuples(st.sampled_from(_BLOCKS), _prose()), max_size=6))
    body = "\n".join(shape(prose) for shape, prose in shapes)
    pieces = (front + body).split("§")
    text = "".join(f"{piece}n{number}w" for number, piece in enumerate(pieces[:-1])) + pieces[-1]
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))


@settings(max_examples=150, deadline=None)
@given(_documents(), st.booleans())
def test_passages_are_characters_of_the_file(text: str, marked: bool) -> None:
    document = read_document("a.md", text.encode("utf-8-sig" if marked else "utf-8"))
    assert document.text == text
    assert misplaced(document) == []
    assert document.problems == ()
    for passage in document.passages:
        assert passage.text == " ".join(passage.text.split())
        assert passage.source_map.span(0, len(passage.text)) == passage.span
        for label in passage.labels:
            assert label.span.slice(text)


@settings(max_examples=150, deadline=None)
@given(_documents())
@example("### Q1: tabletn0w?\n**A:** tabletn1w\n\n**tabletn2w**\n\n* **Q: tabletn3w?**\n    *A: tabletn4w\n")
def test_no_word_is_lost_or_read_twice(text: str) -> None:
    document = read_document("a.md", text.encode())
    read = Counter(_MARK.findall(" ".join(passage.text for passage in document.passages)))
    names = {label.text for passage in document.passages for label in passage.labels}
    named = set(_MARK.findall(" ".join({*names, *(heading.text for heading in document.headings)})))
    for mark in _MARK.findall(text):
        assert read[mark] == 1 or (read[mark] == 0 and mark in named), mark


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab:?*_#->|+.&\\`'\"[]() \n\r\t😀Q1A", max_size=80))
def test_no_text_makes_reading_fail(text: str) -> None:
    for start in ("", "---\n", "---\ntitle: a\nb: ", "+++\n"):
        document = read_document("a.md", (start + text).encode())
        assert misplaced(document) == []
