"""What every form check takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from monolint.domain.document import Document
from monolint.domain.text import Span


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect of one item: its places (the first is the defect's own) and fields for the message.

    `object` names what is defective ("faqs[3].q", a heading); `value` is what was found there.
    """

    object: str
    value: str
    spans: tuple[Span, ...]
    words: dict[str, str] = field(default_factory=dict)


Check = Callable[[Document], Iterator[Defect]]
