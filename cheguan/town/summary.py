"""What became of the town. The same seed gives the same table."""

from typing import Final, LiteralString

from rich.table import Table

from domain.case.case import CASE
from domain.case.stage import FINAL, Stage
from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from domain.services.catalogue import CATALOGUE

_STAGES: Final[LiteralString] = """
SELECT stage, service, count(*) FROM projections.caseload GROUP BY stage, service"""
_EVENTS: Final[LiteralString] = """
SELECT topic, count(*) FROM stored_events GROUP BY topic"""
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
    ("CheckOverridden", "特批通过", "checks overridden"),
    ("GreenChannelGranted", "绿色通道", "green channel granted"),
    ("ReconsiderationFiled", "行政复议", "reconsiderations filed"),
    ("CaseReopened", "重新办理", "cases reopened"),
)


async def tables(url: str) -> list[Table]:
    """Tables of the cases by stage and service, and of what happened on the way."""
    connection = await connect(url)
    try:
        return [await _by_stage(connection), await _on_the_way(connection)]
    finally:
        await connection.close()


async def _by_stage(connection: Connection) -> Table:
    cursor = await connection.execute(_STAGES)
    counts = {(row[0], row[1]): row[2] for row in await cursor.fetchall()}
    table = Table("环节", "stage", title="案件 Cases")
    for service in CATALOGUE.values():
        table.add_column(f"{service.number}\n{service.code}", justify="right", no_wrap=True)
    table.add_column("total", justify="right")
    for stage in Stage:
        row = [counts.get((stage, service), 0) for service in CATALOGUE]
        if sum(row) or stage in FINAL:
            cells = [str(count) for count in (*row, sum(row))]
            table.add_row(CASE.words.stages[stage].zh, stage, *cells)
    totals = [sum(n for (_, s), n in counts.items() if s == service) for service in CATALOGUE]
    table.add_section()
    table.add_row("合计", "total", *[str(count) for count in (*totals, sum(totals))])
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
