"""The two clocks of a case whose term is not one number of days."""

from datetime import date, datetime, timedelta
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule

PAY_HOLD: Final = Dated(Clock.PAY_HOLD, Rule(timedelta(hours=24), date(2016, 1, 1), PRACTICE))


def decide_by(accepted_on: date, working_days: int, calendar: Calendar) -> date:
    """The last day of ``DECIDE``. Each service has its own number of working days."""
    return calendar.add(accepted_on, working_days)


def pay_until(ordered_at: datetime, *, judged_on: date) -> datetime:
    """The instant at which an unpaid case lapses."""
    return ordered_at + PAY_HOLD.on(judged_on)
