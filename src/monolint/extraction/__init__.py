"""From a Document to its claims."""

from monolint.extraction.extract import Extraction, extract

__all__ = ["Extraction", "extract"]
