"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class NoPlanThatDay(Conflict):
    """The place has announced nothing for the day."""

    place: str
    on: date


@dataclass(kw_only=True)
class BookingsClosed(Conflict):
    """The place takes no more bookings for the day, or has cancelled it."""

    place: str
    on: date


@dataclass(kw_only=True)
class PlaceClosedThatDay(Conflict):
    """By a decision of the prefecture the place is closed for this on the day."""

    place: str
    on: date


@dataclass(kw_only=True)
class PeriodNotPlanned(Invalid):
    """``choices`` are the periods for which the place has seats on the day."""

    period: str
    choices: list[str]


@dataclass(kw_only=True)
class SeatsNotGivenYet(Conflict):
    """Seats of the period are given from an announced instant on (UTC)."""

    given_from: datetime


@dataclass(kw_only=True)
class NoSeatLeft(Conflict):
    """Every seat of the period was tried, and none is free. One may wait for one."""

    place: str
    on: date
    period: str


@dataclass(kw_only=True)
class TooLateToChange(Conflict):
    """An appointment is cancelled or put off until the end of the day before."""

    until: date


@dataclass(kw_only=True)
class NotLater(Invalid):
    """An appointment is put off to a later time, and so many days ahead at most."""

    latest: date


@dataclass(kw_only=True)
class NotOnThatDay(Conflict):
    """Who has an appointment for another day is not seen today."""

    on: date


@dataclass(kw_only=True)
class NotCheckedIn(Conflict):
    """Nothing is done for somebody who has not come."""


@dataclass(kw_only=True)
class WaitsForSeat(Conflict):
    """There is nothing to confirm or to put off, because no seat has come free yet."""
