"""Who keeps the register of a prefecture, and when a problem in it is overdue."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from domain.calendar import start_of_day
from domain.circumstances import Circumstances
from domain.improvements import commands, events
from domain.improvements.refusals import (
    ImprovementDuePast,
    ImprovementNamesSomebody,
    ImprovementOfTheDetachment,
    ImprovementResponsibleElsewhere,
)
from domain.improvements.state import Improvement, ImprovementStage
from domain.improvements.texts import names_somebody
from domain.message import PassDeadline
from domain.offices.tree import HEADQUARTERS, OFFICES, REGIONS, detachment_of
from domain.people import Role
from domain.refusal import NotAsThingsStand
from domain.timer import Timer

CLOCK: Final = "IMPROVEMENT_DUE"
_A_DAY: Final = timedelta(days=1)


def enter(
    current: Improvement, command: commands.EnterImprovement, at: Circumstances
) -> Sequence[events.ImprovementEvent]:
    """The detachment of the city enters it, or the headquarters, with a day that is to come.

    The announcement of 23 February 2020 asks each prefecture to sum up its work, to analyse what
    is wanting, and to put it right.
    """
    _keeps(command.region, at)
    responsible = OFFICES.get(command.responsible)
    if responsible is None or responsible.region_code != command.region:
        raise ImprovementResponsibleElsewhere(
            responsible=command.responsible, region=command.region
        )
    if command.due_on < at.today:
        raise ImprovementDuePast(earliest=at.today)
    _names_nobody(problem=command.problem, action=command.action)
    return [
        events.ImprovementEntered(
            region=command.region,
            area=command.area,
            problem=command.problem,
            action=command.action,
            responsible=command.responsible,
            due_on=command.due_on,
            body=_body(at),
        )
    ]


def move_due(
    current: Improvement, command: commands.MoveImprovementDue, at: Circumstances
) -> Sequence[events.ImprovementEvent]:
    """Another last day, to come, which may be earlier than the first one."""
    if current.due_on is None or command.due_on == current.due_on:
        return []
    if command.due_on < at.today:
        raise ImprovementDuePast(earliest=at.today)
    _names_nobody(reason=command.reason)
    return [
        events.ImprovementDueMoved(
            due_before=current.due_on,
            due_on=command.due_on,
            reason=command.reason,
            body=_body(at),
        )
    ]


def close(
    current: Improvement, command: commands.CloseImprovement, at: Circumstances
) -> Sequence[events.ImprovementEvent]:
    """It is late by the day, also in the moment before the timer has said so."""
    _names_nobody(learned=command.learned)
    return [
        events.ImprovementClosed(
            closed_on=at.today,
            late=current.due_on is not None and at.today > current.due_on,
            learned=command.learned,
            body=_body(at),
        )
    ]


def timer(current: Improvement) -> Timer | None:
    """It is overdue when the day after the last one begins at the office."""
    if current.stage is not ImprovementStage.OPEN or current.due_on is None:
        return None
    return Timer(CLOCK, start_of_day(current.due_on + _A_DAY))


def become_overdue(
    current: Improvement, command: PassDeadline, at: Circumstances
) -> Sequence[events.ImprovementEvent]:
    """Never before its time, and once for each last day."""
    running = timer(current)
    if (
        running is None
        or current.due_on is None
        or running.clock != command.clock
        or at.now < running.at
    ):
        raise NotAsThingsStand(command=type(command).__name__)
    return [events.ImprovementOverdue(due_on=current.due_on)]


def kept_by(current: Improvement, at: Circumstances) -> None:
    """Raises :class:`ImprovementOfTheDetachment` for whoever does not keep the register."""
    if current.region:
        _keeps(current.region, at)


def may_keep(region: str, role: Role, office: str | None) -> bool:
    """Whether an officer of this role and office keeps the register of the prefecture."""
    return region in REGIONS and (
        role is Role.HQ or (role is Role.SUPERVISOR and office == detachment_of(region))
    )


def _keeps(region: str, at: Circumstances) -> None:
    if not may_keep(region, at.by.role, at.by.office):
        raise ImprovementOfTheDetachment(region=region)


def _body(at: Circumstances) -> str:
    return at.by.office or HEADQUARTERS


def _names_nobody(**texts: str) -> None:
    told: Mapping[str, str] = texts
    if found := [name for name, text in told.items() if names_somebody(text)]:
        raise ImprovementNamesSomebody(fields=found)
