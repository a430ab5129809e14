"""Checks of a document's form: FAQ fields, front matter, headings, emphasis."""
