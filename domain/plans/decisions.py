"""Who announces what, and until when."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import Final

from domain.calendar import OFFICE_ZONE
from domain.circumstances import Circumstances
from domain.offices import tree
from domain.offices.plan_kind import HELD_AT, PlanKind
from domain.offices.tree import OFFICES
from domain.people import Role
from domain.plans import commands, events
from domain.plans.refusals import (
    PeriodUnknown,
    PlaceOfOthers,
    PlaceUnfit,
    PlanAddressDiffers,
    PlanDayOver,
    PlanStands,
    ReleaseTooLate,
    TooManySeats,
)
from domain.plans.state import DayPlan, PlanStage, plan_name, plan_named
from domain.plausible import within
from domain.services.blocks.appointment.kinds import SlotPeriod

_PERIODS: Final = [each.value for each in SlotPeriod]
_MOST: Final = 500
"""So many seats a period has, because a booking reads all of them (ADR 81)."""
_EARLIER: Final = timedelta(days=366)
"""Since so long ago seats may have been given that are announced now."""


def publish(
    current: DayPlan, command: commands.PublishPlan, at: Circumstances
) -> Sequence[events.PlanEvent]:
    """A plan is announced before its day. A plan that stands is only added to."""
    if current.stage is not PlanStage.NEW:
        return _stands(current, command)
    office = OFFICES.get(command.place)
    if office is None or office.kind not in HELD_AT[command.kind]:
        raise PlaceUnfit(place=command.place, choices=_places(command.kind, at))
    _of_his_office(command.place, at)
    name = plan_name(command.kind, command.place, command.on)
    if plan_named(name) != at.stream:
        raise PlanAddressDiffers(plan=name)
    earliest = at.today + timedelta(days=1)
    if command.on < earliest:
        raise PlanDayOver(earliest=earliest)
    planned = DayPlan(on=command.on)
    _bookable(planned, command.releases)
    _in_time(planned, command.releases, at)
    return [_published(command)]


def _published(command: commands.PublishPlan) -> events.PlanPublished:
    return events.PlanPublished(
        kind=command.kind,
        place=command.place,
        on=command.on,
        releases=command.releases,
    )


def _stands(current: DayPlan, command: commands.PublishPlan) -> Sequence[events.PlanEvent]:
    if current.published != _published(command):
        raise PlanStands(plan=plan_name(current.kind, current.place, current.on))
    return []


def announce(
    current: DayPlan, command: commands.AnnounceSeats, at: Circumstances
) -> Sequence[events.PlanEvent]:
    _bookable(current, command.releases)
    _in_time(current, command.releases, at)
    return [events.SeatsAnnounced(releases=command.releases)]


def close(
    current: DayPlan, command: commands.ClosePlan, at: Circumstances
) -> Sequence[events.PlanEvent]:
    return [events.PlanClosed()] if current.stage is PlanStage.OPEN else []


def reopen(
    current: DayPlan, command: commands.ReopenPlan, at: Circumstances
) -> Sequence[events.PlanEvent]:
    return [events.PlanReopened()] if current.stage is PlanStage.CLOSED else []


def cancel(
    current: DayPlan, command: commands.CancelPlan, at: Circumstances
) -> Sequence[events.PlanEvent]:
    """A day that is over is not cancelled any more. Nobody is made to come earlier than he booked,
    because an inspection may not be due yet then (124 art. 49).
    """
    if current.stage is PlanStage.CANCELLED:
        return []
    if current.on < at.today:
        raise PlanDayOver(earliest=at.today)
    earliest = current.on + timedelta(days=1)
    if command.moved_to is not None and command.moved_to < earliest:
        raise PlanDayOver(earliest=earliest)
    return [
        events.PlanCancelled(
            kind=current.kind,
            place=current.place,
            on=current.on,
            reason=command.reason,
            moved_to=command.moved_to,
        )
    ]


def of_the_place(current: DayPlan, at: Circumstances) -> None:
    """An officer of the place, or of an office above it, decides about its plans."""
    if current.place:
        _of_his_office(current.place, at)


def _of_his_office(place: str, at: Circumstances) -> None:
    if at.by.role not in (Role.HQ, Role.SYSTEM) and not _within_reach(place, at):
        raise PlaceOfOthers(place=place)


def _places(kind: PlanKind, at: Circumstances) -> list[str]:
    found = (office.id for office in OFFICES.values() if office.kind in HELD_AT[kind])
    return [place for place in found if _within_reach(place, at)]


def _within_reach(place: str, at: Circumstances) -> bool:
    return at.by.office is not None and tree.within(place, at.by.office)


def _bookable(plan: DayPlan, releases: Iterable[events.SeatRelease]) -> None:
    """What is announced stands, so a slip of the pen would offer seats that nobody can book."""
    new: Counter[str] = Counter()
    for each in releases:
        if each.period not in _PERIODS:
            raise PeriodUnknown(period=each.period, choices=_PERIODS)
        new[each.period] += each.seats
    for period, seats in new.items():
        left = _MOST - plan.capacity(period)
        if seats > left:
            raise TooManySeats(period=period, left=left)


def _in_time(plan: DayPlan, releases: Iterable[events.SeatRelease], at: Circumstances) -> None:
    latest = datetime.combine(plan.on, time(), OFFICE_ZONE)
    for each in releases:
        if each.at >= latest:
            raise ReleaseTooLate(latest=latest)
        within("releases", each.at, at.now - _EARLIER, latest)
