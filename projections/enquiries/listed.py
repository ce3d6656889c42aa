"""Questions as lists show them: one's own, those about a case, and those that are owed."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection

_COLUMNS: Final[LiteralString] = """
SELECT stream, office, stage, channel, topic, about_case, handler, said_at, owed_clock, owed_by,
       late, questions, transfers, alarm, satisfaction FROM projections.enquiries"""
_OWN: Final[LiteralString] = _COLUMNS + " WHERE owner = %s ORDER BY said_at DESC, stream LIMIT %s"
_ABOUT: Final[LiteralString] = _COLUMNS + " WHERE about_case = %s ORDER BY stream DESC LIMIT %s"
_OWED: Final[LiteralString] = (
    _COLUMNS
    + """ WHERE office = ANY(%s) AND (owed_by IS NOT NULL OR alarm)
ORDER BY (NOT alarm), owed_by, stream LIMIT %s"""
)


class ListedEnquiry(NamedTuple):
    """One question. ``owed_clock`` says what the office owes first, by the day ``owed_by``."""

    stream: UUID
    office: str
    stage: str
    channel: str
    topic: str
    about_case: UUID | None
    handler: str | None
    said_at: datetime
    owed_clock: str | None
    owed_by: date | None
    late: bool
    questions: int
    transfers: int
    alarm: bool
    satisfaction: str | None


async def own_enquiries(connection: Connection, owner: str, limit: int) -> Sequence[ListedEnquiry]:
    """What somebody has asked, the latest first. ``owner`` is a caller."""
    cursor = await connection.execute(_OWN, (owner, limit))
    return [ListedEnquiry(*row) for row in await cursor.fetchall()]


async def enquiries_about(
    connection: Connection, case: UUID, limit: int
) -> Sequence[ListedEnquiry]:
    """The questions about a case, the latest first."""
    cursor = await connection.execute(_ABOUT, (case, limit))
    return [ListedEnquiry(*row) for row in await cursor.fetchall()]


async def owed_enquiries(
    connection: Connection, offices: Sequence[str], limit: int
) -> Sequence[ListedEnquiry]:
    """What these offices owe, alarms first, then by the day by which it is owed."""
    cursor = await connection.execute(_OWED, (list(offices), limit))
    return [ListedEnquiry(*row) for row in await cursor.fetchall()]
