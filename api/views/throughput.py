"""The figures of a period, each under the code of its definition."""

from collections.abc import Collection
from typing import Any, Final

from api.openapi.schemas import Described, Schema, ref
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.definitions.definition import Definition
from projections.throughput.definitions.making import (
    QUANTILES,
    Count,
    CountByKind,
    Share,
    ShareByKind,
    Spread,
)
from projections.throughput.lines import Line
from projections.throughput.queries import DIMENSIONS

UNITS: Final = {code: definition.unit.value for code, definition in OF_A_PERIOD.items()}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_HOURS: Final[Schema] = {"type": "number", "minimum": 0}
_SHARE: Final[Schema] = {"type": "number", "minimum": 0, "maximum": 1}
_KEY: Final[Schema] = {name: {"type": "string"} for name in DIMENSIONS} | {
    "day": {"type": "string", "format": "date"},
    "green": {"type": "boolean"},
}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def group(line: Line, services: Collection[str] | None) -> dict[str, Any]:
    """The key of a line and its figures.

    A figure is null where there is nothing of which to tell it, where it cannot be grouped like
    this, and where it is of one service and the line is of several. ``open`` has the rates that
    may still change, each with the number of cases of which it is not known yet.
    """
    of_one_service = "service" in line.key or (services is not None and len(services) == 1)
    told = {
        code: each
        for code, each in OF_A_PERIOD.items()
        if line.key.keys() <= set(each.dimensions) and (of_one_service or not each.of_one_service)
    }
    return {
        **line.key,
        **{code: each.of(line) if code in told else None for code, each in OF_A_PERIOD.items()},
        "open": {code: unknown for code, each in told.items() if (unknown := each.unknown(line))},
    }


def _schema() -> Schema:
    day = {"type": "string", "format": "date"}
    properties: Schema = {
        "from": day,
        "to": day,
        "by": {"type": "array", "items": {"enum": list(DIMENSIONS)}},
        "position": _COUNT,
        "units": {"type": "object", "additionalProperties": {"type": "string"}},
        "groups": {"type": "array", "items": ref("ThroughputGroup")},
    }
    return {"type": "object", "required": list(properties), "properties": properties}


def _schema_of_group() -> Schema:
    return {
        "type": "object",
        "required": [*OF_A_PERIOD, "open"],
        "properties": {
            **_KEY,
            **{code: _schema_of(each) for code, each in OF_A_PERIOD.items()},
            "open": {
                "type": "object",
                "additionalProperties": _COUNT,
                "description": "Rates that may still change: of how many it is not known yet.",
            },
        },
    }


def _schema_of(definition: Definition) -> Schema:
    shape = _HOURS
    match definition.made:
        case Count():
            shape = _COUNT
        case CountByKind():
            shape = {"type": "object", "additionalProperties": _COUNT}
        case Share():
            shape = _SHARE
        case ShareByKind():
            shape = {"type": "object", "additionalProperties": _SHARE}
        case Spread():
            quantiles = dict.fromkeys(QUANTILES, _or_null(_HOURS))
            shape = {"type": "object", "properties": {"count": _COUNT, **quantiles}}
    unit = definition.unit.value.replace("_", " ")
    return {
        **_or_null(shape),
        "description": f"{definition.counts.zh} {definition.counts.en} Unit: {unit}.",
    }


DESCRIBED: Final = Described(
    ref("Throughput"), {"Throughput": _schema(), "ThroughputGroup": _schema_of_group()}
)
"""The schema of the answer."""
