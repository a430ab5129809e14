"""What "Yes.", "No adjustment" and "Compatible" say: bare answers resolved against question or label."""

from __future__ import annotations

import re

from monolint.domain.claim import Stance
from monolint.extraction.statements import Answer, Statement

_PERMISSION = re.compile(
    r"^\s*(?:can|may|could|is\s+it\s+(?:safe|ok|okay|possible|permissible|advisable|recommended)|is\s+[\w\s,()+/-]{1,80}?\s(?:safe|suitable|"
    r"recommended|allowed|permitted|approved|appropriate|compatible)\b|are\s+[\w\s]{1,40}\s(?:safe|allowed))",
    re.IGNORECASE,
)
_ADJUSTMENT = re.compile(
    r"\b(?:dos\w+\s+(?:adjust|reduc|modif|chang)\w*|adjust\w*\s+(?:the\s+)?dos\w+|need\s+to\s+be\s+adjusted)",
    re.IGNORECASE,
)
_PROHIBITION = re.compile(r"\b(?:contraindicated|avoided|harmful|unsafe|dangerous|avoid)\b", re.IGNORECASE)
# A cell or value that is nothing but an answer.
_NO_CHANGE = re.compile(
    r"(?:no|nil|none)\s+(?:(?:specific|special|initial|routine|dose|dosage)\s+)*(?:adjustments?|changes?|modifications?|reductions?)\W*",
    re.IGNORECASE,
)
_NO_NEED = re.compile(r"(?:not\s+(?:needed|required|necessary)|unnecessary)\W*", re.IGNORECASE)
_COMPATIBLE = re.compile(r"(?:(?:considered|generally)\s+)?(?:safe|compatible)\W*", re.IGNORECASE)
RELATIVE = re.compile(r"\brelative(?:ly)?\b", re.IGNORECASE)
_OF_DOSES = re.compile(r"adjust|modif|reduc", re.IGNORECASE)


def bare_stance(text: str, label: str) -> Stance | None:
    """The advice of a text that is nothing but an answer to its label, or None for any other text."""
    if _NO_CHANGE.fullmatch(text) or (_NO_NEED.fullmatch(text) and _OF_DOSES.search(label)):
        return Stance.NO_ADJUSTMENT
    return Stance.SAFE if _COMPATIBLE.fullmatch(text) else None


def listed_stance(statement: Statement) -> Stance:
    """What a list of contraindications says of its members: relative ones are cautions."""
    texts = (statement.text, *(label.text for label in statement.passage.labels))
    return Stance.CAUTION if any(map(RELATIVE.search, texts)) else Stance.CONTRAINDICATED


def answered_stance(statement: Statement) -> Stance | None:
    """The advice that an answer word gives on its own, or None where the question asks for no advice."""
    if statement.answer is None:
        return None
    yes = statement.answer is Answer.YES
    question = statement.question
    if _ADJUSTMENT.search(question):
        return Stance.ADJUST if yes else Stance.NO_ADJUSTMENT
    if _PROHIBITION.search(question):
        return Stance.AVOID if yes else Stance.MAY_USE
    if _PERMISSION.search(question):
        return Stance.MAY_USE if yes else Stance.AVOID
    return None
