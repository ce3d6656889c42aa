"""A hall on a day as its history says it is, and where it stands."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.aggregate import State
from domain.choice import Choice
from domain.hall_measures.precautions import Precautions
from domain.halls.choices import HallArea, StaffDuty
from domain.halls.rules import AreaRounds
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed
from domain.name_based import uuid5
from domain.offices.business import WindowGroup
from domain.titles import Title

_SPACE: Final = UUID("a7c1e7b4-0d2f-5f0b-8b5e-3c6b9c3a4100").bytes
_LETTERS: Final = dict(zip(WindowGroup, "ABCDEF", strict=True))


class HallStage(Choice):
    """``NEW`` is a hall of which nothing was recorded on the day, and is never stored."""

    NEW = "new", "当日尚无记录", "Nothing recorded today"
    PREPARING = "preparing", "开门准备中", "Getting ready"
    OPEN = "open", "大厅开放", "Open"
    CLOSED = "closed", "大厅关闭", "Closed"


class AreaDone(msgspec.Struct, frozen=True, gc=False):
    """How many rounds an area has had. What was found not to be clean is none."""

    area: HallArea
    cleaned: int = 0
    disinfected: int = 0


class StaffFound(msgspec.Struct, frozen=True, gc=False):
    """The last check of a duty."""

    duty: StaffDuty
    present: int
    unmasked: int
    feverish: int | None = None

    def stands(self, kept: Precautions) -> bool:
        """Whether everybody wears a mask, and nobody is there with a temperature."""
        if self.unmasked:
            return False
        return self.feverish == 0 or not kept.staff_temperature


class LaneMark(msgspec.Struct, frozen=True, gc=False):
    """How far the taps of one tablet are recorded."""

    lane: UUID
    number: int


class WaitingTicket(msgspec.Struct, frozen=True, gc=False):
    """Somebody waits, or is asked to come to a counter."""

    ticket: str
    group: WindowGroup
    counter: int | None = None


class TicketCount(msgspec.Struct, frozen=True, gc=False):
    """How many tickets of a group were given today."""

    group: WindowGroup
    issued: int


class Hall(State, frozen=True):
    """The counts are those of the day. ``tickets`` are those that are not finished.

    Among them those that wait stand in the order in which they were given, and those at a counter
    in the order in which they were called.
    """

    stage: HallStage = HallStage.NEW
    office: str = ""
    day: Annotated[date, Title("日期", "day")] = date.min
    limit: Annotated[int, Title("人数上限", "limit of people")] = 0
    refused_from: Annotated[int, Title("拒入体温（0.1℃）", "refused from, in tenths of a °C")] = 0
    rounds: Annotated[tuple[AreaRounds, ...], Title("应完成次数", "rounds of the day")] = ()
    done: Annotated[tuple[AreaDone, ...], Title("已完成次数", "rounds done")] = ()
    staff: Annotated[tuple[StaffFound, ...], Title("工作人员晨检", "checks of the staff")] = ()
    inside: Annotated[int, Title("在场人数", "people inside")] = 0
    admitted: Annotated[int, Title("进入人次", "let in")] = 0
    turned_away: Annotated[int, Title("劝离人次", "not let in")] = 0
    lanes: Annotated[tuple[LaneMark, ...], Title("测温终端", "tablets")] = ()
    tickets: Annotated[tuple[WaitingTicket, ...], Title("排队号", "tickets")] = ()
    issued: Annotated[tuple[TicketCount, ...], Title("已取号数", "tickets given")] = ()

    def done_in(self, area: HallArea) -> AreaDone:
        return next((each for each in self.done if each.area is area), AreaDone(area))

    def areas_missing(self) -> Sequence[HallArea]:
        """Those that have a round of disinfection today and have not had the first."""
        return [
            each.area
            for each in self.rounds
            if each.disinfection and not self.done_in(each.area).disinfected
        ]

    def staff_missing(self, kept: Precautions) -> Sequence[StaffDuty]:
        """The duties that were not checked, or whose last check does not stand."""
        standing = {each.duty for each in self.staff if each.stands(kept)}
        return [duty for duty in StaffDuty if duty not in standing]

    @property
    def waiting(self) -> Sequence[WaitingTicket]:
        """The tickets that nobody has called, whoever has waited longest first."""
        return [each for each in self.tickets if each.counter is None]

    @property
    def called(self) -> Sequence[WaitingTicket]:
        """The tickets at the counters, whoever was called last first."""
        return [each for each in reversed(self.tickets) if each.counter is not None]

    def last_of(self, lane: UUID) -> int:
        """The number of the last tap of a tablet that is recorded. 0 before the first."""
        return next((each.number for each in self.lanes if each.lane == lane), 0)

    def next_ticket(self, group: WindowGroup) -> str:
        """The ticket that is given next, such as ``A001``."""
        issued = next((each.issued for each in self.issued if each.group is group), 0)
        return f"{_LETTERS[group]}{issued + 1:03}"


def hall_name(office: str, day: date) -> str:
    """How an address names a hall on a day, such as ``410300:2020-03-02``."""
    return f"{office}:{day.isoformat()}"


def hall_of(office: str, day: date) -> UUID:
    """The stream of a hall on a day."""
    return hall_named(hall_name(office, day))


def hall_named(name: str) -> UUID:
    """The stream of a hall by its name, as somebody has typed it. Other texts name no hall."""
    with suppress(InvalidIdentifier):
        name = squeezed(name)
    return uuid5(_SPACE, name.lower())
