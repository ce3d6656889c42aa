"""The terms of reconsideration and lawsuit that are more than one number of days."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.extended import Span, interrupted
from domain.clocks.table import due
from domain.clocks.terms import Days, deadline
from domain.dated import Dated, Rule

SUIT_AFTER_RECONSIDERATION: Final = Dated(
    Clock.SUIT, Rule(Days(15), date(2015, 5, 1), "LITIGATION:45")
)


def suit_after_reconsideration_by(
    received_on: date, *, judged_on: date, calendar: Calendar
) -> date:
    return deadline(received_on, SUIT_AFTER_RECONSIDERATION.on(judged_on), calendar)


def reconsideration_by(
    known_on: date, *, judged_on: date, calendar: Calendar, hindered: Sequence[Span] = ()
) -> date | None:
    """The last day to apply for reconsideration, or ``None`` while nobody can apply.

    Force majeure stops the term, which runs on when the obstacle is gone (ARL art. 9). This
    holds for the one who was hindered, so no relief reaches the clock for everybody.
    """
    last = due(Clock.RECON_APPLY, known_on, judged_on=judged_on, calendar=calendar)
    return interrupted(last, hindered, since=known_on)
