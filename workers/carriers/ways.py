"""The ways by which what happens to parcels reaches the carriers."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from domain.carriers.carrier import CarrierName
from domain.carriers.dispatch import Dispatch
from domain.door.door import Door
from domain.keyring import Keyring
from domain.parcels.parcel import PARCEL
from domain.reactions import Declared
from workers.carriers.handovers import HANDOVERS, HandoverDesk
from workers.carriers.orders import CALLED_OFF, KEPT, ORDERS, OVERTAKEN, OrderDesk
from workers.reactions.outward import Outward

_ORDERED: Final = (ORDERS, OVERTAKEN, CALLED_OFF, KEPT)
NAMES: Final = (*(each.name for each in _ORDERED), HANDOVERS.name)


def ways(
    door: Door,
    keyring: Keyring,
    dispatch: Dispatch,
    notify_urls: Mapping[CarrierName, str],
    clock: Callable[[], datetime],
) -> tuple[Outward, ...]:
    """They lead to all carriers that ``dispatch`` knows."""
    orders = OrderDesk(door, keyring, dispatch, notify_urls, clock)
    return (
        *(Outward(Declared(each, PARCEL, PARCEL), orders) for each in _ORDERED),
        Outward(Declared(HANDOVERS, PARCEL, PARCEL), HandoverDesk(dispatch.ports)),
    )
