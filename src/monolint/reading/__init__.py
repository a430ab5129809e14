"""From bytes to a Document: read_document(path, data, source=None) -> Document."""
