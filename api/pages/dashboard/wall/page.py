"""``/dashboard?screen=wall``: 1920 by 1080, dark, for whoever passes by. It names nobody."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from starlette.responses import Response

from api.desk import Desk
from api.pages.dashboard.wall.figures import WallFigures, wall_figures
from api.pages.kit.answer import render
from api.pages.kit.charts.chart import Chart, ChartKind, Series
from api.pages.kit.period import SINCE
from api.pages.kit.places import office_text
from api.pages.kit.tile_name import tile_name
from api.pages.kit.viewer import Viewer
from api.views.standing_alarms import StandingAlarm, unheard
from api.views.thresholds import THRESHOLDS
from domain.alarms.figure import AlarmFigure
from domain.calendar import OFFICE_ZONE
from domain.event_store.transaction import Connection
from domain.offices.tree import PROVINCE
from domain.titles import Title
from projections.alarms.row import AlarmRow
from projections.engine.proofs import last_proof
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.throughput.hours import HOURS

_NAMED: Final = 8
_HEARD: Final = 3
OF_PROVINCE: Final = Title("全省", "Province")


class NamedOffices(NamedTuple):
    """Some offices by their names, and how many there are beside them."""

    names: Sequence[str]
    more: int


class HeardAlarm(NamedTuple):
    """An alarm that an officer has taken on, as a line of the wall."""

    place: str
    figure: str
    officer: str
    body: str
    since: str


class HeardAlarms(NamedTuple):
    """Those that were taken on last, and how many there are beside them."""

    shown: Sequence[HeardAlarm]
    more: int


async def wall(desk: Desk, reading: Connection, viewer: Viewer, refresh: int | None) -> Response:
    """Shows the province. In a demonstration the clock is that of its town, and says so."""
    today, language = desk.today, viewer.language
    async with snapshot(reading):
        figures = await wall_figures(reading, min(SINCE, today), today)
        stands = await standing(reading, "throughput")
        proof = await last_proof(reading)
    return render(
        viewer,
        "dashboard/wall/wall.html",
        refresh=refresh,
        figures=figures,
        stands=stands,
        proof=proof,
        now=desk.clock().astimezone(OFFICE_ZONE),
        speed=desk.demo_clock.speed if desk.demo_clock else 1,
        demo=desk.demo_clock is not None,
        today=today,
        short=lambda code: tile_name(code, language),
        worst=[
            (office_text(each.office, language), each.cases, (today - each.since).days)
            for each in figures.worst
        ],
        hours=_hours(figures, viewer),
        opened=_named(figures.opened, viewer),
        closed=_named(figures.closed, viewer),
        returned=figures.returned,
        returned_alarm=THRESHOLDS["return_rate"].tone(figures.returned),
        calls=lambda region, figure: unheard(figures.alarms, region, AlarmFigure(figure)),
        heard=_heard(figures.alarms, viewer),
        unheard=sum(each.heard is None for each in figures.alarms),
    )


def _heard(alarms: Sequence[StandingAlarm], viewer: Viewer) -> HeardAlarms:
    rows = sorted((each.heard for each in alarms if each.heard), key=lambda row: row.since)
    latest = rows[-_HEARD:][::-1]
    return HeardAlarms([_line(row, viewer) for row in latest], len(rows) - len(latest))


def _line(row: AlarmRow, viewer: Viewer) -> HeardAlarm:
    language = viewer.language
    place = (
        OF_PROVINCE.text(language) if row.region == PROVINCE else tile_name(row.region, language)
    )
    return HeardAlarm(
        place,
        AlarmFigure(row.figure).text(language),
        row.officer,
        office_text(row.body, language),
        f"{row.since.astimezone(OFFICE_ZONE):%H:%M}",
    )


def _named(offices: Sequence[str], viewer: Viewer) -> NamedOffices:
    names = [office_text(each, viewer.language) for each in offices[:_NAMED]]
    return NamedOffices(names, len(offices) - len(names))


def _hours(figures: WallFigures, viewer: Viewer) -> Chart:
    """Today's hours beside yesterday's. What has not come yet is a gap, and no zero."""
    today, yesterday = figures.hours
    last = max((hour for hour, count in enumerate(today) if count), default=-1)
    so_far = [count if hour <= last else None for hour, count in enumerate(today)]
    return Chart(
        kind=ChartKind.LINES,
        caption=viewer.say("今日与昨日每小时申请量", "Applications by hour"),
        says=viewer.say(
            f"今日 {sum(today)} 件，昨日全天 {sum(yesterday)} 件。",
            f"Today {sum(today)}; yesterday, the whole day, {sum(yesterday)}.",
        ),
        head=viewer.say("时", "Hour"),
        labels=[str(hour) for hour in range(HOURS)],
        series=[
            Series(viewer.say("今日", "Today"), so_far),
            Series(viewer.say("昨日", "Yesterday"), yesterday),
        ],
        unit=viewer.say("件", "cases"),
    )
