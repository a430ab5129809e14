"""Defects of a document's form, with all that a finding about them shows."""

from __future__ import annotations

from dataclasses import dataclass

from monolint.domain.claim import Place


@dataclass(frozen=True, slots=True)
class Flaw:
    """One defect that a form check found: what is wrong with what, and where.

    `check` is the name by which rule files ask for it. `object` names what is defective ("faqs[3].q", a
    heading), `value` is what was found there, `words` are further fields of a rule's message.
    """

    check: str
    object: str
    value: str
    places: tuple[Place, ...]
    words: tuple[tuple[str, str], ...] = ()
