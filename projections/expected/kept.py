"""Of the days told at submission as those by which nine of ten have ended, how many were kept.

What is told on a day follows from the days before it alone, and those do not change any more. So
it need not be stored: it is told again here, as it was told then.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import median_low
from typing import Final, LiteralString, NamedTuple

from domain.event_store.transaction import Connection
from projections.expected.forecast import Ends
from projections.expected.queries import Samples, samples, told
from projections.expected.row import PROVINCE, WHOLE

_SERVICES: Final[LiteralString] = """
SELECT DISTINCT service FROM projections.expected_figures
WHERE what = 'case' AND place = '' AND began_on BETWEEN %s AND %s ORDER BY service"""


class KeptDates(NamedTuple):
    """``told`` dates that are over, of which ``kept`` were kept, and how many days half were told.

    ``waiting`` are those told that still lie ahead, and ``untold`` to whom none could be told.
    """

    service: str
    told: int
    kept: int
    waiting: int
    untold: int
    median_days: int | None

    @property
    def share(self) -> float | None:
        return self.kept / self.told if self.told else None


async def kept_dates(
    connection: Connection, first: date, last: date, today: date
) -> Sequence[KeptDates]:
    """By service, of the applications submitted from ``first`` to ``last``, as of ``today``."""
    cursor = await connection.execute(_SERVICES, (first, last))
    found = []
    for (service,) in await cursor.fetchall():
        known = await samples(connection, service, first, last + timedelta(days=1))
        found.append(_of_service(service, known, first, last, today))
    return found


def _of_service(service: str, known: Samples, first: date, last: date, today: date) -> KeptDates:
    counts = dict.fromkeys(("told", "kept", "waiting", "untold"), 0)
    halves: list[int] = []
    for (what, office), ends in known.items():
        if what != WHOLE or office == PROVINCE:
            continue
        for day in sorted({each.began_on for each in ends if first <= each.began_on <= last}):
            expected = told(known, WHOLE, office, day)
            for each in _not_given_up(ends, day):
                if expected is None:
                    counts["untold"] += each.stretches
                    continue
                halves += [expected.half] * each.stretches
                if each.days is None and day + timedelta(days=expected.most) >= today:
                    counts["waiting"] += each.stretches
                    continue
                counts["told"] += each.stretches
                if each.days is not None and each.days <= expected.most:
                    counts["kept"] += each.stretches
    return KeptDates(service, **counts, median_days=median_low(halves) if halves else None)


def _not_given_up(ends: Sequence[Ends], day: date) -> Iterator[Ends]:
    """What an applicant has withdrawn, or let lapse, says nothing of what he was told."""
    return (each for each in ends if each.began_on == day and (each.done or each.days is None))
