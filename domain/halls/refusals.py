"""Why something is not recorded in a hall."""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Conflict, Forbidden, Invalid


@dataclass(kw_only=True)
class NoHall(Invalid):
    """The office keeps no hall of its own. ``choices`` are those to which the officer reaches."""

    office: str
    choices: list[str]


@dataclass(kw_only=True)
class HallOfOthers(Forbidden):
    """Another office keeps this hall."""

    office: str


@dataclass(kw_only=True)
class HallAddressDiffers(Invalid):
    """The address names another hall or day than the body, which is that of ``hall``."""

    hall: str


@dataclass(kw_only=True)
class HallDayNotToday(Invalid):
    """A hall is kept on the day itself, neither before nor after it."""

    today: date


@dataclass(kw_only=True)
class HallChecksMissing(Conflict):
    """The checks of the day do not stand: of these duties and of these areas they are missing."""

    staff: list[str]
    areas: list[str]


@dataclass(kw_only=True)
class HallWindowsClosed(Conflict):
    """The prefecture has opened no window of this office today."""

    office: str


@dataclass(kw_only=True)
class StaffTemperatureMissing(Invalid):
    """The temperature of the staff is taken here, so it is told how many had one."""


@dataclass(kw_only=True)
class StaffCountWrong(Invalid):
    """More people had no mask, or a temperature, than were present."""

    present: int


@dataclass(kw_only=True)
class NobodyWaits(Conflict):
    """No ticket waits for the counter."""


@dataclass(kw_only=True)
class TicketNotCalled(Conflict):
    """The ticket is at no counter: it was not issued or not called, or is finished."""

    ticket: str


@dataclass(kw_only=True)
class GroupNotDoneHere(Invalid):
    """The office does no such business. ``choices`` are the groups that it does."""

    group: str
    choices: list[str]
