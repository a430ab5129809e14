"""From bytes to a Document: read_document(path, data, source=None) -> Document.

What is named here is imported when it is asked for: to tell drugs apart takes no parser.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from monolint.reading.document import read_document
    from monolint.reading.errors import UnreadableFile
    from monolint.reading.subject import same_drug

__all__ = ["UnreadableFile", "read_document", "same_drug"]

_HOMES = {
    "UnreadableFile": "monolint.reading.errors",
    "read_document": "monolint.reading.document",
    "same_drug": "monolint.reading.subject",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
