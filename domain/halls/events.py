"""Events about a hall on a day. These names and fields are stored for ever.

Nobody who comes is named. Temperatures are in tenths of a degree Celsius, instants in UTC. Of the
staff it is told how many there were, and never who had a temperature.
"""

from datetime import date, datetime
from uuid import UUID

from domain.halls.choices import (
    CleaningResult,
    Disinfectant,
    HallArea,
    HallClosing,
    StaffDuty,
    TurnedAwayFor,
)
from domain.halls.rules import AreaRounds
from domain.message import Event
from domain.offices.business import WindowGroup


class HallEvent(Event, frozen=True, kw_only=True):
    """Something that happened in a hall on a day."""


class HallDayBegun(HallEvent, frozen=True, kw_only=True):
    """Something was recorded for the first time on the day, by the rules that are in force on it.

    From ``refused_from`` on nobody comes in, and not more people than ``limit``.
    """

    office: str
    day: date
    limit: int
    refused_from: int
    rounds: tuple[AreaRounds, ...]


class AreaCleaned(HallEvent, frozen=True, kw_only=True):
    """Somebody has cleaned an area and looked at it."""

    area: HallArea
    result: CleaningResult


class AreaDisinfected(HallEvent, frozen=True, kw_only=True):
    """An area was disinfected."""

    area: HallArea
    agent: Disinfectant


class StaffChecked(HallEvent, frozen=True, kw_only=True):
    """Of so many ``present`` some had no mask, and some a temperature.

    ``feverish`` is lacking where the temperature of the staff is not taken. The check stands if
    all who stay wear masks, and nobody has a temperature. Whoever has one goes home, and the
    others are checked again.
    """

    duty: StaffDuty
    present: int
    unmasked: int
    feverish: int | None = None


class HallOpened(HallEvent, frozen=True, kw_only=True):
    """The doors were opened. ``unchecked``: without the checks, which the city does not ask for."""

    unchecked: bool = False


class HallClosed(HallEvent, frozen=True, kw_only=True):
    """The doors were closed. Nobody is inside any more."""

    reason: HallClosing


class HallLimitSet(HallEvent, frozen=True, kw_only=True):
    """From now on so many people are in the hall at most."""

    limit: int


class VisitorAdmitted(HallEvent, frozen=True, kw_only=True):
    """Somebody with a mask was let in. ``lane`` and ``number`` name the tap on a tablet.

    ``at`` is when he came. What was typed without a connection is recorded later.
    """

    lane: UUID
    number: int
    at: datetime
    temperature: int


class VisitorTurnedAway(HallEvent, frozen=True, kw_only=True):
    """Somebody was not let in."""

    lane: UUID
    number: int
    at: datetime
    reason: TurnedAwayFor
    temperature: int | None = None


class VisitorLeft(HallEvent, frozen=True, kw_only=True):
    """Somebody went out."""

    lane: UUID
    number: int
    at: datetime


class TicketIssued(HallEvent, frozen=True, kw_only=True):
    """Somebody waits for a counter. ``ticket`` is a letter of the business and a number."""

    ticket: str
    group: WindowGroup


class TicketCalled(HallEvent, frozen=True, kw_only=True):
    """Whoever has the ticket is asked to come to the counter."""

    ticket: str
    counter: int


class TicketServed(HallEvent, frozen=True, kw_only=True):
    """His business is done."""

    ticket: str


class TicketMissed(HallEvent, frozen=True, kw_only=True):
    """He was called, and did not come."""

    ticket: str
