"""The batches that were drawn in the sessions of applications, as they are published.

A row names the case, because it is folded from it. What is published of it does not.
"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.case.case import CASE
from domain.case.reservation.events import NumbersOffered, PreselectSessionOpened
from domain.draws.offers import region_of
from domain.draws.published import PublishedOffer, PublishedSession
from domain.event_store.transaction import Connection
from projections.engine.columns import Columns
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class DrawSessionRow(msgspec.Struct, frozen=True, gc=False):
    """The session of one case. Days are those of the first and of the last batch."""

    stream: UUID
    session: UUID
    region: str
    opened_at: datetime
    first_on: date | None = None
    last_on: date | None = None
    offers: tuple[PublishedOffer, ...] = ()


def fold(row: DrawSessionRow | None, history: Sequence[Read]) -> DrawSessionRow | None:
    for recorded in history:
        event, at = recorded.envelope.event, recorded.envelope.at
        if isinstance(event, PreselectSessionOpened):
            row = DrawSessionRow(recorded.stream, event.session, region_of(event.prefix), at)
        elif isinstance(event, NumbersOffered) and row:
            row = replace(
                row,
                first_on=row.first_on or event.batch.drawn_on,
                last_on=event.batch.drawn_on,
                offers=(*row.offers, PublishedOffer(offered_at=at, batch=event.batch)),
            )
    return row


DRAW_SESSIONS: Final = Projection(
    name="draw_sessions",
    of=(CASE,),
    tables=Path(__file__).with_name("sessions.sql"),
    row=DrawSessionRow,
    fold=fold,
    partial=True,
)
_COLUMNS: Final = Columns(DrawSessionRow)
_OF_DAYS: Final = f"""
    SELECT {", ".join(_COLUMNS.names)} FROM projections.draw_sessions
    WHERE first_on <= %s AND last_on >= %s AND region = ANY(%s) ORDER BY opened_at, session
"""


async def sessions_of(
    connection: Connection, first: date, last: date, regions: Sequence[str]
) -> Sequence[PublishedSession]:
    """The sessions with their batches of these local days, in the order of their opening."""
    wanted = (last, first, list(regions))
    cursor = await connection.execute(_OF_DAYS.encode(), wanted, binary=True)
    rows = map(_COLUMNS.row, await cursor.fetchall())
    return [
        PublishedSession(session=row.session, opened_at=row.opened_at, offers=offers)
        for row in rows
        if (offers := tuple(each for each in row.offers if first <= each.batch.drawn_on <= last))
    ]
