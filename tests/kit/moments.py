"""What a second count of the figures looks at: each event with the case before and after it."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime

from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.state import Case
from domain.message import Event
from tests.kit.life import Life

Group = tuple[date, str, bool]
"""A day, and the office and priority that the case then had."""


@dataclass
class Recount:
    """Counts by group and name; durations in seconds by group and name."""

    counts: dict[Group, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    took: dict[Group, dict[str, list[float]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )


@dataclass(frozen=True)
class Moment:
    """One event, with the group it counts in and the case before and after it."""

    event: Event
    at: datetime
    group: Group
    before: Case
    after: Case


def moments_of(life: Life) -> list[Moment]:
    found, case = [], Case()
    for envelope in life.envelopes:
        after = CASE.evolve(case, envelope.event)
        green = case.green if case.office else after.green
        group = local_day(envelope.at), case.office or after.office, green
        found.append(Moment(envelope.event, envelope.at, group, case, after))
        case = after
    return found
