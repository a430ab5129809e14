"""From a Document to its claims: extract(document) -> Extraction(claims, unread)."""
