"""``cheguan asyncapi``: the topic as an AsyncAPI 3 document, made from the event classes."""

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final

import msgspec

from cheguan.registry import REGISTRY
from domain.recorded_event import Envelope
from projections.engine.partitions import PARTITIONS
from workers.kafka.record import SOURCE, TYPE
from workers.kafka.topic import COPIES

Document = dict[str, Any]

_REF: Final = "#/components/schemas/"
_TITLES: Final = {
    name: title for each in REGISTRY.codec.aggregates for name, title in each.words.events.items()
}
_BINDING: Final = {"bindingVersion": "0.5.0"}
_NUMBERS: Final[Mapping[str, str]] = {
    "epoch": "4 bytes: positions of two epochs are never compared",
    "nid": "8 bytes: the position in the whole log",
    "prev": "8 bytes: the position of the event before in this partition, 0 for none",
    "ver": "8 bytes: the version of the stream after this event",
    "sha256": "32 bytes: SHA-256 of the value",
}
_ABOUT: Final = """\
Every event of the case-processing service, in log order within each partition; the key is the
16 bytes of the id of the event's stream. Delivery is at least once: drop a record whose nid is
not above the last one of its partition and epoch. A record whose prev is above that one tells of
a gap. No personal data stands in a value or header in the clear. Records are CloudEvents 1.0 in
binary mode too.
"""


def document(topic: str) -> Document:
    """Makes a valid document of AsyncAPI 3.0.0. Each message is one event class."""
    names = [kind.__name__ for kind in REGISTRY.codec.of]
    (first, *_), schemas = msgspec.json.schema_components(
        [Envelope[Any], *REGISTRY.codec.of], ref_template=_REF + "{name}"
    )
    schemas = _without_discriminators(schemas)
    envelope = schemas.pop(first["$ref"].removeprefix(_REF))
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "车管 Cheguan: events",
            "version": _version(),
            "description": _ABOUT,
        },
        "defaultContentType": "application/json",
        "channels": {"events": _channel(topic, names)},
        "operations": {
            "sendEvents": {
                "action": "send",
                "channel": {"$ref": "#/channels/events"},
                "summary": "Each event after it is stored.",
            }
        },
        "components": {
            "messages": {name: _message(name, envelope) for name in names},
            "messageTraits": {"record": _record()},
            "schemas": schemas,
        },
    }


def _without_discriminators(schema: Any) -> Any:
    """AsyncAPI's discriminator names schemas, ours codes; each alternative has its code as enum."""
    if isinstance(schema, dict):
        return {
            name: _without_discriminators(inner)
            for name, inner in schema.items()
            if name != "discriminator"
        }
    return [*map(_without_discriminators, schema)] if isinstance(schema, list) else schema


def _channel(topic: str, names: list[str]) -> Document:
    return {
        "address": topic,
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in names},
        "bindings": {
            "kafka": {
                "topic": topic,
                "partitions": PARTITIONS,
                "replicas": COPIES,
                "topicConfiguration": {"cleanup.policy": ["delete"], "retention.ms": -1},
                **_BINDING,
            }
        },
    }


def _message(name: str, envelope: Document) -> Document:
    title = _TITLES[name]
    schema = f"#/components/schemas/{name}"
    properties = {**envelope["properties"], "event": {"$ref": schema}}
    return {
        "name": name,
        "title": f"{title.zh} {title.en}",
        "contentType": "application/json",
        "traits": [{"$ref": "#/components/messageTraits/record"}],
        "headers": {
            "type": "object",
            "properties": {
                "topic": {"const": name},
                "ce_type": {"const": TYPE + name},
            },
            "required": ["topic", "ce_type"],
        },
        "payload": {**envelope, "title": f"{name} in its envelope", "properties": properties},
    }


def _record() -> Document:
    """What all records have in common: the key, and the other headers."""
    binary = {
        name: {"type": "string", "format": "binary", "description": f"big-endian, {words}"}
        for name, words in _NUMBERS.items()
    }
    texts = {
        "content-type": {"const": "application/json"},
        "ce_specversion": {"const": "1.0"},
        "ce_source": {"const": SOURCE},
        "ce_id": {"type": "string", "description": "epoch and position"},
        "ce_subject": {"type": "string", "format": "uuid", "description": "the stream"},
    }
    when = {"ce_time": {"type": "string", "format": "date-time"}}
    return {
        "headers": {
            "type": "object",
            "properties": {**binary, **texts, **when},
            "required": [*binary, *texts],
        },
        "bindings": {
            "kafka": {"key": {"type": "string", "format": "binary", "maxLength": 16}, **_BINDING}
        },
    }


def _version() -> str:
    try:
        return version("cheguan")
    except PackageNotFoundError:
        return "0"
