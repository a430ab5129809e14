"""Laid-out text: lines of styled pieces, painted with colour or without."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a piece of text is; the value is how rich paints it."""

    PLAIN = ""
    ERROR = "bold red"
    WARNING = "bold yellow"
    INFO = "bold cyan"
    TITLE = "bold"
    PLACE = "cyan"
    MARK = "bold underline"
    FAINT = "dim"
    GOOD = "green"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


Line = tuple[Piece, ...]


def line(text: str = "", tone: Tone = Tone.PLAIN) -> Line:
    """A line of one piece."""
    return (Piece(text, tone),)


def width_of(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def paint(lines: Iterable[Line], *, colour: bool) -> str:
    """The lines as text, each with its line end."""
    if colour:
        return _coloured(lines)
    return "".join("".join(piece.text for piece in one).rstrip() + "\n" for one in lines)


def _coloured(lines: Iterable[Line]) -> str:
    from rich.color import ColorSystem
    from rich.style import Style

    styles = {tone: Style.parse(tone.value) for tone in Tone}
    return "".join(
        "".join(styles[piece.tone].render(piece.text, color_system=ColorSystem.STANDARD) for piece in one)
        + "\n"
        for one in lines
    )
