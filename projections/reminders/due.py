"""Of what somebody may have to be reminded now: where to look. The decision looks itself."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final, LiteralString, NamedTuple
from uuid import UUID

from domain.clocks.reminders import AHEAD_AT_MOST
from domain.event_store.transaction import Connection
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.rights import CLOCKS

_COLUMNS: Final[Mapping[LiteralString, LiteralString]] = MappingProxyType(
    {
        "renewal_on": "renewal",
        "medical_on": "medical",
        "inspection_on": "inspection",
        "learner_permit_on": "learner_permit",
        "over_age_on": "over_age",
        "over_age_again_on": "over_age",
    }
)
"""Of which topic each column of the rights is."""


def _near(column: LiteralString, topic: LiteralString) -> LiteralString:
    return f"""
SELECT r.{column} AS last_on, r.stream AS record, '{topic}' AS topic FROM projections.rights AS r
WHERE r.{column} <= %({topic})s AND NOT EXISTS (
    SELECT FROM projections.reminders AS m
    WHERE m.record = r.stream AND m.topic = '{topic}' AND m.last_on = r.{column})"""


_ALL_NEAR: Final[LiteralString] = " UNION ALL ".join(_near(*each) for each in _COLUMNS.items())
_PUT_OFF: Final[LiteralString] = """
SELECT m.last_on, m.record, m.topic FROM projections.reminders AS m
WHERE m.stage = 'put_off' AND (
    m.until <= %(today)s
    OR m.until IS NULL AND m.relief <> ALL(%(open)s)
    OR m.reason = 'relief' AND m.relief <> ALL(%(standing)s))"""
_DUE: Final[LiteralString] = f"""
SELECT last_on, record, topic FROM (
{_ALL_NEAR} UNION ALL {_PUT_OFF}
) AS due
WHERE %(after)s::uuid IS NULL
   OR (last_on, record, topic) > (%(after_day)s, %(after)s, %(after_topic)s)
ORDER BY last_on, record, topic LIMIT %(limit)s"""


_AHEAD: Final[LiteralString] = f"""
SELECT topic, last_on, count(*) FROM ({_ALL_NEAR}) AS near
WHERE last_on >= %(today)s GROUP BY 1, 2 ORDER BY 2, 1"""


class ReminderDue(NamedTuple):
    """The day of a record of which somebody may have to be reminded."""

    last_on: date
    record: UUID
    topic: ReminderTopic


class StandingReliefs(NamedTuple):
    """The names of the reliefs in force, and of those of them that have no end yet."""

    standing: Collection[str] = ()
    open: Collection[str] = ()


async def reminders_due(
    connection: Connection,
    today: date,
    reliefs: StandingReliefs,
    after: ReminderDue | None,
    limit: int,
) -> Sequence[ReminderDue]:
    """Days that are near and of which nobody was reminded, and what was put off up to ``today``.

    What a relief has put off comes again at once when that relief is over or another has taken
    its place.
    """
    values: dict[str, Any] = {
        **{each.value: today + AHEAD_AT_MOST[clock] for each, clock in CLOCKS.items()},
        "today": today,
        "standing": list(reliefs.standing),
        "open": list(reliefs.open),
        "after_day": after.last_on if after else None,
        "after": after.record if after else None,
        "after_topic": after.topic.value if after else None,
        "limit": limit,
    }
    cursor = await connection.execute(_DUE, values)
    return [
        ReminderDue(last_on, record, ReminderTopic(topic))
        for last_on, record, topic in await cursor.fetchall()
    ]


class NearDays(NamedTuple):
    """So many records have this last day, and nobody was reminded of it yet."""

    topic: ReminderTopic
    last_on: date
    records: int


async def days_ahead(connection: Connection, today: date, until: date) -> Sequence[NearDays]:
    """The days by law whose reminder can come up to the day ``until``, the nearest first."""
    values = {each.value: until + AHEAD_AT_MOST[clock] for each, clock in CLOCKS.items()}
    cursor = await connection.execute(_AHEAD, {**values, "today": today})
    return [NearDays(ReminderTopic(topic), *rest) for topic, *rest in await cursor.fetchall()]
