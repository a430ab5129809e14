"""The JSON Schema of the JSON report."""

from __future__ import annotations

import json

from monolint.reporting.contract import ReportObject


def render() -> str:
    """JSON Schema (draft 2020-12) of what `--output-format json` prints."""
    schema = ReportObject.model_json_schema(mode="serialization")
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
