"""Which parcels nothing was heard of, and how well each carrier tells of what it was given."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.carriers.health import HowFarTold
from domain.event_store.transaction import Connection

_UNHEARD: Final[LiteralString] = """
SELECT stream, carrier, item_no, office, greatest(handed_at, heard_at)
FROM projections.carriage
WHERE handed_at IS NOT NULL AND NOT ended AND greatest(handed_at, heard_at) < %(before)s
    AND carrier = ANY(%(carriers)s) AND stream <> ALL(%(but)s)
ORDER BY greatest(handed_at, heard_at), stream LIMIT %(limit)s"""
_TELLING: Final[LiteralString] = """
SELECT carrier, count(*), count(called_at)
FROM projections.carriage
WHERE handed_at > %(since)s AND handed_at <= %(until)s
GROUP BY carrier"""


_STANDING: Final[LiteralString] = """
SELECT carrier,
    count(*) FILTER (WHERE handed_at > %(since)s),
    count(*) FILTER (WHERE handed_at > %(since)s AND accepted_at IS NOT NULL),
    count(*) FILTER (WHERE handed_at > %(since)s AND handed_at <= %(until)s),
    count(*) FILTER (WHERE handed_at > %(since)s AND handed_at <= %(until)s
        AND first_called_at <= handed_at + %(within)s),
    count(called_at) FILTER (WHERE handed_at > %(since)s AND handed_at <= %(until)s),
    count(*) FILTER (WHERE NOT ended),
    max(called_at), min(handed_at) FILTER (WHERE handed_at > %(since)s)
FROM projections.carriage WHERE handed_at IS NOT NULL AND carrier <> '' GROUP BY carrier"""


class CarrierStanding(NamedTuple):
    """What a carrier was given lately, and what it has told of it.

    ``accepted`` counts items of which the carrier says that it has them, ``due`` those of which it
    should have told by itself by now, ``in_time`` those of which it did so within the limit, and
    ``told`` those of which it did so at all. ``under_way`` are all that it has.
    """

    carrier: str
    sent: int = 0
    accepted: int = 0
    due: int = 0
    in_time: int = 0
    told: int = 0
    under_way: int = 0
    called_at: datetime | None = None
    given_since: datetime | None = None

    @property
    def silent_since(self) -> datetime | None:
        """When it last told of anything, or else was first given something. None if it tells."""
        if not HowFarTold(self.due, self.told).silent:
            return None
        return self.called_at or self.given_since


class UnheardParcel(NamedTuple):
    """A parcel under way of which nothing was heard since an instant."""

    stream: UUID
    carrier: str
    item_no: str
    office: str
    since: datetime


async def unheard(
    connection: Connection,
    before: datetime,
    carriers: Collection[str],
    limit: int,
    but: Collection[UUID] = (),
) -> Sequence[UnheardParcel]:
    """Those of which nothing was heard since ``before``, the longest first, at most so many."""
    values = {
        "before": before,
        "carriers": list(carriers),
        "but": list(but),
        "limit": limit,
    }
    cursor = await connection.execute(_UNHEARD, values)
    return [UnheardParcel(*row) for row in await cursor.fetchall()]


async def telling(
    connection: Connection, now: datetime, within: timedelta, during: timedelta
) -> Mapping[str, HowFarTold]:
    """Of what each carrier was given in the last ``during``, of how much it has told by itself.

    What it was given in the last ``within`` need not have been told of yet.
    """
    values = {"since": now - during, "until": now - within}
    cursor = await connection.execute(_TELLING, values)
    return {carrier: HowFarTold(given, told) for carrier, given, told in await cursor.fetchall()}


async def carrier_standings(
    connection: Connection, now: datetime, within: timedelta, during: timedelta
) -> Mapping[str, CarrierStanding]:
    """By carrier, of what each was given in the last ``during``; within ``within`` it tells."""
    values = {"since": now - during, "until": now - within, "within": within}
    cursor = await connection.execute(_STANDING, values)
    return {row[0]: CarrierStanding(*row) for row in await cursor.fetchall()}
