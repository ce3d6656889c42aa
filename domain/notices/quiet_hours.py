"""The hours in which nobody is disturbed by a message (免打扰时段)."""

from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from domain.calendar import OFFICE_ZONE
from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule


class QuietHours(NamedTuple):
    """From ``begin`` in the evening up to ``end`` in the morning, by the clock of the office."""

    begin: time
    end: time


QUIET_HOURS: Final = Dated(
    "quiet_hours", Rule(QuietHours(time(21), time(8)), date(2016, 1, 1), PRACTICE)
)


def quiet_until(now: datetime) -> datetime | None:
    """When the quiet hours end in which ``now`` lies. None says that it lies in none."""
    local = now.astimezone(OFFICE_ZONE)
    hours = QUIET_HOURS.on(local.date())
    if hours.end <= local.time() < hours.begin:
        return None
    morning = local.date() if local.time() < hours.end else local.date() + timedelta(days=1)
    return datetime.combine(morning, hours.end, OFFICE_ZONE).astimezone(now.tzinfo)
