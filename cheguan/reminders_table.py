"""How many owners and holders will be reminded, and were, by what it is of. It names nobody."""

from datetime import timedelta
from typing import Any, NamedTuple

from rich.table import Table

from cheguan.service_clock import today_of
from domain.calendar import start_of_day
from domain.event_store.connection import connect
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


async def reminders_stand(url: str, days: int) -> list[RemindersStand]:
    """A line for each topic. What a relief moves is counted by the day of the law until then."""
    connection = await connect(url)
    try:
        today = await today_of(connection)
        until, since = today + timedelta(days=days), today - timedelta(days=days)
        near = await days_ahead(connection, today, until)
        counted = await counted_reminders(connection, start_of_day(since))
    finally:
        await connection.close()
    coming = dict.fromkeys(ReminderTopic, 0)
    for each in near:
        if reminded_from(each.topic, each.last_on, judged_on=today) <= until:
            coming[each.topic] += each.records
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


def lines(stand: list[RemindersStand]) -> list[dict[str, Any]]:
    """For a program."""
    return [each._asdict() for each in stand]


def table(stand: list[RemindersStand], days: int) -> Table:
    made = Table(title=f"Reminders, {days} days ahead and back")
    for name in ("topic", "提醒事项"):
        made.add_column(name, no_wrap=True)
    for name in ("coming", "put off", "given", "reachable", "dropped"):
        made.add_column(name, justify="right")
    for each in stand:
        made.add_row(each.topic.value, each.topic.zh, *(f"{count:,}" for count in each[1:]))
    return made
