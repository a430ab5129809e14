"""The text of a rule file as YAML: its data, and where its fields stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parsed(text: str) -> tuple[Any, tuple[tuple[str, int], ...]]:
    """The data of a text, and each key that stands again in its mapping: dotted field and 1-based line.

    YAML keeps the last of two keys and says nothing. Raises yaml.YAMLError.
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None, ()
        repeated = tuple(_repeated(node, ()))
        return loader.construct_document(node), repeated
    finally:
        loader.dispose()


def line_of(text: str, where: Sequence[Any]) -> int | None:
    """The 1-based line of the deepest key of `where` that the text holds."""
    node = yaml.compose(text, Loader=_Loader)
    line = None
    for part in where:
        step = _child(node, part)
        if step is None:
            break
        line, node = step
    return line


def _repeated(node: yaml.Node, above: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _repeated(item, (*above, str(index)))
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            field = (*above, str(key.value))
            if field[-1] in seen:
                yield ".".join(field), key.start_mark.line + 1
            seen.add(field[-1])
            yield from _repeated(value, field)


def _child(node: yaml.Node | None, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        item = node.value[part]
        return item.start_mark.line + 1, item
    return None
