"""Who takes an alarm on, and who gives it back."""

from collections.abc import Sequence

from domain.alarms import commands, events
from domain.alarms.refusals import AlarmDiffers, AlarmOfAnotherPlace
from domain.alarms.state import AlarmStage, FigureAlarm, alarm_name, alarm_of, heard
from domain.circumstances import Circumstances
from domain.offices.tree import HEADQUARTERS, OFFICES, REGIONS, within
from domain.people import Role


def take_on(
    current: FigureAlarm, command: commands.TakeOnAlarm, at: Circumstances
) -> Sequence[events.AlarmEvent]:
    """Another officer may take over from whoever has it. Both stay in the history.

    Who has it already is told nothing new, unless the figure is worse or the day is another.
    """
    if alarm_of(command.region, command.figure) != at.stream:
        raise AlarmDiffers(alarm=alarm_name(command.region, command.figure))
    if not may_take_on(command.region, at.by.role, at.by.office):
        raise AlarmOfAnotherPlace(region=command.region)
    held_by = current.officer if current.stage is AlarmStage.TAKEN_ON else None
    if held_by == at.by.person and _covers(current, command.seen, at):
        return []
    return [
        events.AlarmTakenOn(
            region=command.region,
            figure=command.figure,
            seen=command.seen,
            officer=at.by.person,
            body=at.by.office or HEADQUARTERS,
            taken_on=at.today,
            instead_of=held_by if held_by != at.by.person else None,
        )
    ]


def give_back(
    current: FigureAlarm, command: commands.GiveAlarmBack, at: Circumstances
) -> Sequence[events.AlarmEvent]:
    """Whoever could take it on gives it back, also for a colleague who has gone off duty."""
    if current.stage is not AlarmStage.TAKEN_ON:
        return []
    return [events.AlarmGivenBack(officer=current.officer)]


def of_his_place(current: FigureAlarm, at: Circumstances) -> None:
    """Raises :class:`AlarmOfAnotherPlace` for whoever does not lead there."""
    if not may_take_on(current.region, at.by.role, at.by.office):
        raise AlarmOfAnotherPlace(region=current.region)


def may_take_on(region: str, role: Role, office: str | None) -> bool:
    """Whether an officer of this role and office sees to alarms of a city.

    Those who lead the vehicle office of the city or its detachment do, and the headquarters, who
    alone see to those of the province.
    """
    if role is Role.HQ:
        return region in REGIONS or region == OFFICES[HEADQUARTERS].region_code
    return (
        role is Role.SUPERVISOR
        and region in REGIONS
        and office is not None
        and within(region, office)
    )


def _covers(current: FigureAlarm, now: int, at: Circumstances) -> bool:
    return current.taken_on is not None and heard(
        current.seen, current.taken_on, now=now, today=at.today
    )
