"""The part of the SARIF 2.1.0 schema that our logs use, checked by hand: required keys, types, enumerations, bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

TEXT = {"text": (str, True)}
LEVELS = {"none", "note", "warning", "error"}
SHAPES: dict[str, dict[str, tuple[Any, bool]]] = {
    "log": {"$schema": (str, False), "version": ({"2.1.0"}, True), "runs": (["run"], True)},
    "run": {
        "tool": ("tool", True),
        "results": (["result"], False),
        "columnKind": ({"utf16CodeUnits", "unicodeCodePoints"}, False),
    },
    "tool": {"driver": ("driver", True)},
    "driver": {"name": (str, True), "version": (str, False), "rules": (["rule"], False)},
    "rule": {
        "id": (str, True),
        "name": (str, False),
        "shortDescription": ("message", False),
        "fullDescription": ("message", False),
        "help": ("message", False),
        "defaultConfiguration": ("configuration", False),
    },
    "configuration": {"level": (LEVELS, False), "enabled": (bool, False)},
    "message": TEXT,
    "result": {
        "ruleId": (str, False),
        "ruleIndex": (-1, False),
        "level": (LEVELS, False),
        "message": ("message", True),
        "locations": (["location"], False),
    },
    "location": {"physicalLocation": ("physical", False)},
    "physical": {"artifactLocation": ("artifact", False), "region": ("region", False)},
    "artifact": {"uri": (str, False)},
    "region": {
        "startLine": (1, False),
        "startColumn": (1, False),
        "endColumn": (1, False),
        "snippet": ("message", False),
    },
}
"""Object -> property -> (its type, whether it is required). A number is the least value of an integer."""


def violations(log: Any) -> list[str]:
    """Where a log breaks the schema."""
    return list(_check(log, "log", "$"))


def _check(value: Any, kind: Any, where: str) -> Iterator[str]:
    if isinstance(kind, list):
        if not isinstance(value, list):
            yield f"{where}: no array"
            return
        for place, item in enumerate(value):
            yield from _check(item, kind[0], f"{where}[{place}]")
    elif isinstance(kind, set):
        if value not in kind:
            yield f"{where}: {value!r} is none of {sorted(kind)}"
    elif isinstance(kind, int):
        if not isinstance(value, int) or value < kind:
            yield f"{where}: {value!r} is no integer from {kind}"
    elif isinstance(kind, type):
        if not isinstance(value, kind):
            yield f"{where}: {value!r} is no {kind.__name__}"
    elif not isinstance(value, dict):
        yield f"{where}: no object"
    else:
        shape = SHAPES[kind]
        yield from (
            f"{where}: '{key}' is missing" for key, (_, required) in shape.items() if required and key not in value
        )
        yield from (f"{where}: unknown property '{key}'" for key in value if key not in shape)
        for key in value.keys() & shape.keys():
            yield from _check(value[key], shape[key][0], f"{where}.{key}")
