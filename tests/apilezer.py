"""Reads the description of the API: which form an address has, and whether an answer has that form."""

import re
from typing import Any


def schema_of(openapi: dict[str, Any], address: str) -> dict[str, Any] | None:
    """Return the form of what an address (without /v1) gives; None for a file."""
    plain = address.partition("?")[0]
    exact = [path for path in openapi["paths"] if path == plain]
    path = next(iter(exact or [p for p in openapi["paths"] if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", p), plain)]))
    content = openapi["paths"][path]["get"]["responses"]["200"]["content"]
    found: dict[str, Any] | None = content.get("application/json", {}).get("schema")
    return found


def check(value: Any, schema: dict[str, Any], forms: dict[str, dict[str, Any]], where: str = "antwoord") -> None:
    """Hold a value to its schema: types, required and no unknown properties."""
    if "$ref" in schema:
        check(value, forms[schema["$ref"].rsplit("/", 1)[1]], forms, where)
    elif "anyOf" in schema:
        kinds = [each for each in schema["anyOf"] if (each.get("type") == "null") == (value is None)]
        assert kinds, f"{where}: {value!r}"
        if value is not None:
            check(value, kinds[0], forms, where)
    elif schema.get("type") == "object" and "properties" in schema:
        assert set(value) == set(schema["properties"]), where
        for name, each in value.items():
            check(each, schema["properties"][name], forms, f"{where}.{name}")
    elif schema.get("type") == "array":
        for each in value:
            check(each, schema["items"], forms, f"{where}[]")
    else:
        kinds = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "object": dict}
        assert isinstance(value, kinds[schema["type"]]), f"{where}: {value!r}"
