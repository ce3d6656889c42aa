"""``cheguan carriers``: how well each carrier tells, and of which parcels nothing was heard."""

import asyncio
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import typer
from rich.console import Console
from rich.table import Table

from cheguan.projections_cli import opened

if TYPE_CHECKING:
    from domain.carriers.health import HowFarTold
    from projections.carriage.queries import UnheardParcel

app = typer.Typer(no_args_is_help=True, help="Who carries documents to people.")
out = Console(width=None if sys.stdout.isatty() else 130)
_MOST: Final = 50


@app.callback()
def carriers() -> None:
    """Keeps ``status`` a word of its own."""


@app.command("status")
def carriers_status() -> None:
    """How well each tells by itself of what it was given, and what nothing was heard of."""
    from domain.carriers.carrier import CarrierName
    from domain.carriers.health import HowFarTold

    with opened() as (url, _):
        telling, unheard = asyncio.run(_standing(url))
    table = Table("carrier", "given in the last day", "told of", "", "nothing heard of")
    for each in CarrierName:
        told = telling.get(each, HowFarTold(0, 0))
        lost = sum(parcel.carrier == each for parcel in unheard)
        silent = "silent: asked last" if told.silent else ""
        table.add_row(each, str(told.given), str(told.told), silent, str(lost))
    out.print(table)
    for parcel in unheard:
        out.print(f"{parcel.item_no} of {parcel.office}: nothing since {parcel.since:%F %H:%M %Z}")
    sys.exit(1 if unheard or any(each.silent for each in telling.values()) else 0)


async def _standing(url: str) -> tuple[Mapping[str, "HowFarTold"], Sequence["UnheardParcel"]]:
    from cheguan.carrier_ways import first_scan_within, silence
    from cheguan.service_clock import clock_of
    from cheguan.settings import Settings
    from cheguan.town.stored_clock import following
    from domain.carriers.carrier import CarrierName
    from domain.carriers.health import DURING
    from domain.event_store.connection import connect
    from projections.carriage import queries

    settings = Settings()
    clock = clock_of(url, settings.model_copy(update={"demo": True}))
    connection = await connect(url)
    try:
        async with following(url, clock):
            now = clock()
            telling = await queries.telling(connection, now, first_scan_within(settings), DURING)
            before = now - silence(settings)
            return telling, await queries.unheard(connection, before, list(CarrierName), _MOST)
    finally:
        await connection.close()
