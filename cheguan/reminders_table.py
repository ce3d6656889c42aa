"""How many will be reminded and were, as a table or as JSON."""

from collections.abc import Sequence
from typing import Any

from rich.table import Table

from cheguan.service_clock import today_of
from domain.event_store.connection import connect
from projections.reminders.stand import RemindersStand, reminders_stand


async def found(url: str, days: int) -> Sequence[RemindersStand]:
    """A line for each topic, as of the day of the store's clock."""
    connection = await connect(url)
    try:
        return await reminders_stand(connection, await today_of(connection), days)
    finally:
        await connection.close()


def lines(stand: Sequence[RemindersStand]) -> list[dict[str, Any]]:
    """For a program."""
    return [each._asdict() for each in stand]


def table(stand: Sequence[RemindersStand], days: int) -> Table:
    made = Table(title=f"Reminders, {days} days ahead and back")
    for name in ("topic", "提醒事项"):
        made.add_column(name, no_wrap=True)
    for name in ("coming", "put off", "given", "reachable", "dropped"):
        made.add_column(name, justify="right")
    for each in stand:
        made.add_row(each.topic.value, each.topic.zh, *(f"{count:,}" for count in each[1:]))
    return made
