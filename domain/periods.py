"""Periods of months and years, and ages, as the law counts them."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date


def add_months(day: date, months: int) -> date:
    """The corresponding day, or the last day of a month that has none.

    ``months`` may be negative. Count from the original date: adding month by month loses
    the 31st. What would lie before the first or after the last of all days is that day.
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= years <= MAXYEAR:
        return date.max if months > 0 else date.min
    month += 1
    return date(years, month, min(day.day, monthrange(years, month)[1]))


def add_years(day: date, years: int) -> date:
    """29 February has its anniversary on 28 February of common years."""
    return add_months(day, 12 * years)


def age_on(born_on: date, day: date) -> int:
    """How many years somebody has completed on ``day``; negative before birth.

    A person born on 29 February completes a year on 28 February of common years.
    """
    years = day.year - born_on.year
    return years if add_years(born_on, years) <= day else years - 1
