"""What ``cheguan projections prove`` does: fold everything again, compare, and say what differs."""

from datetime import datetime

from rich.console import Console
from rich.table import Table

from cheguan.registry import Registry
from cheguan.wall_clock import wall_clock
from domain.event_store.connection import connect
from domain.event_store.service_clock import read_clock
from projections.engine.proofs import BeingProved, prove


async def prove_all(url: str, registry: Registry, console: Console) -> bool:
    """Says whether nothing differs."""
    try:
        found = await prove(url, registry.projections, registry.codec, await _now(url))
    except BeingProved:
        console.print("somebody else is at it; wait until that has ended.")
        return False
    if found is None:
        console.print("nothing to compare: not every read model has folded an event yet")
        return True
    console.print(
        f"{found.figures} figures and {found.rows} rows were folded again from the events up to "
        f"position {found.position}: difference {found.different}",
        soft_wrap=True,
    )
    if found.parked:
        console.print(f"{found.parked} parked streams were folded as far as they could be")
    if found.differences:
        table = Table("table", "figure", "places", "folded again", "in the table")
        for each in found.differences:
            numbers = (each.places, each.folded, each.has)
            table.add_row(each.table, each.figure, *map(str, numbers))
        console.print(table)
    return not found.different


async def _now(url: str) -> datetime:
    """By the clock that the store goes by."""
    connection = await connect(url)
    try:
        town = await read_clock(connection)
    finally:
        await connection.close()
    return town.now if town else wall_clock()
