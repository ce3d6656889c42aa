"""What the wall shows: figures of the province, its cities and its offices, and of nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from api.views.city_tiles import Tile, tiles
from api.views.standing_alarms import StandingAlarm, standing_alarms
from api.views.thresholds import THRESHOLDS, Alarm
from domain.event_store.transaction import Connection
from domain.offices.region import Region
from domain.titles import Title
from projections.alarms.queries import alarms_held
from projections.caseload.overdue import OfficeOverdue, most_overdue
from projections.throughput import measures
from projections.throughput.account import ACCOUNT
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.hours import by_hour
from projections.throughput.lines import Line, summed
from projections.throughput.plain import IN_HAND
from projections.throughput.spans import DayRange
from projections.throughput.totals import BY_REGION
from projections.throughput.view import PRESENT, view
from projections.windows.changed import changed_windows
from projections.windows.figures import summaries
from projections.windows.row import prefectures

WORST: Final = 5
_SINCE, _TODAY = "since", "today"
_POST: Final = {measures.HANDED_OVER, measures.DELIVERED, measures.RETURNED}


class WallTile(NamedTuple):
    """A city: its step as a colour and in words, what is in hand there and what is overdue."""

    code: str
    place: Region
    step: Title
    look: str
    in_hand: int
    late: int
    alarm: Alarm


class WallCounts(NamedTuple):
    """Counts of a day, and of all days since the first."""

    accepted: int
    completed: int
    submitted: int
    green: int
    handed_over: int
    delivered: int
    returned: int


@dataclass(frozen=True, slots=True)
class WallFigures:
    """``hours`` are today's and yesterday's. ``opened`` and ``closed`` are offices, of today.

    ``returned`` is the share of what was posted that came back, ``alarms`` what stands in red.
    """

    today: WallCounts
    since: WallCounts
    in_hand: int
    late: int
    late_alarm: Alarm
    tiles: Sequence[WallTile]
    worst: Sequence[OfficeOverdue]
    hours: Sequence[Sequence[int]]
    opened: Sequence[str]
    closed: Sequence[str]
    open_offices: int
    all_offices: int
    returned: float | None
    alarms: Sequence[StandingAlarm]


async def wall_figures(reading: Connection, since: date, today: date) -> WallFigures:
    """Asks for everything that the wall shows. The caller keeps it to one moment."""
    found = await view(
        reading,
        {},
        today,
        by_region={_SINCE: DayRange(since, today), _TODAY: DayRange(today, today)},
        of=ACCOUNT | _POST,
        present={PRESENT: BY_REGION},
    )
    yesterday = today - timedelta(days=1)
    hours = await by_hour(reading, yesterday, today)
    changed = await changed_windows(reading, today)
    offices = [
        each
        for region in (await summaries(reading, today)).values()
        for each in region.offices.values()
    ]
    stand = tiles(await prefectures(reading), today, None)
    here = _of_cities(stand, found[PRESENT])
    late = sum(each.late for each in here)
    since_then = _counted(found[_SINCE])
    posted = since_then.handed_over
    returned = since_then.returned / posted if posted else None
    return WallFigures(
        today=_counted(found[_TODAY]),
        since=since_then,
        in_hand=sum(each.in_hand for each in here),
        late=late,
        late_alarm=THRESHOLDS["backlog_overdue"].tone(late),
        tiles=here,
        worst=await most_overdue(reading, today, WORST),
        hours=[hours[today].submitted, hours[yesterday].submitted],
        opened=changed.opened,
        closed=changed.closed,
        open_offices=sum(each.open for each in offices),
        all_offices=sum(each.all for each in offices),
        returned=returned,
        alarms=standing_alarms(
            {each.code: each.late for each in here},
            returned,
            await alarms_held(reading, today),
            today,
        ),
    )


def _of_cities(stand: Sequence[Tile], present: Sequence[Line]) -> list[WallTile]:
    lines = summed(present, ["region"])
    made = []
    for tile in stand:
        counts = lines.get((tile.code,), Line({})).counts
        late = counts.get(measures.DUE, 0)
        alarm = THRESHOLDS["backlog_overdue"].tone(late)
        in_hand = counts.get(IN_HAND, 0)
        made.append(WallTile(tile.code, tile.place, tile.label, tile.look, in_hand, late, alarm))
    return made


def _counted(lines: Sequence[Line]) -> WallCounts:
    total = summed(lines, []).get((), Line({}))
    names = ("n_accepted", "n_completed", "n_submitted", "green_count")
    post = ("n_handed_over", "n_delivered", "n_returned")
    return WallCounts(*(_number(total, name) for name in (*names, *post)))


def _number(line: Line, name: str) -> int:
    """A count, or of a figure by kind the sum over the kinds."""
    if name == "green_count":
        return sum(line.by_kind(measures.GREEN).values())
    value = OF_A_PERIOD[name].of(line)
    return value if isinstance(value, int) else 0
