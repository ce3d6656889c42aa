"""The figures of examinations by month: pass rates, absences, and bookings that were cancelled.

The pass rates of subjects, sites and schools are published every month (162 art. 58, and before it
as practice).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, LiteralString, NamedTuple

from domain.event_store.transaction import Connection
from projections.examinations.row import BookingStanding, ExamFigure

_OF_MONTH: Final[LiteralString] = """
SELECT month, site, subject, school, standing, value FROM projections.examinations_figures
WHERE month = %s AND value <> 0 ORDER BY site, subject, school, standing"""
_HELD: Final = (BookingStanding.PASSED, BookingStanding.FAILED, BookingStanding.ABSENT)


class CountedBookings(NamedTuple):
    """So many bookings of one kind."""

    figure: ExamFigure
    value: int


class ExamRates(NamedTuple):
    """``called`` had a place in an examination that was held. Rates are None where nobody had.

    Absence counts as not passed, so a pass rate is of all that were called.
    """

    called: int
    passed: int
    absent: int
    cancelled_epidemic: int

    @property
    def pass_rate(self) -> float | None:
        return self.passed / self.called if self.called else None

    @property
    def absence_rate(self) -> float | None:
        return self.absent / self.called if self.called else None


async def of_month(connection: Connection, month: date) -> Sequence[CountedBookings]:
    """The counts of the month that begins on this day."""
    cursor = await connection.execute(_OF_MONTH, (month,))
    return [CountedBookings(ExamFigure(*row[:5]), int(row[5])) for row in await cursor.fetchall()]


def rates(counted: Iterable[CountedBookings]) -> ExamRates:
    """The figures of some counts together."""
    by: Counter[str] = Counter()
    for figure, value in counted:
        by[figure.standing] += value
    return ExamRates(
        called=sum(by[each] for each in _HELD),
        passed=by[BookingStanding.PASSED],
        absent=by[BookingStanding.ABSENT],
        cancelled_epidemic=by[BookingStanding.CANCELLED_EPIDEMIC],
    )
