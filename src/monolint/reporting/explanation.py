"""One rule explained: why it exists, what it compares, what it does not compare, with its examples."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from monolint.reporting.pieces import Line, Piece, Tone, line, paint
from monolint.reporting.quoting import Quote, wrapped
from monolint.rules.model import Example, Rule


def render(rule: Rule, summary: str, *, width: int = 100, colour: bool = False) -> str:
    """The explanation in lines of at most `width` columns; documents of examples stand as written.

    `summary` says in plain words what the rule's comparator compares.
    """
    return paint(_lines(rule, summary, width), colour=colour)


def _lines(rule: Rule, summary: str, width: int) -> Iterator[Line]:
    yield (Piece(rule.id, Tone.TITLE), Piece(f": {rule.title}"))
    yield line(f"{rule.severity}, {rule.kind or 'form'}", Tone.FAINT)
    yield from _part("Why", [rule.why], width)
    yield from _part("Compares", [summary, _comparison(rule)], width)
    yield from _part("Does not compare", rule.refuses, width, "- ")
    yield from _examples("Conflict", rule.examples.conflict)
    yield from _examples("Agreement", rule.examples.agree)


def _comparison(rule: Rule) -> str:
    options = ", ".join(
        f"{name}: {json.dumps(value, ensure_ascii=False, default=str)}"
        for name, value in sorted(rule.options.items())
    )
    return f"comparator {rule.comparator}" + (f" ({options})" if options else "")


def _part(title: str, texts: Sequence[str], width: int, bullet: str = "") -> Iterator[Line]:
    if not texts:
        return
    yield line()
    yield line(title, Tone.TITLE)
    for text in texts:
        for number, part in enumerate(wrapped(Quote(" ".join(text.split())), width - 2 - len(bullet))):
            yield line("  " + (bullet if number == 0 else " " * len(bullet)) + part.text)


def _examples(title: str, examples: Sequence[Example]) -> Iterator[Line]:
    for example in examples:
        yield line()
        yield line(f"{title}: {example.name}", Tone.TITLE)
        for name, text in example.documents.items():
            yield line(f"  {name}", Tone.PLACE)
            yield from (line(f"    | {row}") for row in text.splitlines())
