"""A Kafka record: the stored bytes, and headers that say where they stand.

docs/trust-model.md describes the record. It also has the headers of CloudEvents 1.0 in
binary mode, so a reader that knows nothing of us knows what it reads.
"""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

Headers = list[tuple[str, bytes]]

SOURCE: Final = "urn:cheguan:events"
TYPE: Final = "cheguan."
"""What stands before an event's name in ``ce_type``."""
_SAME: Final = [
    ("content-type", b"application/json"),
    ("ce_specversion", b"1.0"),
    ("ce_source", SOURCE.encode()),
]


class Stored(NamedTuple):
    """An event as its row in the store."""

    stream: UUID
    version: int
    position: int
    topic: str
    state: bytes


class RecordPlace(NamedTuple):
    """Where an event stands. ``previous`` is the position of the event before it in the same
    partition, or 0 if there is none."""

    epoch: int
    position: int
    previous: int
    version: int
    sha256: bytes


class _When(msgspec.Struct):
    """The part of an envelope that a header needs."""

    at: str


_when: Final = msgspec.json.Decoder(_When)


def headers(event: Stored, epoch: int, previous: int) -> Headers:
    """The headers of one record. ``ce_time`` is left out if the bytes do not tell it."""
    position, name = event.position, event.topic.encode()
    made = [
        ("epoch", epoch.to_bytes(4, "big")),
        ("nid", position.to_bytes(8, "big")),
        ("prev", previous.to_bytes(8, "big")),
        ("ver", event.version.to_bytes(8, "big")),
        ("topic", name),
        ("sha256", hashlib.sha256(event.state).digest()),
        *_SAME,
        ("ce_id", b"%d-%d" % (epoch, position)),
        ("ce_type", TYPE.encode() + name),
        ("ce_subject", str(event.stream).encode()),
    ]
    with suppress(msgspec.MsgspecError, UnicodeError):
        made.append(("ce_time", _when.decode(event.state).at.encode()))
    return made


def place(found: Sequence[tuple[str, bytes]]) -> RecordPlace | None:
    """Reads where a record stands. None means that it is not one of ours."""
    named = dict(found)
    try:
        epoch, position, previous, version = (
            named["epoch"],
            named["nid"],
            named["prev"],
            named["ver"],
        )
        sha256 = named["sha256"]
    except KeyError:
        return None
    if (len(epoch), len(position), len(previous), len(version), len(sha256)) != (4, 8, 8, 8, 32):
        return None
    return RecordPlace(
        int.from_bytes(epoch, "big"),
        int.from_bytes(position, "big"),
        int.from_bytes(previous, "big"),
        int.from_bytes(version, "big"),
        sha256,
    )
