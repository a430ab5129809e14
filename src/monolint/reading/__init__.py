"""From bytes to a Document: read_document(path, data, source=None) -> Document."""

from monolint.reading.document import read_document
from monolint.reading.errors import UnreadableFile
from monolint.reading.subject import same_drug

__all__ = ["UnreadableFile", "read_document", "same_drug"]
