"""Which of several figures a dosing sentence gives: the first, a changed one, or the usual one."""

from __future__ import annotations

import re

from monolint.domain.claim import Qualifier

_CHANGED = re.compile(
    r"\b(?:increas|titrat|rais|escalat|adjust|reduc|decreas|doubl|extend)\w*[^;]*$|\b(?:higher|lower|larger|smaller)\b[^;]{0,40}$",
    re.IGNORECASE,
)
_INITIAL = re.compile(
    r"\b(?:initial(?:ly)?|start(?:s|ing|ed)?|begin(?:s|ning)?|first\s+dose|loading)\b[^.;]{0,45}$",
    re.IGNORECASE,
)


def stage(before: str) -> Qualifier:
    """The qualifier of a figure from the text before it."""
    if _CHANGED.search(before):
        return Qualifier.CONDITIONAL
    return Qualifier.INITIAL if _INITIAL.search(before) else Qualifier.USUAL
