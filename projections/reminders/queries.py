"""What officers ask of reminders: of what they are, and how many there are by office and topic."""

from collections.abc import Collection, Mapping
from typing import Final, LiteralString
from uuid import UUID

from domain.event_store.transaction import Connection
from domain.register.reminder_topic import ReminderTopic

_TOPICS: Final[LiteralString] = (
    "SELECT stream, topic FROM projections.reminders WHERE stream = ANY(%s)"
)


async def topics_of(
    connection: Connection, reminders: Collection[UUID]
) -> Mapping[UUID, ReminderTopic]:
    """Of what each reminder is. One that no read model has yet is missing."""
    cursor = await connection.execute(_TOPICS, (list(reminders),))
    return {stream: ReminderTopic(topic) for stream, topic in await cursor.fetchall()}
