"""Measurements of monolint: how often it is right, what it raises, and how long it takes."""
