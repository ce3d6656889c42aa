"""Makes a long log of a short one: the same lives again and again, each time of other cases."""

from collections.abc import Iterator, Sequence
from typing import Final, LiteralString
from uuid import UUID

import psycopg
from msgspec.structs import replace

from cheguan.registry import REGISTRY
from domain.case.intake.events import CaseSubmitted
from domain.event_store.pending import Pending
from domain.identifiers import reference
from domain.message import Event
from domain.recorded_event import Envelope, topic

_COPY: Final[LiteralString] = """
COPY stored_events (originator_id, originator_version, topic, state, notification_id)
FROM STDIN (FORMAT BINARY)"""
_TYPES: Final = ("uuid", "int8", "text", "bytea", "int8")
_LATER: Final = 2 * 24 * 3600 * 1000 << 80
"""What two days add to the time-ordered id of a case."""

_Row = tuple[UUID, int, str, bytes, int]


def fill(url: str, commands: Sequence[Pending], times: int) -> int:
    """Stores the log ``times`` times over, and returns the number of events."""
    rows = 0
    with psycopg.connect(url) as connection:
        with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
            copy.set_types(_TYPES)
            for row in _rows(commands, times):
                copy.write_row(row)
                rows += 1
        connection.execute("SELECT setval('stored_events_notification_id_seq', %s)", (rows,))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE) stored_events")
    return rows


def _rows(commands: Sequence[Pending], times: int) -> Iterator[_Row]:
    lives = [
        (write.stream, version, envelope, REGISTRY.codec.encode(envelope))
        for pending in commands
        for write in pending.writes
        for version, envelope in enumerate(write.envelopes, start=write.after + 1)
    ]
    position = 0
    for turn in range(times):
        for stream, version, envelope, state in lives:
            position += 1
            if isinstance(envelope.event, CaseSubmitted):
                state = REGISTRY.codec.encode(_of_another(envelope, position))
            case = UUID(int=(stream.int + turn * _LATER) % (1 << 128))
            yield case, version, topic(envelope.event), state, position


def _of_another(envelope: Envelope[Event], number: int) -> Envelope[Event]:
    assert isinstance(envelope.event, CaseSubmitted)
    drawn = reference.draw(number.to_bytes(reference.BYTES, "big"))
    return replace(envelope, event=replace(envelope.event, reference=drawn))
