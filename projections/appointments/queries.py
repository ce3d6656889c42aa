"""What is asked of the appointments: how a day stands, and whom a change of it concerns."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection
from domain.offices.plan_kind import PlanKind
from domain.services.slot import Slot
from projections.appointments.row import CONFIRMED, HAVE_A_SEAT, AppointmentStanding

_BEFORE_ALL: Final = UUID(int=0)
_TO_COME: Final[LiteralString] = "standing IN ('waiting', 'requested', 'booked')"
_OF_DAY: Final[LiteralString] = f"""
FROM projections.appointments
WHERE kind = %(kind)s AND place = %(place)s AND day = %(day)s AND {_TO_COME}"""
_PAGE_OF_DAY: Final[LiteralString] = f"""
SELECT stream {_OF_DAY} AND stream > %(after)s ORDER BY stream LIMIT %(limit)s"""
_COUNT_OF_DAY: Final[LiteralString] = f"SELECT count(*) {_OF_DAY}"
_FIRST_WAITING: Final[LiteralString] = """
SELECT stream FROM projections.appointments
WHERE kind = %(kind)s AND place = %(place)s AND day = %(day)s AND period = %(period)s
  AND standing = 'waiting' AND stream > %(after)s ORDER BY stream LIMIT 1"""
_STANDS: Final[LiteralString] = """
SELECT period, what, value FROM projections.appointments_figures
WHERE kind = %s AND place = %s AND day = %s AND value <> 0"""

_STANDS_OF_DAYS: Final[LiteralString] = """
SELECT day, period, what, value FROM projections.appointments_figures
WHERE kind = %s AND place = %s AND day BETWEEN %s AND %s AND value <> 0"""
_BEFORE_HIM: Final[LiteralString] = """
SELECT (SELECT count(*) FROM projections.appointments AS other
        WHERE (other.kind, other.place, other.day, other.period)
            = (mine.kind, mine.place, mine.day, mine.period)
          AND other.standing = 'waiting' AND other.stream <= mine.stream)
FROM projections.appointments AS mine
WHERE mine.stream = %s AND mine.standing = 'waiting'"""


class PeriodStands(NamedTuple):
    """Seats ``taken``, cases ``waiting`` for one, and those of ``confirmed`` that were missed."""

    taken: int
    waiting: int
    confirmed: int
    missed: int

    @property
    def noshow_rate(self) -> float | None:
        """The share of confirmed appointments to which nobody came. None before there is any."""
        return self.missed / self.confirmed if self.confirmed else None


async def periods_of(
    connection: Connection, kind: PlanKind, place: str, day: date
) -> Mapping[str, PeriodStands]:
    """How each period of a day at a place stands, if anybody has asked for one of its seats."""
    cursor = await connection.execute(_STANDS, (kind, place, day))
    counted: dict[str, dict[str, int]] = {}
    for period, what, value in await cursor.fetchall():
        counted.setdefault(period, {})[what] = value
    return {period: _stands(counts) for period, counts in counted.items()}


async def days_of(
    connection: Connection, kind: PlanKind, place: str, first: date, last: date
) -> Mapping[date, Mapping[str, PeriodStands]]:
    """How each period of some days stands, if anybody has asked for one of its seats."""
    cursor = await connection.execute(_STANDS_OF_DAYS, (kind, place, first, last))
    counted: dict[date, dict[str, dict[str, int]]] = {}
    for day, period, what, value in await cursor.fetchall():
        counted.setdefault(day, {}).setdefault(period, {})[what] = value
    return {
        day: {period: _stands(counts) for period, counts in periods.items()}
        for day, periods in counted.items()
    }


async def waiting_position(connection: Connection, case: UUID) -> int | None:
    """The place of a case among those that wait for a seat of its period, from 1.

    None for one that does not wait.
    """
    cursor = await connection.execute(_BEFORE_HIM, (case,))
    found = await cursor.fetchall()
    return int(found[0][0]) if found else None


def _stands(counts: Mapping[str, int]) -> PeriodStands:
    return PeriodStands(
        taken=sum(counts.get(each, 0) for each in HAVE_A_SEAT),
        waiting=counts.get(AppointmentStanding.WAITING, 0),
        confirmed=counts.get(CONFIRMED, 0),
        missed=counts.get(AppointmentStanding.MISSED, 0),
    )


async def to_come_on(
    connection: Connection, kind: PlanKind, place: str, day: date, after: UUID | None, limit: int
) -> Sequence[UUID]:
    """The cases that are to come to a place on a day or wait for it, in the order of their ids."""
    values = {"kind": kind, "place": place, "day": day, "after": after or _BEFORE_ALL}
    cursor = await connection.execute(_PAGE_OF_DAY, values | {"limit": limit})
    return [stream for (stream,) in await cursor.fetchall()]


async def how_many_to_come_on(connection: Connection, kind: PlanKind, place: str, day: date) -> int:
    cursor = await connection.execute(_COUNT_OF_DAY, {"kind": kind, "place": place, "day": day})
    return int((await cursor.fetchall())[0][0])


async def next_waiting(connection: Connection, slot: Slot, after: UUID | None) -> Sequence[UUID]:
    """The first case by rank behind one that waits for a seat of the period, alone.

    Ids of cases are ordered by time, so their order is the rank. One at a time is asked, so that
    nobody overtakes it.
    """
    values = {**slot._asdict(), "day": slot.on, "after": after or _BEFORE_ALL}
    cursor = await connection.execute(_FIRST_WAITING, values)
    return [stream for (stream,) in await cursor.fetchall()]
