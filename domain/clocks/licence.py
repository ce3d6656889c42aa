"""The deadlines of a licence: from a start, the rule in force, and the reliefs."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.cycles import Window
from domain.clocks.extended import due_with
from domain.clocks.relief import Relief
from domain.clocks.table import due

_CALENDAR: Final = Calendar()
"""No term of a licence counts working days, so every calendar gives the same."""


def licence_due(
    clock: Clock, start: date, *, judged_on: date, reliefs: Sequence[Relief] = ()
) -> date | None:
    """The last day of a clock, or ``None`` while a relief without an end holds it open."""
    return due_with(clock, start, judged_on=judged_on, calendar=_CALENDAR, reliefs=reliefs)


def has_passed(
    clock: Clock, start: date, day: date, *, judged_on: date, reliefs: Sequence[Relief] = ()
) -> bool:
    """Whether ``day`` lies after the last day of the clock."""
    last = licence_due(clock, start, judged_on=judged_on, reliefs=reliefs)
    return last is not None and day > last


def renewal_window(
    expiry: date,
    *,
    judged_on: date,
    online: bool,
    deferred_until: date | None = None,
    reliefs: Sequence[Relief] = (),
) -> Window:
    """When a licence can be renewed: from 90 days before it expires (139 art. 57).

    Online it is until eleven months after the expiry, and at the issuing office until the
    licence is cancelled. After a deferral these terms count from its end (139 art. 73). A window
    that a relief holds open has the last of all days.
    """
    clock = Clock.LIC_RENEW_ONLINE if online else Clock.LIC_CANCEL_RENEW
    opens = due(Clock.LIC_RENEW_OPEN, expiry, judged_on=judged_on, calendar=_CALENDAR)
    start = max(expiry, deferred_until or expiry)
    last = licence_due(clock, start, judged_on=judged_on, reliefs=reliefs)
    return Window(opens, date.max if last is None else last)
