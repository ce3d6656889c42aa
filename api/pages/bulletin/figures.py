"""The figures of a bulletin: what is counted on a day for ever, and sums of such days (ADR 71)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import Any, Final, NamedTuple

from api.pages.kit.period import SINCE
from domain.case.grounds import GreenKind
from domain.event_store.transaction import Connection
from domain.services.catalogue import REFUSALS
from domain.titles import Title
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.definitions.making import Making
from projections.throughput.definitions.punctuality import ON_TIME
from projections.throughput.lines import Line, summed
from projections.throughput.measures import DECIDED, GREEN, REFUSED_FOR
from projections.throughput.plain import DECIDED_ON_TIME, IN_HAND
from projections.throughput.spans import DayRange
from projections.throughput.view import view

TITLES: Final[Mapping[str, Title]] = {
    "n_submitted": Title("申请", "Submitted"),
    "n_accepted": Title("受理", "Accepted"),
    "online_total_since": Title("其中：网上受理", "of these online"),
    "n_decided": Title("作出决定", "Decided"),
    "n_completed": Title("办结", "Completed"),
    "n_refused": Title("不予办理", "Refused"),
    "n_corrected": Title("要求补正", "To be corrected"),
    "n_handed_over": Title("首次交寄", "First posted"),
    "n_posted_again": Title("再次交寄", "Posted again"),
    "n_delivered": Title("邮寄妥投", "Delivered by post"),
    "n_returned": Title("邮件退回", "Returned by post"),
    "n_picked_up": Title("窗口领取", "Picked up"),
}


def _made(code: str) -> Making:
    made = OF_A_PERIOD[code].made
    assert made
    return made


_WANTED: Final = frozenset(
    {
        IN_HAND,
        *ON_TIME.measures,
        *chain.from_iterable(_made(code).measures for code in TITLES),
        *(f"{GREEN}:{kind}" for kind in GreenKind),
        *(f"{REFUSED_FOR}:{code}" for code in REFUSALS),
    }
)
_DAY, _BEFORE, _SO_FAR = "day", "before", "so_far"
_ONE: Final = timedelta(days=1)


def counts_wanted() -> frozenset[str]:
    """What a line must have, of which :func:`counts_of` is asked."""
    return _WANTED


class DayCounts(NamedTuple):
    """What happened, by the code of the definition. ``late`` were decided after their day."""

    counts: Mapping[str, int]
    late: int
    on_time: float | None
    in_hand: int
    green: Mapping[str, int]
    grounds: Mapping[str, int]


class BulletinFigures(NamedTuple):
    """``so_far`` are the days from ``since`` on. Cities and services are of the day alone."""

    day: DayCounts
    before: DayCounts
    so_far: DayCounts
    since: date
    cities: Mapping[str, DayCounts]
    services: Mapping[str, DayCounts]


async def figures(
    connection: Connection, day: date, first: date, region: str | None
) -> BulletinFigures:
    """Those of a day, of the province or of one prefecture. ``first`` is the first day of all."""
    since = SINCE if first <= SINCE <= day else first
    found = await view(
        connection,
        {_DAY: DayRange(day, day)},
        by_region={_BEFORE: DayRange(day - _ONE, day - _ONE), _SO_FAR: DayRange(since, day)},
        of=_WANTED,
    )
    here = {
        period: [line for line in lines if region in {None, line.key["region"]}]
        for period, lines in found.items()
    }
    return BulletinFigures(
        day=whole(here[_DAY]),
        before=whole(here[_BEFORE]),
        so_far=whole(here[_SO_FAR]),
        since=since,
        cities=_by("region", here[_DAY]),
        services=_by("service", here[_DAY]),
    )


def whole(lines: Iterable[Line]) -> DayCounts:
    """All of the lines together."""
    return counts_of(summed(lines, []).get((), Line({})))


def _by(dimension: str, lines: Iterable[Line]) -> dict[str, DayCounts]:
    return {code: counts_of(line) for (code,), line in summed(lines, [dimension]).items()}


def counts_of(line: Line) -> DayCounts:
    """What a line of days says. What was in hand is as at the end of the last one."""
    made: dict[str, Any] = {code: _made(code).of(line) for code in TITLES}
    return DayCounts(
        counts=made,
        late=line.counts.get(DECIDED, 0) - line.counts.get(DECIDED_ON_TIME, 0),
        on_time=ON_TIME.of(line),
        in_hand=line.in_hand,
        green=line.by_kind(GREEN),
        grounds=line.by_kind(REFUSED_FOR),
    )
