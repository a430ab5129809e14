"""What read_document raises when a file holds no text that can be read."""

from __future__ import annotations


class UnreadableFile(ValueError):
    """The bytes of a file are no text that monolint can read.

    `message` says what is wrong, `hint` what to do about it, `line` is the 1-based line where it is
    wrong, when that is known.
    """

    def __init__(self, message: str, hint: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line
