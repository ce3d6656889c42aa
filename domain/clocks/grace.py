"""How long after a relief no licence is cancelled, and no case ends, by itself.

The announcement of 2020-02-23 extends the terms of cancellation uniformly. Whoever was kept from
a window by the epidemic comes when it has opened again, and needs some days for that.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.extended import relieved
from domain.clocks.relief import LAPSING, Relief, Suspension
from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule

CANCELLING: Final = frozenset({Clock.LIC_CANCEL_RENEW, Clock.LIC_CANCEL_MEDICAL})
"""The clocks after which a licence is cancelled (139 art. 77)."""
GRACED: Final = CANCELLING | LAPSING
RELIEF_GRACE: Final = Dated("relief_grace", Rule(30, date(2016, 4, 1), PRACTICE))
"""So many days follow the end of a suspension."""


def kept_until(
    clock: Clock,
    last: date,
    reliefs: Sequence[Relief],
    *,
    since: date | None = None,
    judged_on: date,
    worked: Calendar | None = None,
) -> date | None:
    """The last day of a clock of :data:`GRACED`, or ``None`` while a relief holds it open.

    A suspension that moved it is followed by the days of grace, if the deadline is not later.
    """
    until = relieved(clock, last, reliefs, since=since, worked=worked)
    if until is None or until == last:
        return until
    grace = timedelta(days=RELIEF_GRACE.on(judged_on))
    ends = (
        each.last + min(grace, date.max - each.last)
        for each in reliefs
        if isinstance(each, Suspension) and clock in each.clocks
        if each.last is not None and each.first <= until
    )
    found = max([until, *ends])
    return worked.working_day_from(found) if worked else found
