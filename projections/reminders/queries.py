"""What officers ask of reminders: of what they are, and how many there are by office and topic."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.kinds import ReminderStage

_TOPICS: Final[LiteralString] = (
    "SELECT stream, topic FROM projections.reminders WHERE stream = ANY(%s)"
)

_COUNTED: Final[LiteralString] = """
SELECT topic, stage, count(*), count(*) FILTER (WHERE reachable) FROM projections.reminders
WHERE stage = 'put_off' OR changed_at >= %s GROUP BY 1, 2 ORDER BY 1, 2"""


async def topics_of(
    connection: Connection, reminders: Collection[UUID]
) -> Mapping[UUID, ReminderTopic]:
    """Of what each reminder is. One that no read model has yet is missing."""
    cursor = await connection.execute(_TOPICS, (list(reminders),))
    return {stream: ReminderTopic(topic) for stream, topic in await cursor.fetchall()}


class CountedReminders(NamedTuple):
    """So many reminders of a topic stand at a stage. ``reachable`` are those with a contact."""

    topic: ReminderTopic
    stage: ReminderStage
    reminders: int
    reachable: int


async def counted_reminders(connection: Connection, since: datetime) -> Sequence[CountedReminders]:
    """Those that were given or dropped since then, and all that are put off."""
    cursor = await connection.execute(_COUNTED, (since,))
    return [
        CountedReminders(ReminderTopic(topic), ReminderStage(stage), *counts)
        for topic, stage, *counts in await cursor.fetchall()
    ]
