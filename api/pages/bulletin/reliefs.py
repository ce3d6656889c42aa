"""The reliefs that were in force at the end of a day."""

from datetime import date

from domain.calendar import local_day
from domain.codec import Codec
from domain.event_store.transaction import Connection
from domain.offices.tree import PROVINCE
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import StandingRelief, reliefs_of
from projections.engine.log_reader import read_streams


async def reliefs(
    connection: Connection, codec: Codec, day: date, upto: int, region: str | None
) -> list[StandingRelief]:
    """Folded from what was announced up to the end of the day, so that later ends change nothing.

    A relief is in force from its announcement until the last of its days is over.
    """
    state = RELIEFS.initial
    for recorded in await read_streams(connection, codec, [reliefs_of(PROVINCE)], upto):
        if local_day(recorded.envelope.at) <= day:
            state = RELIEFS.evolve(state, recorded.envelope.event)
    return [
        each
        for each in state.standing
        if (each.last is None or each.last >= day) and (region is None or each.holds_in(region))
    ]
