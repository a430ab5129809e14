"""Laid-out text: lines of styled pieces, painted with colour or without."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a piece of text is; the value is how terminals are told to paint it (SGR parameters)."""

    PLAIN = ""
    ERROR = "1;31"
    WARNING = "1;33"
    INFO = "1;36"
    TITLE = "1"
    PLACE = "36"
    MARK = "1;4"
    FAINT = "2"
    GOOD = "32"


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
        return "".join("".join(map(_coloured, one)) + "\n" for one in lines)
    return "".join("".join(piece.text for piece in one).rstrip() + "\n" for one in lines)


def _coloured(piece: Piece) -> str:
    return f"\x1b[{piece.tone}m{piece.text}\x1b[0m" if piece.text and piece.tone else piece.text
