"""What one bulletin says: everything that is told of a day, of the province or of a prefecture."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from api.desk import Desk
from api.pages.bulletin.decisions import WindowDecisions, decisions
from api.pages.bulletin.duties import READ_FOR_DUTIES, DutyFigures, duties_of_day
from api.pages.bulletin.figures import BulletinFigures, DayCounts, figures
from api.pages.bulletin.reliefs import reliefs
from domain.event_store.transaction import Connection
from domain.offices.tree import HEADQUARTERS, OFFICES, REGIONS, detachment_of
from domain.reliefs.state import StandingRelief
from domain.titles import Title
from projections.engine.closed_day import is_closed
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing

_PROVINCE: Final = Title("全省", "Henan")


class Sheet(NamedTuple):
    """``issue`` counts the days since the first bulletin. ``as_of`` is none of a closed day."""

    day: date
    region: str | None
    place: Title
    issuer: Title
    issue: int
    as_of: datetime | None
    figures: BulletinFigures
    decisions: WindowDecisions
    duties: Sequence[DutyFigures]
    reliefs: Sequence[StandingRelief]
    previous: date | None
    next: date | None


async def sheet(
    reading: Connection, desk: Desk, day: date, first: date, region: str | None
) -> Sheet:
    """All of one moment. Of a closed day it is the same whenever it is asked for (ADR 71)."""
    now = desk.clock()
    async with snapshot(reading):
        stands = await standing(reading, "throughput")
        closed = await is_closed(reading, desk.codec, day, stands.position, now)
        for name in READ_FOR_DUTIES:
            upto = (await standing(reading, name)).position
            closed = closed and await is_closed(reading, desk.codec, day, upto, now)
        return Sheet(
            day=day,
            region=region,
            place=REGIONS[region].title if region else _PROVINCE,
            issuer=OFFICES[detachment_of(region) if region else HEADQUARTERS].title,
            issue=(day - first).days + 1,
            as_of=None if closed else now,
            figures=await figures(reading, day, first, region),
            decisions=await decisions(reading, desk.codec, day, stands.position, region),
            duties=await duties_of_day(reading, day, now, region),
            reliefs=await reliefs(reading, desk.codec, day, stands.position, region),
            previous=day - timedelta(days=1) if day > first else None,
            next=day + timedelta(days=1) if day < desk.today else None,
        )


def largest(rows: Mapping[str, DayCounts], most: int) -> tuple[list[tuple[str, DayCounts]], int]:
    """Those of which most was accepted, and how many more there are."""
    ranked = sorted(
        rows.items(), key=lambda each: (-each[1].counts["n_accepted"], -each[1].in_hand, each[0])
    )
    return ranked[:most], len(ranked[most:])
