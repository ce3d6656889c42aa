"""A desk at which people may apply for what is scarce, whether or not those services are open."""

from dataclasses import replace
from typing import Final

from api.desk import Desk
from cheguan.compose import BUILD
from domain.calendar import Calendar
from domain.door.door import Door
from domain.services.catalogue import EVERY_SERVICE, catalogue

_SCARCE: Final = frozenset({"new_vehicle_preselect", "inspection_booking"})
_OPENED: Final = catalogue(
    replace(service, taken_in=True) if service.code in _SCARCE else service
    for service in EVERY_SERVICE.values()
)


def with_scarce_services(made: Desk) -> Desk:
    """The desk with a door at which numbers and seats are applied for."""
    door = Door(
        made.door._store,
        clock=made.clock,
        catalogue=_OPENED,
        calendar=Calendar(),
        build=BUILD,
        codec=made.codec,
    )
    return replace(made, door=door)
