"""Front matter to scalars: YAML nodes keep written forms, duplicate keys and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from monolint.domain.document import Problem, Scalar
from monolint.domain.text import SourceMap, Span
from monolint.reading.scalar_map import scalar_map

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TOP_LEVEL = re.compile(r"^(?=[^\s#\-][^\n]*?:(?:\s|$))", re.MULTILINE)
_KEY_AND_TEXT = re.compile(r"([^\s:][^:\n]*):[ \t]+(\S(?:[^\n]*\S)?)\s*")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Key:
    """A mapping key on the way to a scalar, and where it is written in the file."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A scalar with the keys that lead to it; `source_map` leads from its value to the file."""

    scalar: Scalar
    keys: tuple[Key, ...]
    style: str
    source_map: SourceMap


@dataclass(frozen=True, slots=True)
class FrontMatter:
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def read_scalars(text: str, start: int, end: int, source_map: SourceMap) -> FrontMatter:
    """The scalars of the YAML in `text[start:end]`; what cannot be parsed is a problem.

    Broken YAML is read key by key, so that one bad value does not hide the others.
    """
    reader = _NodeReader(text, source_map)
    try:
        entries = reader.entries(start, end)
    except (yaml.YAMLError, RecursionError) as error:
        reader.problems.append(_broken(error, start, end, source_map, text))
        ranges = _top_level(text, start, end)
        entries = [entry for low, high in ranges for entry in _lenient(reader, low, high)]
    return FrontMatter(tuple(entries), tuple(reader.problems))


def _top_level(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of the top-level keys with all that belongs to them."""
    starts = [match.start() for match in _TOP_LEVEL.finditer(text, start, end)]
    yield from zip(starts, [*starts[1:], end], strict=False)


def _lenient(reader: _NodeReader, start: int, end: int) -> list[Entry]:
    """The scalars of one top-level key; a line that is no YAML counts as its key and plain text."""
    try:
        return reader.entries(start, end)
    except (yaml.YAMLError, RecursionError):
        return reader.plain_line(start, end)


def _broken(error: Exception, start: int, end: int, source_map: SourceMap, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is nested too deeply"
    at = start + (mark.index if mark else getattr(error, "position", 0) or 0)
    at = min(at, max(start, end - 1))
    line_start = text.rfind("\n", 0, at) + 1
    line_end = text.find("\n", at)
    span = source_map.span(line_start, line_end if line_end >= 0 else len(text))
    line = text.count("\n", 0, line_start) + 1
    return Problem(
        "front-matter-broken",
        f"The front matter is not valid YAML at line {line}: {reason}.",
        span,
    )


class _NodeReader:
    """Walks composed nodes of one text and gathers scalars and duplicate keys."""

    def __init__(self, text: str, source_map: SourceMap) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._map = source_map

    def entries(self, start: int, end: int) -> list[Entry]:
        """The scalars of the YAML in a range. Raises yaml.YAMLError when it cannot be parsed."""
        node = yaml.compose(self._text[start:end], Loader=_LOADER)
        if not isinstance(node, yaml.MappingNode):
            return []
        return list(self._walk(node, start, "", (), set()))

    def plain_line(self, start: int, end: int) -> list[Entry]:
        """The value of a key that stands on one line, whatever YAML makes of it."""
        line = _KEY_AND_TEXT.fullmatch(self._text, start, end)
        if line is None:
            return []
        key = Key(line[1], self._map.span(*line.span(1)))
        place = self._map.span(*line.span(2))
        return [Entry(Scalar(key.name, line[2], place, key.span), (key,), "", self._map.part(*line.span(2)))]

    def _walk(
        self, node: yaml.Node, base: int, path: str, keys: tuple[Key, ...], seen: set[int]
    ) -> Iterator[Entry]:
        if isinstance(node, yaml.ScalarNode):
            yield self._entry(node, base, path, keys)
            return
        # An alias is the same node again: read once, so that aliases cannot multiply.
        if id(node) in seen:
            return
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            for index, child in enumerate(node.value):
                yield from self._walk(child, base, f"{path}[{index}]", keys, seen)
        elif isinstance(node, yaml.MappingNode):
            yield from self._mapping(node, base, path, keys, seen)

    def _mapping(
        self, node: yaml.MappingNode, base: int, path: str, keys: tuple[Key, ...], seen: set[int]
    ) -> Iterator[Entry]:
        names: set[str] = set()
        for key_node, child in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                continue
            name = str(key_node.value)
            key = Key(name, self._span(key_node, base))
            if name in names:
                self.problems.append(
                    Problem("front-matter-duplicate-key", f'The key "{name}" is given twice.', key.span)
                )
            names.add(name)
            yield from self._walk(child, base, f"{path}.{name}" if path else name, (*keys, key), seen)

    def _entry(self, node: yaml.ScalarNode, base: int, path: str, keys: tuple[Key, ...]) -> Entry:
        value = _SURROGATE.sub("\ufffd", str(node.value))
        start, end = base + node.start_mark.index, base + node.end_mark.index
        to_text = scalar_map(value, node.style, self._text, Span(start, end))
        span = self._map.span(start, start + len(self._text[start:end].rstrip()))
        scalar = Scalar(path, value, span, keys[-1].span if keys else span)
        return Entry(scalar, keys, node.style or "", to_text.through(self._map))

    def _span(self, node: yaml.Node, base: int) -> Span:
        return self._map.span(base + node.start_mark.index, base + node.end_mark.index)
