"""What stands in red now: of the province and of each city, and who has taken it on."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from api.views.thresholds import THRESHOLDS, Alarm
from domain.alarms.figure import AlarmFigure
from domain.offices.tree import PROVINCE
from projections.alarms.row import AlarmRow

OF_A_RATE: Final = 10_000
"""A rate is told to the alarm in parts of 10,000."""
Held = Mapping[tuple[str, AlarmFigure], AlarmRow]


class StandingAlarm(NamedTuple):
    """A figure in red. ``now`` is a count of cases, or of a rate parts of 10,000.

    ``heard`` is whoever has taken it on as it stands. ``outgrown`` is whoever has taken it on
    when it stood better; somebody has to take it on anew.
    """

    region: str
    figure: AlarmFigure
    now: int
    heard: AlarmRow | None
    outgrown: AlarmRow | None


def standing_alarms(
    late: Mapping[str, int], returned: float | None, held: Held, today: date
) -> Sequence[StandingAlarm]:
    """The province first, then its cities in the order of ``late``, which counts overdue cases.

    ``returned`` is the share of the parcels of the province that came back.
    """
    return [
        _standing(region, figure, now, held.get((region, figure)), today)
        for region, figure, now in _in_red(late, returned)
    ]


def unheard(alarms: Sequence[StandingAlarm], region: str, figure: AlarmFigure) -> bool:
    """Whether the figure stands in red and nobody has taken it on."""
    return any((each.region, each.figure) == (region, figure) and not each.heard for each in alarms)


def _in_red(
    late: Mapping[str, int], returned: float | None
) -> Iterator[tuple[str, AlarmFigure, int]]:
    for region, cases in ((PROVINCE, sum(late.values())), *late.items()):
        if THRESHOLDS[AlarmFigure.OVERDUE].tone(cases) is Alarm.BAD:
            yield region, AlarmFigure.OVERDUE, cases
        if region == PROVINCE and THRESHOLDS[AlarmFigure.RETURNED].tone(returned) is Alarm.BAD:
            yield region, AlarmFigure.RETURNED, round((returned or 0.0) * OF_A_RATE)


def _standing(
    region: str, figure: AlarmFigure, now: int, row: AlarmRow | None, today: date
) -> StandingAlarm:
    hears = row is not None and row.hears(now, today)
    return StandingAlarm(region, figure, now, row if hears else None, None if hears else row)
