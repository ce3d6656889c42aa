"""The seat that a case has: taken with the booking, and let go with it."""

from collections.abc import Iterable
from typing import Final

from domain.aggregate import Link
from domain.case.stage import Stage
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.seats.commands import FreeSeat, SeatAt, TakeSeat
from domain.seats.seat import SEAT
from domain.seats.state import seat_of

_GIVEN_UP: Final = frozenset({Stage.WITHDRAWN, Stage.NOT_ACCEPTED, Stage.REFUSED})
"""The ends of a case after which somebody else may have its seat. Otherwise the day is over."""


def seat_links(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """What a case lets go goes to those who wait, and what it takes is its own from then on."""
    old, new = _seat(before), _seat(after)
    if old == new:
        return
    if old is not None:
        yield Link(SEAT, seat_of(old), FreeSeat(**old._asdict(), case=at.stream))
    if new is not None:
        waited = before.appointment is not None and before.appointment.number is None
        take = TakeSeat(**new._asdict(), case=at.stream, waited=waited)
        yield Link(SEAT, seat_of(new), take)


def _seat(current: Case) -> SeatAt | None:
    if current.appointment is None or current.stage in _GIVEN_UP:
        return None
    return current.appointment.seat
