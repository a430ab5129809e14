"""The file of a baseline: a line of JSON for each entry, so that reviews and merges see single findings."""

from __future__ import annotations

import json
from typing import Any

from monolint.domain.baseline import Baseline, KnownFinding
from monolint.domain.finding import Failure, Severity
from monolint.engine.errors import SetupErrors

FORMAT = 1
DEFAULT_NAME = "monolint-baseline.jsonl"
_HEAD = "monolint-baseline"
_REQUIRED = ("subject", "rule", "severity", "message", "sides", "fingerprint")
_OPTIONAL = ("object", "case")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_AGAIN = "write it again: monolint baseline create --force"


def dump(baseline: Baseline) -> str:
    """The text of a baseline file: a head, then the entries in order."""
    lines = [json.dumps({_HEAD: FORMAT, "written_by": baseline.version})]
    lines += [json.dumps(_as_object(entry), ensure_ascii=False) for entry in sorted(baseline.entries)]
    return "".join(f"{line}\n" for line in lines)


def _as_object(entry: KnownFinding) -> dict[str, Any]:
    given = {
        "subject": entry.subject,
        "rule": entry.rule,
        "object": entry.object,
        "case": entry.scope,
        "severity": entry.severity.label,
        "message": entry.message,
        "sides": [list(side) for side in entry.sides],
        "fingerprint": entry.fingerprint,
    }
    return {name: value for name, value in given.items() if value or name not in _OPTIONAL}


def parse(text: str, name: str) -> Baseline:
    """The baseline that a file called `name` holds.

    Raises SetupErrors with every line that is no entry, and with what to do about it.
    """
    numbered = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not numbered:
        raise SetupErrors([Failure(name, "the baseline is empty, without its first line", _AGAIN)])
    (first, head), *rest = numbered
    version = _version(head, name, first)
    entries: list[KnownFinding] = []
    failures: list[Failure] = []
    for number, line in rest:
        found = _entry(line)
        if isinstance(found, KnownFinding):
            entries.append(found)
        else:
            hint = "resolve the merge" if line.startswith(_CONFLICT) else f"mend the line, or {_AGAIN}"
            failures.append(Failure(name, found, hint, number))
    if failures:
        raise SetupErrors(failures)
    return Baseline(version, tuple(entries))


def _version(line: str, name: str, number: int) -> str:
    try:
        head = json.loads(line)
        written, version = head[_HEAD], head["written_by"]
    except (ValueError, TypeError, KeyError) as error:
        message = f'the first line of a baseline is {{"{_HEAD}": {FORMAT}, "written_by": ...}}'
        raise SetupErrors([Failure(name, message, _AGAIN, number)]) from error
    if written != FORMAT:
        message = f"this baseline has format {written!r}; this version of monolint reads format {FORMAT}"
        raise SetupErrors([Failure(name, message, f"use a newer monolint, or {_AGAIN}", number)])
    return str(version)


def _entry(line: str) -> KnownFinding | str:
    """An entry, or what is wrong with its line."""
    if line.startswith(_CONFLICT):
        return "a conflict of a merge was left in the baseline"
    try:
        given = json.loads(line)
    except ValueError:
        return "this line is no JSON"
    if not isinstance(given, dict):
        return "this line is no entry"
    missing = [field for field in _REQUIRED if field not in given]
    if missing:
        return f"the entry has no {', '.join(missing)}"
    try:
        return KnownFinding(
            subject=_text(given["subject"]),
            rule=_text(given["rule"]),
            object=_text(given.get("object", "")),
            scope=_text(given.get("case", "")),
            severity=Severity[_text(given["severity"]).upper()],
            message=_text(given["message"]),
            sides=tuple((_text(path), _text(value)) for path, value in given["sides"]),
            fingerprint=_text(given["fingerprint"]),
        )
    except (KeyError, TypeError, ValueError):
        return "a field of the entry is not of its type"


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise TypeError(given)
    return given
