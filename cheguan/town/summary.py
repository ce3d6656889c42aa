"""What became of the town. The same seed gives the same table."""

from typing import Final, LiteralString

from rich.table import Table

from cheguan.town.clock import LOADED
from cheguan.town.mix import SERVICES
from cheguan.town.numbering import AMBULANCE_SERVICE, URGENT_SERVICE
from cheguan.town.plans import FIRST_DAY
from cheguan.town.reopening import of_channels, of_windows
from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.stage import FINAL, Stage
from domain.clocks.clock import Clock
from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from domain.services.catalogue import EVERY_SERVICE
from domain.services.choices import ONLINE
from projections.timers.reliefs import cases_extended, kept_from_cancellation, moved_by_clock

_STAGES: Final[LiteralString] = """
SELECT stage, service, count(*) FROM projections.caseload GROUP BY stage, service"""
_EVENTS: Final[LiteralString] = """
SELECT topic, count(*) FROM stored_events GROUP BY topic"""
_ZHENGZHOU: Final[LiteralString] = """
SELECT count(*) FILTER (WHERE NOT green AND channel = ANY(%s)
                        AND submitted_on BETWEEN %s AND %s),
       count(*) FILTER (WHERE green AND service = %s),
       count(*) FILTER (WHERE green AND service = %s)
FROM projections.throughput WHERE office LIKE '4101%%'"""
_LINES: Final = (
    ("HandedToPost", "邮件交寄", "parcels handed to the post"),
    ("ParcelDelivered", "邮件妥投", "parcels delivered"),
    ("ParcelReturned", "邮件退回", "parcels returned"),
    ("RepostRequested", "再次邮寄", "parcels posted again"),
    ("PickedUp", "窗口自取", "picked up at a window"),
    ("CorrectionRequested", "补正告知", "corrections requested"),
    ("DeemedAccepted", "逾期视为受理", "deemed accepted"),
    ("OnSiteVisitRecorded", "现场办理", "on-site visits"),
    ("CaseHandedBack", "审核人员交回", "cases handed back"),
    ("CaseReassigned", "改派", "cases reassigned"),
    ("CaseLent", "代审", "cases lent"),
    ("CheckOverridden", "按特殊情况办理", "checks set aside"),
    ("GreenChannelGranted", "绿色通道", "green channel granted"),
    ("ReconsiderationFiled", "行政复议", "reconsiderations filed"),
    ("CaseReopened", "重新办理", "cases reopened"),
)


async def tables(url: str) -> list[Table]:
    """The cases by service and end, what happened on the way, what was announced, how windows
    opened, by which channel cases came, and what the reliefs have moved.
    """
    connection = await connect(url)
    try:
        return [
            await _by_service(connection),
            await _on_the_way(connection),
            await _announced(connection),
            await of_windows(connection),
            await of_channels(connection),
            await _relieved(connection),
        ]
    finally:
        await connection.close()


async def _by_service(connection: Connection) -> Table:
    cursor = await connection.execute(_STAGES)
    counts = {(row[0], row[1]): row[2] for row in await cursor.fetchall()}
    ends = [stage for stage in Stage if stage in FINAL]
    table = Table(title="案件 Cases")
    table.add_column("业务 service", no_wrap=True)
    for end in ends:
        table.add_column(f"{CASE.words.stages[end].zh}\n{end}", justify="right", no_wrap=True)
    for column in ("在办\nin hand", "合计\ntotal"):
        table.add_column(column, justify="right", no_wrap=True)
    whole = [0] * (len(ends) + 2)
    seen = {code for _, code in counts}
    for service in EVERY_SERVICE.values():
        if service.code not in {*SERVICES, *seen}:
            continue
        total = sum(count for (_, code), count in counts.items() if code == service.code)
        ended = [counts.get((end, service.code), 0) for end in ends]
        row = [*ended, total - sum(ended), total]
        whole = [one + other for one, other in zip(whole, row, strict=True)]
        table.add_row(f"{service.number} {service.title.zh}\n{service.code}", *map(str, row))
    table.add_section()
    table.add_row("合计 total", *map(str, whole))
    return table


async def _on_the_way(connection: Connection) -> Table:
    cursor = await connection.execute(_EVENTS)
    counts = {row[0]: row[1] for row in await cursor.fetchall()}
    table = Table("事件", "event", title="办理过程 On the way")
    table.add_column("count", justify="right")
    for topic, zh, en in _LINES:
        table.add_row(zh, en, str(counts.get(topic, 0)))
    table.add_section()
    table.add_row("事件总数", "events in total", str(sum(counts.values())))
    return table


async def _announced(connection: Connection) -> Table:
    """What the announcement of 23 February 2020 counts, up to the next morning."""
    asked = ([*ONLINE], FIRST_DAY, local_day(LOADED), AMBULANCE_SERVICE, URGENT_SERVICE)
    online, ambulances, plates = (await (await connection.execute(_ZHENGZHOU, asked)).fetchall())[0]
    table = Table("郑州", "Zhengzhou", title="省公安厅交警总队答记者（大河报） Told to Dahe Daily")
    table.add_column("count", justify="right")
    table.add_row("2月3日以来网上业务", "online cases since 3 February", str(online))
    table.add_row("绿色通道救护车注册登记", "ambulances in the green channel", str(ambulances))
    table.add_row("绿色通道临时号牌", "temporary plates in the green channel", str(plates))
    return table


async def _relieved(connection: Connection) -> Table:
    """The deadlines of the register that would have passed but for a relief, and those of cases."""
    table = Table("期限", "deadline for", title="期限延长措施 Reliefs")
    for column in ("已延长\nmoved", "其中尚无截止日\nheld open"):
        table.add_column(column, justify="right")
    for clock, moved, held_open in await moved_by_clock(connection):
        title = Clock(clock).words
        table.add_row(title.zh, title.en, str(moved), str(held_open))
    table.add_section()
    kept = await kept_from_cancellation(connection)
    table.add_row("免予注销的驾驶证", "licences kept from cancellation", str(kept), "")
    cases = await cases_extended(connection)
    table.add_row("期限已延长的案件", "cases with a later day", str(cases), "")
    return table
