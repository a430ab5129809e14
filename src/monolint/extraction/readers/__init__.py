"""Readers: each turns a statement into drafts of claims of its own kinds."""
