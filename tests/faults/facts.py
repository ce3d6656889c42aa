"""What the store holds, read past the service."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
import psycopg

from domain.aggregates import CODEC
from domain.case.intake.events import CaseSubmitted
from domain.message import Event
from domain.recorded_event import Envelope, RecordedEvent

_EVENTS: Final = """
SELECT originator_id, originator_version, notification_id, state
FROM stored_events ORDER BY notification_id"""
_COMMANDS: Final = "SELECT command_id, position, outcome FROM command_log"


class Carried(NamedTuple):
    """A row of the command log."""

    position: int
    case: str
    version: int


@dataclass(frozen=True)
class Facts:
    """Every event in the order of the log, and every command that was carried out."""

    events: Sequence[RecordedEvent]
    commands: Mapping[UUID, Carried]

    @property
    def by_cause(self) -> Mapping[UUID, Sequence[RecordedEvent]]:
        caused: dict[UUID, list[RecordedEvent]] = defaultdict(list)
        for recorded in self.events:
            caused[recorded.envelope.cause].append(recorded)
        return caused

    @property
    def by_stream(self) -> Mapping[UUID, Sequence[RecordedEvent]]:
        streams: dict[UUID, list[RecordedEvent]] = defaultdict(list)
        for recorded in self.events:
            streams[recorded.stream].append(recorded)
        return streams

    @property
    def cases(self) -> int:
        return sum(isinstance(recorded.event, CaseSubmitted) for recorded in self.events)


async def facts_of(url: str) -> Facts:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        cursor = await connection.execute(_EVENTS)
        events = [
            RecordedEvent(stream, version, position, _decoded(state))
            for stream, version, position, state in await cursor.fetchall()
        ]
        cursor = await connection.execute(_COMMANDS)
        return Facts(events, {row[0]: _carried(row[1], row[2]) for row in await cursor.fetchall()})


def _decoded(state: bytes) -> Envelope[Event]:
    return CODEC.decode(state)


def _carried(position: int, outcome: bytes) -> Carried:
    stored = msgspec.json.decode(outcome)
    return Carried(position, stored["stream"], stored["version"])
