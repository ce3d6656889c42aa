"""A term that stands still, and where it ends when it goes on.

The day of the stop still counts, as the day on which a term starts does not (PSP art. 35). So
what is left are the days after the stop, and they follow the day of the restart.
"""

from datetime import date, timedelta

from domain.calendar import Calendar


def working_days_left(last: date, stopped_on: date, calendar: Calendar) -> int:
    """The working days that were left. The number is negative for a term that was over.

    That holds on a holiday too, although no working day has passed since the last one.
    """
    left = calendar.between(stopped_on, last)
    return left if stopped_on <= last else min(left, -1)


def working_day_after(restarted_on: date, left: int, calendar: Calendar) -> date:
    """The last day after a restart. With no day left it is the next working day.

    A term that was over is over by as many working days.
    """
    return calendar.add(restarted_on, left or 1)


def day_after(restarted_on: date, last: date, stopped_on: date) -> date:
    """The same for a term in calendar days."""
    return restarted_on + ((last - stopped_on) or timedelta(days=1))
