"""Words and counts that the formats for people share."""

from __future__ import annotations

import re

from monolint.domain.finding import Evidence, Failure, Report, Severity, Unread

# Control characters (C0, DEL, C1) could rewrite a terminal's screen; bidirectional marks change what is read.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]"
)
_BLANKS = re.compile(r"\s+")
# What CI runners take for a command in a log: "::" at the start of a line, "##[" and "##name[" anywhere.
_COMMANDS = re.compile(r"(?m)^[^\S\n]*(?=::)|##(?=\w*\[)")


def counted(number: int, singular: str, plural: str = "") -> str:
    """ "1 error", "2 errors"."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def listed(items: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def printable(text: str) -> str:
    """`text` with the escapes of characters that could steer a terminal, or turn the direction of text."""
    return UNPRINTABLE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def defused(text: str) -> str:
    """`text` for a log of a CI run: nothing in it starts a command of the runner."""
    return _COMMANDS.sub(lambda found: f"{found.group()}\N{ZERO WIDTH SPACE}", text)


def one_line(text: str) -> str:
    """`text` on one line, printable, runs of white space folded."""
    return printable(_BLANKS.sub(" ", text).strip())


def cut(text: str, most: int) -> str:
    """`text` on one line of at most `most` characters."""
    whole = one_line(text)
    return whole if len(whole) <= most else whole[: most - 3].rstrip() + "..."


def place(evidence: Evidence | Unread) -> str:
    """path:line:column, as terminals and editors open it."""
    return f"{one_line(evidence.path)}:{evidence.start.line}:{evidence.start.column}"


def severity_counts(report: Report) -> str:
    """ "2 errors, 1 warning and 3 infos"; severities without findings are left out."""
    counts = [(report.count(severity), severity.label) for severity in sorted(Severity, reverse=True)]
    return listed([counted(number, label) for number, label in counts if number] or ["no findings"])


def failure_line(failure: Failure) -> str:
    """ "path:line: message (hint)"."""
    where = one_line(failure.path) + (f":{failure.line}" if failure.line else "")
    hint = f" ({failure.hint})" if failure.hint else ""
    return f"{where}: {one_line(failure.message)}{hint}"
