"""Where the front matter of a text stands: python-frontmatter decides, offsets are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from monolint.domain.document import Problem
from monolint.domain.text import SourceMap

_KEY_LINE = re.compile(r"[A-Za-z_][\w .-]{0,60}:(?:\s|$)")
_TOML_FENCE = re.compile(r"^\+{3,}[ \t]*$", re.MULTILINE)
_END_OF_KEYS = re.compile(r"^[ \t]*$|^#", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Split:
    """The ranges of the front matter and the body in a text with LF line ends."""

    front_start: int
    front_end: int
    body_start: int
    problems: tuple[Problem, ...] = ()


def split_front_matter(text: str, source_map: SourceMap) -> Split:
    """Find the front matter of a text; without one, its range is empty.

    TOML and a block that is never closed are problems; the body is found all the same.
    """
    start = len(text) - len(text.lstrip())
    if text.startswith("+++", start):
        return _toml(text, start, source_map)
    handler = YAMLHandler()
    fence = YAMLHandler.FM_BOUNDARY.match(text, start) if YAMLHandler.FM_BOUNDARY else None
    if fence is None or not handler.detect(text[start:]):
        return Split(0, 0, 0)
    # The fence's pattern takes the blank lines after it; the first key keeps its own indentation.
    front_start = fence.end()
    try:
        front, content = handler.split(text[start:])
    except ValueError:
        return _unclosed(text, start, front_start, source_map)
    return Split(front_start, front_start + len(front), len(text) - len(content))


def _toml(text: str, start: int, source_map: SourceMap) -> Split:
    opening, *closing = _TOML_FENCE.finditer(text, start)
    body = closing[0].end() if closing else opening.end()
    problem = Problem(
        "front-matter-toml",
        "The front matter is TOML (+++), which is not supported; write it as YAML between --- lines.",
        source_map.span(opening.start(), opening.end()),
    )
    return Split(0, 0, body, (problem,))


def _unclosed(text: str, start: int, front_start: int, source_map: SourceMap) -> Split:
    if not _KEY_LINE.match(text, front_start + (text[front_start : front_start + 1] == "\n")):
        return Split(0, 0, 0)
    end = _END_OF_KEYS.search(text, front_start + 1)
    front_end = end.start() if end else len(text)
    problem = Problem(
        "front-matter-unclosed",
        "The front matter opens with --- and is never closed; add a line with --- after its last key.",
        source_map.span(start, start + 3),
    )
    return Split(front_start, front_end, front_end, (problem,))
