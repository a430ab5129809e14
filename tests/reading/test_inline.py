from __future__ import annotations

import pytest

from monolint.domain.text import SourceMap, Span
from monolint.reading.mapped import MappedText
from monolint.reading.markdown import parse_inline


def _prose(text: str) -> MappedText:
    return parse_inline(text, SourceMap.identity(Span(0, len(text))))


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Take** _one_ ~~or two~~ tablets", "Take one or two tablets"),
        ("see [the label](http://example.org 'x') first", "see the label first"),
        ("up to 5&nbsp;mg &amp; 3 &#181;g", "up to 5 mg & 3 µg"),
        ("at most 5 \\* 2", "at most 5 * 2"),
        ("once  a\tday", "once a day"),
        ("before<br>after<br/> last", "before after last"),
        ("H<sub>2</sub> blockers", "H2 blockers"),
        ("<!-- remark -->kept", "kept"),
        ("a `code  span` stays", "a code span stays"),
        ("soft\nbreak and hard  \nbreak", "soft break and hard break"),
        ("*A: never closed", "A: never closed"),
        ("A:** No.", "A: No."),
        ("May it be given?** **A:** No.", "May it be given? A: No."),
        ("5 mg** once", "5 mg once"),
        ("creatinine <30 and >12 years", "creatinine <30 and >12 years"),
        ("snake_case_name", "snake_case_name"),
        ("2*3 tablets", "2*3 tablets"),
    ],
)
def test_markup_goes_and_prose_stays(markdown: str, text: str) -> None:
    assert _prose(markdown).text == text


def test_each_word_maps_to_its_place() -> None:
    raw = "Take **two  tablets** of [5&nbsp;mg](http://example.org)\ndaily."
    prose = _prose(raw)
    assert prose.text == "Take two tablets of 5 mg daily."
    for word, place in [("two", "two"), ("tablets", "tablets"), ("5 mg", "5&nbsp;mg"), ("daily.", "daily.")]:
        at = prose.text.index(word)
        assert prose.source_map.span(at, at + len(word)).slice(raw) == place


def test_an_entity_is_one_segment() -> None:
    prose = _prose("a &amp; b")
    at = prose.text.index("&")
    assert prose.source_map.span(at, at + 1) == Span(2, 7)


@pytest.mark.parametrize("markdown", ["**Adults:** 5 mg", "**Adults: ** 5 mg", "__Adults:__ 5 mg"])
def test_bold_is_kept_as_a_range_even_when_it_is_broken(markdown: str) -> None:
    prose = _prose(markdown)
    assert prose.text == "Adults: 5 mg"
    low, high = prose.bold[0]
    assert prose.text[low:high].strip() == "Adults:"


def test_line_breaks_are_kept_as_offsets() -> None:
    prose = _prose("one\ntwo")
    assert [prose.text[at:] for at in prose.breaks] == [" two"]


def test_a_part_has_its_own_offsets() -> None:
    part = _prose("First. **Adults:** 5 mg").part(6)
    assert part.text == "Adults: 5 mg"
    assert part.bold == ((0, 7),)
    assert part.span == Span(9, 23)
