"""When officers are at work on a working day."""

from collections.abc import Sequence
from datetime import date, time
from typing import Final, NamedTuple

from domain.dated import Dated, Rule


class Hours(NamedTuple):
    """From ``opens`` until before ``closes``, in seconds after midnight of the office."""

    opens: int
    closes: int


def _hours(opens: time, closes: time) -> Hours:
    return Hours(_second(opens), _second(closes))


def _second(of: time) -> int:
    return 3600 * of.hour + 60 * of.minute


OFFICE_HOURS: Final = Dated[Sequence[Hours]](
    "OFFICE_HOURS",
    Rule(
        (_hours(time(8, 30), time(12)), _hours(time(13), time(17, 30))),
        date(1995, 5, 1),
        "eight hours a day: State Council Order 174 (1995) art. 3; from when to when: practice",
    ),
)
"""The rule is in force since the day of the order, which is before every year of the calendar."""
