"""Which applications have no result on the day that they were told last."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection
from projections.expected.queries import samples, told
from projections.expected.row import WHOLE

_OPEN: Final[LiteralString] = """
SELECT service, office, submitted_on FROM projections.expected
WHERE open AND submitted_on < %(today)s AND stretches::jsonb->0->>2 IS NULL
  AND (NOT slipped OR likely_by < %(today)s)
GROUP BY service, office, submitted_on ORDER BY service, office, submitted_on"""
_OF_A_DAY: Final[LiteralString] = """
SELECT stream, likely_by FROM projections.expected
WHERE open AND service = %(service)s AND office = %(office)s AND submitted_on = %(on)s
  AND stretches::jsonb->0->>2 IS NULL AND (NOT slipped OR likely_by < %(today)s)
ORDER BY stream"""


class PassedDate(NamedTuple):
    """``told_by`` has passed. By ``likely_by`` nine of ten have it who waited as long."""

    case: UUID
    told_by: date
    likely_by: date | None
    cases: int


async def passed_dates(connection: Connection, today: date) -> AsyncIterator[PassedDate]:
    """Those whose day lies before ``today``. Whoever was told none is not among them."""
    cursor = await connection.execute(_OPEN, {"today": today})
    for service, rows in groupby(await cursor.fetchall(), itemgetter(0)):
        begun = [(office, on) for _, office, on in rows]
        known = await samples(connection, service, min(on for _, on in begun), today)
        for office, on in begun:
            first = told(known, WHOLE, office, on)
            if first is None or on + timedelta(days=first.most) >= today:
                continue
            now = told(known, WHOLE, office, today, waited=(today - on).days)
            likely_by = on + timedelta(days=now.most) if now else None
            values = {"service": service, "office": office, "on": on, "today": today}
            cursor = await connection.execute(_OF_A_DAY, values)
            for case, last in await cursor.fetchall():
                told_by = last or on + timedelta(days=first.most)
                yield PassedDate(case, told_by, likely_by, now.cases if now else 0)
