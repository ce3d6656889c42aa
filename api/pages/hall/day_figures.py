"""What the halls of an officer have come to today: rounds, people, and the hours they came in."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from api.dependencies import read_connection
from api.desk import Desk
from api.pages.kit.charts.chart import Chart, ChartKind, Series
from api.pages.kit.viewer import Viewer
from projections.engine.snapshot import snapshot
from projections.halls.queries import EntriesOfHour, entries_by_hour, hall_lines
from projections.throughput.definitions.all_definitions import OF_HALLS
from projections.throughput.definitions.making import Told
from projections.throughput.lines import Line, summed

_FROM, _TO = 8, 18
"""The hours that are always shown."""


class DayFigures(NamedTuple):
    """The figures under their codes. Without anybody who came there is no chart."""

    told: dict[str, Told]
    hours: Chart | None


async def day_figures(
    desk: Desk, offices: Collection[str], day: date, viewer: Viewer
) -> DayFigures:
    """Those of these offices together."""
    async with read_connection(desk) as reading, snapshot(reading):
        lines = await hall_lines(reading, day, day)
        hours = await entries_by_hour(reading, day, day)
    ours = summed((line for line in lines if line.key["office"] in offices), [])
    whole = ours.get((), Line({}))
    came = [each for each in hours if each.office in offices]
    return DayFigures(
        told={code: each.of(whole) for code, each in OF_HALLS.items()},
        hours=_chart(came, viewer) if came else None,
    )


def _chart(came: Iterable[EntriesOfHour], viewer: Viewer) -> Chart:
    admitted, away = dict[int, int](), dict[int, int]()
    for each in came:
        admitted[each.hour] = admitted.get(each.hour, 0) + each.admitted
        away[each.hour] = away.get(each.hour, 0) + each.turned_away
    hours = range(min(_FROM, *admitted), max(_TO, *admitted) + 1)
    people, not_let_in = sum(admitted.values()), sum(away.values())
    return Chart(
        kind=ChartKind.STACKED,
        caption=viewer.say("今日各时段入厅人次", "People today, by hour"),
        says=viewer.say(
            f"今日进入 {people} 人次，未准进入 {not_let_in} 人次。",
            f"Today {people} were let in and {not_let_in} were not.",
        ),
        head=viewer.say("时", "Hour"),
        labels=[str(hour) for hour in hours],
        series=[
            Series(viewer.say("进入", "Let in"), [admitted.get(hour, 0) for hour in hours]),
            Series(viewer.say("未准进入", "Not let in"), [away.get(hour, 0) for hour in hours]),
        ],
        unit=viewer.say("人次", "people"),
    )
