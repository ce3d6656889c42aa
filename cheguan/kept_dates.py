"""How many of the dates told at submission were kept, as a table or as JSON."""

from collections.abc import Sequence
from datetime import date

from rich.table import Table

from cheguan.service_clock import today_of
from domain.event_store.connection import connect
from domain.services.catalogue import EVERY_SERVICE
from projections.expected.kept import KeptDates, kept_dates


async def found(url: str, first: date, last: date) -> Sequence[KeptDates]:
    """By service, and all together at the end."""
    connection = await connect(url)
    try:
        kept = await kept_dates(connection, first, last, await today_of(connection))
    finally:
        await connection.close()
    return [*kept, _all(kept)]


def _all(kept: Sequence[KeptDates]) -> KeptDates:
    return KeptDates(
        service="",
        told=sum(each.told for each in kept),
        kept=sum(each.kept for each in kept),
        waiting=sum(each.waiting for each in kept),
        untold=sum(each.untold for each in kept),
        median_days=None,
    )


def lines(kept: Sequence[KeptDates]) -> list[dict[str, object]]:
    return [{**each._asdict(), "share": each.share} for each in kept]


def table(kept: Sequence[KeptDates]) -> Table:
    made = Table("业务 Service", title="Dates told at submission that nine of ten should keep")
    for name in ("told", "kept", "share", "half within, days", "ahead", "none told"):
        made.add_column(name, justify="right", no_wrap=True)
    for each in kept:
        known = EVERY_SERVICE.get(each.service)
        made.add_row(
            f"{each.service} {known.title.zh}" if known else "全部 all",
            f"{each.told:,}",
            f"{each.kept:,}",
            f"{each.share:.1%}" if each.share is not None else "",
            str(each.median_days) if each.median_days is not None else "",
            f"{each.waiting:,}",
            f"{each.untold:,}",
        )
    return made
