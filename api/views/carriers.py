"""The carriers as they stand, in the order in which the next document is offered to them."""

from collections.abc import Sequence

from api.desk import Desk
from domain.carriers.carrier import CarrierName
from domain.carriers.dispatch import asked_in_turn
from domain.carriers.health import DURING
from domain.event_store.transaction import Connection
from projections.carriage.queries import CarrierStanding, carrier_standings


async def carriers_in_turn(desk: Desk, reading: Connection) -> Sequence[CarrierStanding]:
    """One that is silent stands last, and takes over nothing until it tells again."""
    found = await carrier_standings(reading, desk.clock(), desk.carrier_tells_within, DURING)
    told = {each: found.get(each, CarrierStanding(each)) for each in CarrierName}
    silent = [each for each in CarrierName if told[each].silent_since]
    return [told[each] for each in asked_in_turn(CarrierName, silent)]
