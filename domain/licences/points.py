"""The points of violations in the cycles of a licence (RTSL art. 24, 139 art. 65)."""

from datetime import date
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.cycles import cycle_end_from, window_after
from domain.clocks.duties import REVIEWED
from domain.clocks.table import due
from domain.licences.events import LicencePointsScored
from domain.licences.state import LicenceOnRecord
from domain.register.letters import marked
from domain.register.licence import Cycle, LicenceRecord, LicenceState
from domain.register.licence_changes import PointsScored
from domain.register.validity import POINTS_LIMIT

_NO_WORKING_DAYS: Final = Calendar()
"""The terms that are counted here are in calendar days."""


def points_scored(
    record: LicenceRecord, change: PointsScored, case: UUID, today: date
) -> LicencePointsScored:
    """They count in the cycle in which it was decided, however late the register hears of it.

    Whoever drives a large vehicle is reviewed after a cycle with points (139 art. 70).
    """
    day = max(change.scored_on, record.first_issued_on)
    ends_on = cycle_end_from(record.first_issued_on, day, judged_on=day)
    owes_review = not REVIEWED.isdisjoint(record.classes)
    total = _points_of(record, ends_on) + change.points
    full = total >= POINTS_LIMIT.on(day)
    return LicencePointsScored(
        case=case,
        points=change.points,
        cycle_ends_on=ends_on,
        review_due_on=_review_after(ends_on, day) if owes_review else None,
        educate_by=_due(Clock.FULL_POINTS_15, day) if full else None,
    )


def points_entered(current: LicenceOnRecord, event: LicencePointsScored) -> LicenceOnRecord:
    record = current.record
    total = _points_of(record, event.cycle_ends_on) + event.points
    others = [each for each in record.cycles if each.ends_on != event.cycle_ends_on]
    found = [each for each in record.cycles if each.ends_on == event.cycle_ends_on]
    cycle = replace(found[0], points=total) if found else Cycle(event.cycle_ends_on, total)
    full = {LicenceState.OVER_SCORE} if event.educate_by else frozenset[LicenceState]()
    scored = replace(
        record,
        cycles=tuple(sorted((*others, cycle), key=lambda each: each.ends_on)),
        states=marked(record.states, add=full),
        review_due_on=record.review_due_on or event.review_due_on,
    )
    return replace(current, record=scored)


def _points_of(record: LicenceRecord, ends_on: date) -> int:
    return sum(each.points for each in record.cycles if each.ends_on == ends_on)


def _review_after(ends_on: date, day: date) -> date:
    window = window_after(Clock.LIC_REVIEW, ends_on, judged_on=day, calendar=_NO_WORKING_DAYS)
    return window.last


def _due(clock: Clock, start: date) -> date:
    return due(clock, start, judged_on=start, calendar=_NO_WORKING_DAYS)
