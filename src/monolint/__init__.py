"""monolint: a consistency linter for drug monographs."""

__version__ = "0.1.0"
