"""The waiting times of learners before an exam."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.terms import Days, deadline
from domain.dated import Dated, Rule

_SINCE: Final = date(2016, 4, 1)
_BASIS: Final = "139; remembered, the text was not at hand"


class LearnerGroup(StrEnum):
    """Classes that wait alike: A and B are large; low-speed trucks, three-wheelers and
    motorcycles are light; the rest are small."""

    LARGE = "large"
    SMALL = "small"
    LIGHT = "light"


def _waits(
    clock: Clock, *, large: int, small: int, light: int
) -> Mapping[LearnerGroup, Dated[Days]]:
    counts = {
        LearnerGroup.LARGE: large,
        LearnerGroup.SMALL: small,
        LearnerGroup.LIGHT: light,
    }
    return MappingProxyType(
        {group: Dated(clock, Rule(Days(count), _SINCE, _BASIS)) for group, count in counts.items()}
    )


ATTEMPTS: Final = Dated("exam_attempts", Rule(5, _SINCE, _BASIS))
"""How often a subject of driving may be sat within the validity of a permit."""
WAITS: Final = MappingProxyType(
    {
        Clock.SUBJ2_WAIT: _waits(Clock.SUBJ2_WAIT, large=20, small=10, light=10),
        Clock.SUBJ3_WAIT: _waits(Clock.SUBJ3_WAIT, large=40, small=30, light=20),
    }
)


def bookable_from(
    clock: Clock,
    issued_on: date,
    group: LearnerGroup,
    *,
    judged_on: date,
    calendar: Calendar,
) -> date:
    """The first day for an exam with a permit, by ``SUBJ2_WAIT`` or ``SUBJ3_WAIT``."""
    return deadline(issued_on, WAITS[clock][group].on(judged_on), calendar)
