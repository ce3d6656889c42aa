"""The history of a case as steps: what one command came to, and of which kind it is."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from domain.case.deadlines.events import DeadlineExtended
from domain.case.delivery.events import PickedUp
from domain.case.grounds import Hold
from domain.case.intake.events import CaseSubmitted, OnSiteVisitRecorded
from domain.case.overlays.events import GreenChannelGranted
from domain.people import Actor, Role, system
from domain.recorded_event import RecordedEvent
from projections.caseload.window_holds import held_by, released_by
from workers.timekeeper import NAME as TIMEKEEPER

_TIMEKEEPER: Final = system(TIMEKEEPER)
_OFFICERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR, Role.HQ})


class WaitedFor(Enum):
    """What the time before a step depends on."""

    WINDOW = "window"
    OFFICE = "office"
    ELSEWHERE = "elsewhere"
    TIMER = "timer"


class CaseStep(NamedTuple):
    """The events of one command. ``kept`` are those that follow from no decision on windows."""

    recorded: Sequence[RecordedEvent]
    kept: Sequence[RecordedEvent]

    @property
    def at(self) -> datetime:
        return self.recorded[0].at

    @property
    def by(self) -> Actor:
        return self.recorded[0].envelope.by

    @property
    def waited_for(self) -> WaitedFor:
        if self.by == _TIMEKEEPER:
            return WaitedFor.TIMER
        if any(isinstance(each.event, OnSiteVisitRecorded | PickedUp) for each in self.kept):
            return WaitedFor.WINDOW
        return WaitedFor.OFFICE if self.by.role in _OFFICERS else WaitedFor.ELSEWHERE

    @property
    def follows_windows(self) -> bool:
        """Whether its holds follow from decisions about windows, and not from a deadline."""
        return self.waited_for is not WaitedFor.TIMER

    @property
    def taken_in(self) -> CaseSubmitted | None:
        """The application that was taken in at an open window, if this is one."""
        green = any(isinstance(each.event, GreenChannelGranted) for each in self.kept)
        first = self.kept[0].event if self.kept else None
        if isinstance(first, CaseSubmitted) and first.taken_in_by and not green:
            return first
        return None


def steps_of(history: Sequence[RecordedEvent]) -> list[CaseStep]:
    """The steps in their order."""
    by_command = groupby(history, key=attrgetter("envelope.cause"))
    return [_step(list(events)) for _, events in by_command]


def _step(recorded: list[RecordedEvent]) -> CaseStep:
    """A hold of a closed window, and the days that its end moves, are found anew."""
    released = any(released_by(each.event) for each in recorded)
    kept = [
        each
        for each in recorded
        if not (held_by(each.event) or released_by(each.event))
        and not (released and _moved_by_release(each))
    ]
    return CaseStep(recorded, kept)


def _moved_by_release(recorded: RecordedEvent) -> bool:
    event = recorded.event
    return isinstance(event, DeadlineExtended) and event.relief == Hold.OFFICE_SUSPENDED
