"""The JSON Schema (draft-07) of the case file, for editors that complete and check while one writes."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, cast

from zopa.case.types import Case

SCHEMA_FILE = "case.schema.json"


def build_schema() -> dict[str, Any]:
    """The schema of `Case` in draft-07; a blank value is allowed wherever a value is."""
    made: dict[str, Any] = json.loads(
        json.dumps(Case.model_json_schema(by_alias=True)).replace("#/$defs/", "#/definitions/")
    )
    definitions: dict[str, Any] = made.pop("$defs")
    moves = definitions["Moves"]
    moves["additionalProperties"] = {"$ref": "#/definitions/Mover"}
    moves["properties"].pop("movers")
    for entry in (made, *definitions.values()):
        entry.pop("title", None)
        entry["properties"] = {name: _blank_too(rule) for name, rule in entry["properties"].items()}
    for name, short in (("Person", "office"), ("Interest", "what"), ("Option", "name"), ("Move", "name")):
        definitions[name] = {
            "anyOf": [{"type": ["string", "number"]}, definitions[name]],
            "description": f"or just its {short}",
        }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "zopa case",
        **made,
        "definitions": definitions,
    }


def shipped_schema() -> str:
    """The text of the schema that ships with zopa."""
    return (files("zopa.case") / SCHEMA_FILE).read_text(encoding="utf-8")


def print_schema() -> str:
    """The schema as text, as it ships."""
    return json.dumps(build_schema(), indent=1, ensure_ascii=False) + "\n"


def _blank_too(rule: dict[str, Any]) -> dict[str, Any]:
    """The rule, or nothing; one item may stand for a list of one, and a list of ids for a mapping."""
    rule = {key: value for key, value in rule.items() if key not in {"title", "default"}}
    if "anyOf" in rule:
        return {**rule, "anyOf": [_blank_too(way) for way in cast("list[Any]", rule["anyOf"])]}
    ways: list[dict[str, Any]] = [rule]
    if rule.get("type") == "array":
        item = _blank_too(rule["items"])
        ways = [{**rule, "items": item}, item]
    elif isinstance(rule.get("additionalProperties"), dict):
        ways = [{**rule, "additionalProperties": _blank_too(rule["additionalProperties"])}]
        ways.append({"type": "array", "items": {"type": "string"}})
    return {"anyOf": [*ways, {"type": "null"}]}
