"""What is recorded of the hygiene of a hall, and when it opens and closes."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from domain.aggregate import Ref
from domain.calendar import end_of_day
from domain.circumstances import Circumstances
from domain.halls import commands, events
from domain.halls.choices import HallClosing
from domain.halls.keeping import begun, kept, measures_read
from domain.halls.refusals import (
    HallChecksMissing,
    HallWindowsClosed,
    StaffCountWrong,
    StaffTemperatureMissing,
)
from domain.halls.state import Hall, HallStage
from domain.message import PassDeadline
from domain.offices.business import DONE_AT
from domain.offices.tree import OFFICES
from domain.prefectures.openness import open_on
from domain.prefectures.windows import prefecture_of_window
from domain.refusal import NotAsThingsStand
from domain.timer import Timer

DAY_OVER: Final = "HALL_DAY"
"""The clock of an open hall. It runs until the day is over."""


def record_cleaning(
    current: Hall, command: commands.RecordCleaning, at: Circumstances
) -> Sequence[events.HallEvent]:
    cleaned = events.AreaCleaned(area=command.area, result=command.result)
    return [*begun(current, command, at), cleaned]


def record_disinfection(
    current: Hall, command: commands.RecordDisinfection, at: Circumstances
) -> Sequence[events.HallEvent]:
    disinfected = events.AreaDisinfected(area=command.area, agent=command.agent)
    return [*begun(current, command, at), disinfected]


def check_staff(
    current: Hall, command: commands.CheckStaff, at: Circumstances
) -> Sequence[events.HallEvent]:
    """Where the temperature of the staff is not taken, nobody is told one."""
    first = begun(current, command, at)
    takes = kept(command.office, at.today, at).staff_temperature
    if takes and command.feverish is None:
        raise StaffTemperatureMissing
    if max(command.unmasked, command.feverish or 0) > command.present:
        raise StaffCountWrong(present=command.present)
    return [
        *first,
        events.StaffChecked(
            duty=command.duty,
            present=command.present,
            unmasked=command.unmasked,
            feverish=command.feverish if takes else None,
        ),
    ]


def open_hall(
    current: Hall, command: commands.OpenHall, at: Circumstances
) -> Sequence[events.HallEvent]:
    """A hall opens where the city has opened a window, and when the checks of the day stand.

    The announcement asks for masks, disinfection and supervision. That no hall opens without
    them is our practice, and a prefecture may do without it.
    """
    first = begun(current, command, at)
    if not _windows_open(command.office, at):
        raise HallWindowsClosed(office=command.office)
    precautions = kept(command.office, at.today, at)
    state = current
    for event in first:
        assert isinstance(event, events.HallDayBegun)
        state = Hall(rounds=event.rounds)
    staff, areas = state.staff_missing(precautions), state.areas_missing()
    missing = bool(staff or areas)
    if missing and precautions.checks_before_opening:
        raise HallChecksMissing(staff=list(map(str, staff)), areas=list(map(str, areas)))
    return [*first, events.HallOpened(unchecked=missing)]


def close_hall(
    current: Hall, command: commands.CloseHall, at: Circumstances
) -> Sequence[events.HallEvent]:
    return [events.HallClosed(reason=command.reason)]


def set_limit(
    current: Hall, command: commands.SetHallLimit, at: Circumstances
) -> Sequence[events.HallEvent]:
    differs = command.limit != current.limit
    return [events.HallLimitSet(limit=command.limit)] if differs else []


def timer(current: Hall) -> Timer | None:
    """A hall that nobody has closed closes by itself at 24:00."""
    if current.stage is not HallStage.OPEN:
        return None
    return Timer(DAY_OVER, end_of_day(current.day))


def pass_deadline(
    current: Hall, command: PassDeadline, at: Circumstances
) -> Sequence[events.HallEvent]:
    running = timer(current)
    if running is None or running.clock != command.clock or at.now < running.at:
        raise NotAsThingsStand(command=type(command).__name__)
    return [events.HallClosed(reason=HallClosing.END_OF_DAY)]


def opening_read(current: Hall, command: commands.OpenHall) -> Iterable[Ref[Any]]:
    yield from measures_read(command.office)
    yield from prefecture_of_window(command.office)


def staff_read(current: Hall, command: commands.CheckStaff) -> Iterable[Ref[Any]]:
    return measures_read(command.office)


def _windows_open(office: str, at: Circumstances) -> bool:
    record = OFFICES[office]
    return any(
        open_on(ref.state(at), record, group, at.today)
        for ref in prefecture_of_window(office)
        for group in DONE_AT[record.kind]
    )
