from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from monolint.domain.finding import Evidence, Role
from monolint.domain.text import Position, Span
from monolint.reporting.pieces import width_of
from monolint.reporting.quoting import Quote, quoted, shortened, wrapped

WORDS = st.lists(st.text("abcäß漢.", min_size=1, max_size=30), min_size=1, max_size=60)


def evidence(text: str, *marks: Span) -> Evidence:
    place = Position(1, 1)
    return Evidence("a.md", Span(10, 10 + len(text)), place, place, text, "v", Role.PRIMARY, marks)


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    text = " ".join(draw(WORDS))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return Quote(text, tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)))


def marked(quote: Quote) -> list[str]:
    return [mark.slice(quote.text) for mark in quote.marks]


def test_white_space_is_folded_and_marks_follow() -> None:
    text = "  Give\r\n\t 40 \n mg now. "
    start = 10 + text.index("40")
    quote = quoted(evidence(text, Span(start, start + 7)))
    assert quote.text == "Give 40 mg now."
    assert marked(quote) == ["40 mg"]


def test_marks_outside_are_dropped_and_those_that_touch_become_one() -> None:
    quote = quoted(evidence("abcdef", Span(0, 5), Span(10, 12), Span(12, 13), Span(15, 40)))
    assert marked(quote) == ["abc", "f"]


def test_asterisks_of_bold_text_are_left_out_on_request() -> None:
    text = "**Adults:** 40 mg * daily"
    start = 10 + text.index("40")
    found = evidence(text, Span(start, start + 5))
    assert quoted(found).text == text
    plain = quoted(found, markup=False)
    assert plain.text == "Adults: 40 mg * daily"
    assert marked(plain) == ["40 mg"]


def test_short_quotes_stay_whole() -> None:
    quote = Quote("one two", (Span(0, 3),))
    assert shortened(quote, 7) is quote


def test_long_quotes_keep_the_words_around_their_marks() -> None:
    text = " ".join(f"w{number:03}" for number in range(200))
    first, second = text.index("w050"), text.index("w150")
    short = shortened(Quote(text, (Span(first, first + 4), Span(second, second + 4))), 60)
    assert short.text == "... w048 w049 w050 w051 w052 ... w148 w149 w150 w151 w152 ..."
    assert marked(short) == ["w050", "w150"]


def test_a_long_quote_without_marks_keeps_its_beginning() -> None:
    assert shortened(Quote("alpha beta gamma delta"), 12).text == "alpha beta ..."


@given(quotes(), st.integers(20, 120))
def test_shortening_keeps_every_mark_or_starts_at_the_first(quote: Quote, most: int) -> None:
    short = shortened(quote, most)
    assert len(short.text) <= max(most + 8 + 5 * len(quote.marks), len(quote.text) if quote is short else 0)
    if sum(map(len, quote.marks)) < most:
        assert "".join(marked(short)) == "".join(marked(quote))


@given(quotes(), st.integers(4, 100))
def test_wrapping_keeps_all_words_and_marks(quote: Quote, width: int) -> None:
    lines = wrapped(quote, width)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(quote.text.split())
    together = "".join("".join(marked(line)) for line in lines)
    assert together.replace(" ", "") == "".join(marked(quote)).replace(" ", "")


@given(WORDS, st.integers(8, 100))
def test_lines_of_one_column_characters_fit(words: list[str], width: int) -> None:
    text = " ".join(words).replace("漢", "x")
    assert all(width_of(line.text) <= width for line in wrapped(Quote(text), width))
