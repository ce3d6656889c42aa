"""What has become of the windows and the channels of the town, as tables.

The figures are those of the statistics, so the summary and the dashboard tell the same.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, LiteralString

from rich.table import Table

from domain.calendar import local_day
from domain.event_store.transaction import Connection
from domain.offices.office import OfficeKind
from domain.prefectures.step import Step
from domain.services.choices import Channel
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.definitions.windows import AT_STEP, HELD, OFFICES, OPEN, RELEASED
from projections.throughput.lines import Line
from projections.throughput.queries import throughput
from projections.throughput.spans import DayRange
from projections.windows.figures import NEVER_SUSPENDED, window_line

_DAYS: Final = (date(2020, 2, 23), date(2020, 2, 24))
"""The day of the announcement, and the first day on which windows opened."""
_FIRST: Final = date(2020, 2, 3)
_LAST: Final[LiteralString] = "SELECT max(updated_at) FROM projections.caseload"


async def of_windows(connection: Connection) -> Table:
    """Regions by step and open offices by kind on some days, and the cases held in the end."""
    days = (*_DAYS, max(await _last_day(connection), _DAYS[-1]))
    lines = [await window_line(connection, day) for day in days]
    table = Table("项目", "figure", title="窗口恢复 Windows")
    for day in days:
        table.add_column(f"{day.month}月{day.day}日\n{day:%d %b}", justify="right")
    for step in (*Step, NEVER_SUSPENDED):
        found = [line.by_kind(AT_STEP).get(step, 0) for line in lines]
        if any(found):
            zh, en = (step.zh, step.en) if isinstance(step, Step) else ("未暂停", "not suspended")
            table.add_row(f"地市：{zh}", f"regions: {en}", *map(str, found))
    table.add_section()
    for kind in OfficeKind:
        if kind in lines[0].by_kind(OFFICES):
            opened = (_open(kind, each) for each in lines)
            table.add_row(f"开放：{kind.zh}", f"open: {kind.en}", *opened)
    table.add_section()
    for name, zh, en in (
        (HELD, "因窗口暂停暂缓（累计）", "held by closed windows, in all"),
        (RELEASED, "其中已解除或者已终结", "of them released or ended"),
    ):
        table.add_row(zh, en, "", "", str(lines[-1].counts.get(name, 0)))
    return table


async def of_channels(connection: Connection) -> Table:
    """The share of each channel in all that was completed."""
    days = DayRange(_FIRST, await _last_day(connection))
    whole = [*await throughput(connection, days), Line({})][0]
    shares, cases = OF_A_PERIOD["channel_share"].of(whole), whole.by_kind("completed")
    table = Table("办理渠道", "channel", title="渠道占比 Channels")
    for column in ("办结件数\ncompleted", "占比\nshare"):
        table.add_column(column, justify="right")
    assert isinstance(shares, Mapping)
    for channel in Channel:
        if share := shares.get(channel):
            table.add_row(channel.zh, channel.en, str(cases[channel]), f"{share:.1%}")
    return table


def _open(kind: str, line: Line) -> str:
    return f"{line.by_kind(OPEN).get(kind, 0)}/{line.by_kind(OFFICES)[kind]}"


async def _last_day(connection: Connection) -> date:
    """The day on which the last thing happened in the town."""
    cursor = await connection.execute(_LAST)
    found = (await cursor.fetchall())[0][0]
    return local_day(found) if found else _FIRST
