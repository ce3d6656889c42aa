"""The deadlines of a licence by law, and which of them passes next."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from domain.calendar import Calendar, end_of_day
from domain.clocks.clock import Clock
from domain.clocks.lawful import LawfulDeadline
from domain.clocks.table import TERMS
from domain.clocks.terms import Days, deadline
from domain.licences.duties import DUTIES, due_on
from domain.licences.state import LicenceOnRecord
from domain.register.extension import waits_until
from domain.register.licence import GONE, LicenceDuty, LicenceRecord
from domain.timer import Timer

_CALENDAR: Final = Calendar()
"""No term of a licence counts working days, so every calendar gives the same."""


class OfLicence(NamedTuple):
    """A deadline, the duty that it is about, and whether it has passed."""

    by_law: LawfulDeadline
    duty: LicenceDuty
    passed: bool


def deadlines(current: LicenceOnRecord) -> Iterator[OfLicence]:
    """Of each duty its own, and once it is missed that after which the licence is cancelled."""
    if current.record.states & GONE:
        return
    for duty, told in DUTIES.items():
        last = due_on(current.record, duty)
        if last is None:
            continue
        begun = _begun(current.record, duty, told.clock, last)
        missed = duty in current.missed
        yield OfLicence(LawfulDeadline(told.clock, last, begun), duty, missed)
        if missed and told.cancels:
            start = begun or last
            by_law = LawfulDeadline(told.cancels, _cancels_on(told.cancels, start), start)
            yield OfLicence(by_law, duty, duty in current.listed)


def ahead(current: LicenceOnRecord) -> Iterator[LawfulDeadline]:
    """Those that have not passed."""
    return (each.by_law for each in deadlines(current) if not each.passed)


def timer(current: LicenceOnRecord) -> Timer | None:
    """The deadline that passes first of those that are still ahead. One that is open has none."""
    running = [
        Timer(each.by_law.clock.value, end_of_day(until))
        for each in deadlines(current)
        if not each.passed
        if (until := waits_until(current.extended, each.by_law.clock, each.by_law.last))
    ]
    return min(running, key=lambda each: each.at, default=None)


def _begun(record: LicenceRecord, duty: LicenceDuty, clock: Clock, last: date) -> date | None:
    """The end of the points cycle after whose end so many days are left. A deferral has none."""
    deferred = any(each.duty is duty and each.until == last for each in record.deferrals)
    term = TERMS[clock].rules[-1].value
    if deferred or not isinstance(term, Days) or not term.count:
        return None
    return last - timedelta(days=term.count)


def _cancels_on(clock: Clock, start: date) -> date:
    """By the rule of the day from which it counts, or the first that there is."""
    rules = TERMS[clock]
    return deadline(start, rules.on(max(start, next(iter(rules)).valid_from)), _CALENDAR)
