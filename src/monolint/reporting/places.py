"""The places of a finding, each quoted once, its copies folded to where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monolint.domain.finding import Evidence, Finding, Role
from monolint.reporting.pieces import Line, Piece, Tone, line, width_of
from monolint.reporting.quoting import Quote, quoted, shortened, wrapped
from monolint.reporting.wording import one_line, place

MOST_QUOTED = 6
_MOST_LINES = 3
_RAGGED = 30
_INDENT = "    "
_GUTTER = "    | "
_WHOLE = 40
_ALSO = "also at "
_INSIDE = " > "
_SHORTEST_HEADING = 12


def sides(finding: Finding, width: int, colour: bool) -> Iterator[Line]:
    """The primary place, the other sides, and "also at" for copies and for what is too much to quote."""
    quoted_ones, folded = _folded(finding.evidence)
    for evidence in quoted_ones:
        yield from _place(evidence, width, colour, markup=finding.kind is None)
        if copies := folded[evidence]:
            yield from _also(copies, width)


def _folded(evidence: Sequence[Evidence]) -> tuple[list[Evidence], dict[Evidence, list[Evidence]]]:
    """The places to quote, and for each the places that are only named below it.

    A copy stands below the side whose value it repeats, else below the last side. A side in the words
    of another is as good as a copy.
    """
    sides_given = [item for item in evidence if item.role is not Role.COPY] or evidence[:1]
    by_words: dict[tuple[str, str], Evidence] = {}
    for item in sides_given:
        by_words.setdefault((item.value, item.text), item)
    whole = list(by_words.values())
    named = [item for item in evidence if item not in whole]
    kept, dropped = whole[:MOST_QUOTED], whole[MOST_QUOTED:]
    folded: dict[Evidence, list[Evidence]] = {item: [] for item in kept}
    for item in (*named, *dropped):
        side = next((one for one in kept if one.value == item.value), kept[-1])
        folded[side].append(item)
    return kept, folded


def _place(evidence: Evidence, width: int, colour: bool, *, markup: bool) -> Iterator[Line]:
    where = f"  {place(evidence)}  "
    yield (Piece(where, Tone.PLACE), Piece(_cut(one_line(evidence.heading), width - len(where)), Tone.FAINT))
    room = width - len(_GUTTER)
    for part in wrapped(shortened(quoted(evidence, markup=markup), _MOST_LINES * room - _RAGGED), room):
        yield (Piece(_GUTTER, Tone.FAINT), *_marked(part))
        if not colour and _worth_carets(part, evidence):
            yield line(f"{_GUTTER}{_carets(part)}")


def _cut(heading: str, room: int) -> str:
    """The innermost headings that there is room for, the beginning of the innermost, or nothing."""
    parts = heading.split(_INSIDE)
    for outermost in range(len(parts)):
        inner = _INSIDE.join(parts[outermost:])
        if width_of(inner) <= room:
            return inner
    return parts[-1][: room - 3].rstrip() + "..." if room >= _SHORTEST_HEADING else ""


def _marked(quote: Quote) -> Iterator[Piece]:
    done = 0
    for mark in quote.marks:
        yield Piece(quote.text[done : mark.start])
        yield Piece(mark.slice(quote.text), Tone.MARK)
        done = mark.end
    yield Piece(quote.text[done:])


def _worth_carets(part: Quote, evidence: Evidence) -> bool:
    """Marks below the whole of a long quote would tell nothing."""
    everything = any(
        mark.start <= evidence.span.start and evidence.span.end <= mark.end for mark in evidence.marks
    )
    return bool(part.marks) and not (everything and len(evidence.text) > _WHOLE)


def _carets(quote: Quote) -> str:
    text, done = "", 0
    for mark in quote.marks:
        text += " " * width_of(quote.text[done : mark.start])
        text += "^" * max(width_of(mark.slice(quote.text)), 1)
        done = mark.end
    return text


def _also(copies: Sequence[Evidence], width: int) -> Iterator[Line]:
    ordered = sorted(copies, key=lambda item: (item.path, item.start))
    names = dict.fromkeys(f"{one_line(item.path)}:{item.start.line}" for item in ordered)
    room = max(width - len(_INDENT) - len(_ALSO), max(map(len, names)) + 1)
    for number, part in enumerate(wrapped(Quote(", ".join(names)), room)):
        yield line(_INDENT + (_ALSO if number == 0 else " " * len(_ALSO)) + part.text, Tone.FAINT)
