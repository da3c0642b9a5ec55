"""The JSON Schema of a family file, for editors that check while people write."""

from __future__ import annotations

from typing import Any

from supervision_tui.family.family import FORMAT, Family


def family_schema() -> dict[str, Any]:
    """JSON Schema, draft 2020-12, of what ``Family.load`` reads."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT.replace('/', ':')}",
        **Family.model_json_schema(),
    }
