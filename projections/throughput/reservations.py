"""What is counted of a plate number that was reserved: whether it was used, or lapsed.

Both count on the day of the reservation, so a share of one day is a share of those of that day.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.case.reservation.events import (
    NumberConfirmed,
    NumberReserved,
    ReservationExpired,
    ReservationVoided,
)
from domain.message import Event
from projections.throughput import measures
from projections.throughput.counting import NOTHING, Counting, Counts


def _reserved(told: Counting, event: NumberReserved) -> Sequence[str]:
    told.so_far.reserved = told.place
    return (measures.NUMBER_RESERVED,)


def _confirmed(told: Counting, event: NumberConfirmed) -> Sequence[str]:
    return _became(told, measures.RESERVED_CONFIRMED)


def _lapsed(told: Counting, event: ReservationExpired) -> Sequence[str]:
    return _became(told, measures.RESERVED_LAPSED)


def _voided(told: Counting, event: ReservationVoided) -> Sequence[str]:
    told.so_far.reserved = None
    return NOTHING


def _became(told: Counting, measure: str) -> Sequence[str]:
    if told.so_far.reserved:
        told.count_at(told.so_far.reserved, measure)
        told.so_far.reserved = None
    return NOTHING


RESERVATION: Final[Mapping[type[Event], Counts]] = {
    NumberReserved: _reserved,
    NumberConfirmed: _confirmed,
    ReservationExpired: _lapsed,
    ReservationVoided: _voided,
}
