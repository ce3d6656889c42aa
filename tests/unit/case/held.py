"""Holds that are set and lifted, for the tests of what they do to the clocks of a case."""

from datetime import date, datetime

from domain.case.deadlines.events import DeadlineExtended
from domain.case.grounds import Hold
from domain.case.intake.events import CorrectionRequested
from domain.case.overlays.commands import ReleaseHold, SetHold
from domain.case.overlays.events import HoldReleased
from domain.clocks.clock import Clock
from tests.unit.case import situations as s
from tests.unit.case.examples import DEFECT
from tests.unit.case.given import Given, Result

MONDAY, TUESDAY = date(2020, 3, 2), date(2020, 3, 3)
RELIEF = SetHold(kind=Hold.RELIEF)
TO_CORRECT = (
    *s.SUBMITTED,
    CorrectionRequested(defects=(DEFECT,), reply_by=date(2020, 3, 24)),
)


def set_on(day: date | datetime, history: Given, kind: Hold = Hold.RELIEF) -> Given:
    return Given(history.when(SetHold(kind=kind), by=s.LEADER, on=day).case)


def released_on(day: date | datetime, held: Given, kind: Hold = Hold.RELIEF) -> Result:
    return held.when(ReleaseHold(kind=kind), by=s.LEADER, on=day)


def moved(
    clock: Clock, old: date, new: date, by: Hold = Hold.RELIEF, *, since: date
) -> DeadlineExtended:
    return DeadlineExtended(clock=clock, old=old, new=new, relief=by, since=since)


OVER = HoldReleased(kind=Hold.RELIEF)
