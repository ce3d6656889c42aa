"""Which warning of a case stands, and which is due next."""

from datetime import date

from domain.calendar import Calendar
from domain.case.deadline_warning import DeadlineWarning
from domain.case.deadlines.days import days
from domain.case.grounds import WarningLevel
from domain.case.rest import rests
from domain.case.state import Case
from domain.case.warnings.reasons import OF_ONE_DAY, WARNED_OF


def standing_warning(current: Case) -> DeadlineWarning | None:
    """The last warning, as long as the case waits for the day of which it warns."""
    warning = current.warning
    if warning is None or days(current).get(warning.clock) != warning.due_on:
        return None
    return None if rests(warning.clock, current.holds) else warning


def level_on(clock: str, due_on: date, today: date, calendar: Calendar) -> WarningLevel | None:
    """How near the day is. None if there is time enough."""
    if today > due_on:
        return WarningLevel.OVERDUE
    if today == due_on:
        return WarningLevel.DUE_TODAY
    soon = clock not in OF_ONE_DAY and calendar.between(today, due_on) <= 1
    return WarningLevel.DUE_TOMORROW if soon else None


def may_be_warned_of(current: Case, clock: str, due_on: date) -> bool:
    """Whether an office has to do something by that day, and the day does not rest."""
    waits = days(current).get(clock) == due_on
    return clock in WARNED_OF and waits and not rests(clock, current.holds)
