"""Reads the log that a telephone exchange exports, and names every line that is no call.

A line is a call: its id, the office that was called, when, when it was answered, and when it
ended. The numbers of callers are not taken over, so a file that has them is not read.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Final, NamedTuple

from domain.calendar import OFFICE_ZONE, local_day
from domain.call_logs.call_day import CallDay
from domain.offices.tree import OFFICES, prefecture_of

HEADER: Final = ("call_id", "office", "called_at", "answered_at", "ended_at")
"""The columns. ``answered_at`` is empty for a call that nobody took. An instant without a zone is
Beijing time.
"""


class BadLine(NamedTuple):
    """A line that cannot be read, by its number in the file from 1, and why."""

    number: int
    why: str


class ReadLog(NamedTuple):
    """The days of a file, in the order of offices and days, or the lines that are wrong."""

    region: str
    days: Sequence[CallDay]
    bad: Sequence[BadLine]


class _Call(NamedTuple):
    office: str
    on: date
    waited_s: int | None


def read_log(text: Iterable[str], today: date) -> ReadLog:
    """Reads a whole file as CSV (RFC 4180). One wrong line is enough for none to count."""
    rows = csv.reader(text)
    if tuple(next(rows, ())) != HEADER:
        return ReadLog("", (), [BadLine(1, f"the columns must be {','.join(HEADER)}")])
    calls: list[_Call] = []
    bad: list[BadLine] = []
    ids: set[str] = set()
    region = ""
    for row in rows:
        try:
            call = _call(row, ids, today)
            region = region or prefecture_of(call.office)
            if prefecture_of(call.office) != region:
                raise ValueError(f"office {call.office} is of another prefecture than {region}")
        except ValueError as wrong:
            bad.append(BadLine(rows.line_num, str(wrong)))
        else:
            calls.append(call)
    if not calls and not bad:
        bad.append(BadLine(1, "there is no call in the file"))
    return ReadLog(region, () if bad else _days(calls), bad)


def _call(row: Sequence[str], ids: set[str], today: date) -> _Call:
    """Raises ``ValueError`` with what is wrong."""
    if len(row) != len(HEADER):
        raise ValueError(f"there are {len(row)} columns, and not {len(HEADER)}")
    call_id, office, called, answered, ended = (each.strip() for each in row)
    if not call_id:
        raise ValueError("call_id is empty")
    if call_id in ids:
        raise ValueError(f"call {call_id} stands in the file twice")
    ids.add(call_id)
    if office not in OFFICES:
        raise ValueError(f"there is no office {office or '(empty)'}")
    called_at, ended_at = _instant("called_at", called), _instant("ended_at", ended)
    answered_at = _instant("answered_at", answered) if answered else None
    if not called_at <= (answered_at or called_at) <= ended_at:
        raise ValueError("called_at, answered_at and ended_at are not in this order")
    on = local_day(called_at)
    if on >= today:
        raise ValueError(f"{on} is not over")
    waited = int((answered_at - called_at).total_seconds()) if answered_at else None
    return _Call(office, on, waited)


def _instant(column: str, text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{column} is no instant: {text or '(empty)'}") from None
    return found if found.tzinfo else found.replace(tzinfo=OFFICE_ZONE)


def _days(calls: Sequence[_Call]) -> Sequence[CallDay]:
    days = []
    ordered = sorted(calls, key=lambda each: (each.office, each.on))
    for (office, on), group in groupby(ordered, key=lambda each: (each.office, each.on)):
        waits = [each.waited_s for each in group]
        taken = [each for each in waits if each is not None]
        days.append(
            CallDay(
                office=office,
                on=on,
                offered=len(waits),
                answered=len(taken),
                waited_s=sum(taken),
            )
        )
    return days
