"""JSON as text that is safe to print: whatever a document holds, a terminal and a CI log see plain text."""

from __future__ import annotations

import json
import re

from monolint.reporting.wording import UNPRINTABLE

# A command that CI runners look for anywhere in a line of a log.
_COMMAND = re.compile(r"##(?=\w*\[)")


def dumped(value: object) -> str:
    """A value as indented JSON with a line end."""
    return guarded(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def guarded(text: str) -> str:
    """JSON text with escapes for characters that are not printable, and for workflow commands.

    Both can stand in strings only, so that the value stays the same.
    """
    return _COMMAND.sub(r"#\\u0023", UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", text))
