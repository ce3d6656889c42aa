"""How many owners and holders will be reminded, and were, by what it is of. It names nobody."""

from datetime import date, timedelta
from typing import NamedTuple

from domain.calendar import start_of_day
from domain.event_store.transaction import Connection
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.kinds import ReminderStage
from domain.reminders.rights import reminded_from
from projections.reminders.due import days_ahead
from projections.reminders.queries import counted_reminders


class RemindersStand(NamedTuple):
    """Of one topic: ``coming`` in so many days from today on, ``given`` in as many before it.

    ``reachable`` are those given whose contact is on file, ``put_off`` all that wait now.
    """

    topic: ReminderTopic
    coming: int
    put_off: int
    given: int
    reachable: int
    dropped: int


async def reminders_stand(connection: Connection, today: date, days: int) -> list[RemindersStand]:
    """A line for each topic. What a relief moves is counted by the day of the law until then."""
    until, since = today + timedelta(days=days), today - timedelta(days=days)
    coming = dict.fromkeys(ReminderTopic, 0)
    for near in await days_ahead(connection, today, until):
        if reminded_from(near.topic, near.last_on, judged_on=today) <= until:
            coming[near.topic] += near.records
    counted = await counted_reminders(connection, start_of_day(since))
    stands = {(each.topic, each.stage): each for each in counted}

    def count(topic: ReminderTopic, stage: ReminderStage) -> int:
        return stands[topic, stage].reminders if (topic, stage) in stands else 0

    return [
        RemindersStand(
            topic,
            coming[topic],
            count(topic, ReminderStage.PUT_OFF),
            count(topic, given := ReminderStage.GIVEN),
            stands[topic, given].reachable if (topic, given) in stands else 0,
            count(topic, ReminderStage.DROPPED),
        )
        for topic in ReminderTopic
    ]
