"""Which bulletin an address asks for. What it cannot be is refused in plain words."""

from datetime import date, timedelta

from api.desk import Desk
from api.problems import Problem
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from projections.engine.closed_day import first_day


async def beginning(reading: Connection, desk: Desk) -> date:
    """The day of the first bulletin: that of the first event, or today while there is none."""
    return await first_day(reading, desk.codec) or desk.today


def asked_day(text: str, first: date, today: date) -> date:
    """The day. Raises 422 for what is no day, and 404 for one without a bulletin."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Problem("bulletin-day-invalid", 422) from None
    if day.isoformat() != text:
        raise Problem("bulletin-day-invalid", 422)
    if day > today:
        raise Problem("bulletin-day-ahead", 404)
    if day < first:
        raise Problem("bulletin-day-before", 404)
    return day


def asked_region(code: str) -> str:
    """The prefecture. Raises 404 for another code."""
    if code not in REGIONS:
        raise Problem("bulletin-region-unknown", 404)
    return code


def asked_month(text: str | None, first: date, today: date) -> tuple[date, date]:
    """The first and the last day of a month that have a bulletin. Else those of this month."""
    begin = today.replace(day=1)
    if text:
        try:
            begin = date.fromisoformat(f"{text}-01")
        except ValueError:
            raise Problem("bulletin-day-invalid", 422) from None
    if text not in {None, "", begin.isoformat()[:7]}:
        raise Problem("bulletin-day-invalid", 422)
    if begin > today:
        raise Problem("bulletin-day-ahead", 404)
    end = month_after(begin) - timedelta(days=1)
    if end < first:
        raise Problem("bulletin-day-before", 404)
    return max(begin, first), min(end, today)


def month_after(day: date) -> date:
    """The first day of the next month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
