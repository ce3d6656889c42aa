"""The term of a lawsuit after a reconsideration. The other remedies stand in the table."""

from datetime import date
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.terms import Days, deadline
from domain.dated import Dated, Rule

SUIT_AFTER_RECONSIDERATION: Final = Dated(
    Clock.SUIT, Rule(Days(15), date(2015, 5, 1), "LITIGATION:45")
)


def suit_after_reconsideration_by(
    received_on: date, *, judged_on: date, calendar: Calendar
) -> date:
    return deadline(received_on, SUIT_AFTER_RECONSIDERATION.on(judged_on), calendar)
