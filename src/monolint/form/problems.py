"""What reading found to be broken, told as defects."""

from __future__ import annotations

from collections.abc import Iterator

from monolint.domain.document import Document
from monolint.form.interface import Check, Defect


def problems_with(code: str) -> Check:
    """A check that tells the problems of one code; the message field {value} is the problem in words."""

    def check(document: Document) -> Iterator[Defect]:
        for problem in document.problems:
            if problem.code == code:
                found = " ".join(problem.span.slice(document.text).split())
                yield Defect("", found, (problem.span,), {"value": problem.message.rstrip(".")})

    return check
