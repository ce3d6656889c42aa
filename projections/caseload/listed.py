"""The open cases behind a figure, and how many they are."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Final, LiteralString, NamedTuple
from uuid import UUID

from domain.calendar import end_of_day, start_of_day
from domain.event_store.transaction import Connection
from projections.caseload.queries import QueuePlace


class ChosenCases(NamedTuple):
    """Which open cases: of these offices, and of what is named beside them.

    ``due`` and ``submitted`` are the first and the last day, both included. What is held is not
    due, and ``held`` chooses it or leaves it out.
    """

    offices: Collection[str]
    service: str | None = None
    stage: str | None = None
    due: tuple[date, date] | None = None
    submitted: tuple[date, date] | None = None
    held: bool | None = None


class ListedCase(NamedTuple):
    """A case as the list shows it: what it is, where it stands, until when, and who has it."""

    case_id: UUID
    reference: str
    service: str
    office: str
    stage: str
    green: bool
    held: bool
    submitted_at: datetime
    due_clock: str | None
    due_on: date | None
    handler: str | None
    reviewer: str | None
    lent_to: str | None
    lent_until: date | None


class OfficeCount(NamedTuple):
    """What an office has in hand of a service, and what of it is late, soon due, or held."""

    office: str
    service: str
    cases: int
    late: int
    today: int
    soon: int
    held: int


_CHOSEN: Final[LiteralString] = """
FROM projections.caseload AS c
WHERE open AND office = ANY(%(offices)s)
  AND (%(service)s::text IS NULL OR service = %(service)s)
  AND (%(stage)s::text IS NULL OR stage = %(stage)s)
  AND (%(held)s::boolean IS NULL OR held = %(held)s)
  AND (%(due_from)s::date IS NULL OR (due_on BETWEEN %(due_from)s AND %(due_to)s AND NOT held))
  AND (%(since)s::timestamptz IS NULL OR (submitted_at >= %(since)s AND submitted_at < %(end)s))"""
_LIST: Final[LiteralString] = f"""
SELECT stream, (SELECT reference FROM projections.tracking AS t WHERE t.stream = c.stream),
       service, office, stage, green, held, submitted_at, due_clock, due_on,
       handler, reviewer, lent_to, lent_until
{_CHOSEN}
  AND (%(after)s::uuid IS NULL OR (coalesce(due_on, 'infinity'), stream)
       > (coalesce(%(after_due)s, 'infinity'::date), %(after)s))
ORDER BY coalesce(due_on, 'infinity'), stream LIMIT %(limit)s"""
_HOW_MANY: Final[LiteralString] = f"SELECT count(*) {_CHOSEN}"
_BY_OFFICE: Final[LiteralString] = """
SELECT office, service, count(*),
       count(*) FILTER (WHERE due_on < %(today)s AND NOT held),
       count(*) FILTER (WHERE due_on = %(today)s AND NOT held),
       count(*) FILTER (WHERE due_on BETWEEN %(today)s AND %(soon)s AND NOT held),
       count(*) FILTER (WHERE held)
FROM projections.caseload WHERE open AND office = ANY(%(offices)s)
GROUP BY office, service ORDER BY office, service"""


async def listed(
    connection: Connection, chosen: ChosenCases, after: QueuePlace | None, limit: int
) -> list[ListedCase]:
    """The chosen cases behind ``after``, what is longest due first.

    A case that the tracking has not folded yet has no reference so far.
    """
    place = {
        "after": after.case_id if after else None,
        "after_due": after.due_on if after else None,
        "limit": limit,
    }
    cursor = await connection.execute(_LIST, {**_values(chosen), **place})
    return [
        ListedCase(case, reference or "", *rest)
        for case, reference, *rest in await cursor.fetchall()
    ]


async def how_many(connection: Connection, chosen: ChosenCases) -> int:
    cursor = await connection.execute(_HOW_MANY, _values(chosen))
    return int((await cursor.fetchall())[0][0])


async def by_office(
    connection: Connection, offices: Collection[str], today: date, soon: date
) -> list[OfficeCount]:
    """What these offices have in hand. ``soon`` is the last day that is near."""
    values = {"offices": list(offices), "today": today, "soon": soon}
    cursor = await connection.execute(_BY_OFFICE, values)
    return [OfficeCount(*row) for row in await cursor.fetchall()]


def _values(chosen: ChosenCases) -> dict[str, Any]:
    due, submitted = chosen.due or (None, None), chosen.submitted
    return {
        "offices": list(chosen.offices),
        "service": chosen.service,
        "stage": chosen.stage,
        "held": chosen.held,
        "due_from": due[0],
        "due_to": due[1],
        "since": start_of_day(submitted[0]) if submitted else None,
        "end": end_of_day(submitted[1]) if submitted else None,
    }
