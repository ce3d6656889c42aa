"""Which contacts the register had on file for a vehicle or a licence before a case changed them."""

from collections.abc import Callable
from typing import Final, TypeVar
from uuid import UUID

from domain.aggregate import Aggregate
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.licences.licence import LICENCE
from domain.licences.state import LicenceOnRecord
from domain.people import system
from domain.register.contact import FiledContact
from domain.services.service import Subject
from domain.vehicles.state import VehicleOnRecord
from domain.vehicles.vehicle import VEHICLE

S = TypeVar("S", VehicleOnRecord, LicenceOnRecord)
_WHO_LOOKS: Final = system("messenger")


async def filed_before(
    door: Door, subject: Subject, stream: UUID, case: UUID
) -> list[FiledContact]:
    """The newest last. None of another owner or holder than the present one is among them.

    Nor is one that was undone. The same list comes before and after the register has carried out
    the outcome of ``case``.
    """
    if subject is Subject.VEHICLE:
        return await _filed(door, VEHICLE, stream, case, lambda current: current.record.owner)
    return await _filed(door, LICENCE, stream, case, lambda current: current.record.holder)


async def _filed(
    door: Door, of: Aggregate[S], stream: UUID, case: UUID, whose: Callable[[S], bytes]
) -> list[FiledContact]:
    """Each is of whoever owned or held it when it was filed, also after a transfer is undone."""
    try:
        _, history = await door.open(of, stream, _WHO_LOOKS)
    except NotFound:
        return []
    filed: dict[FiledContact, bytes] = {}
    current = of.initial
    for recorded in history:
        current = of.evolve(current, recorded.event)
        if current.contact is None:
            filed.clear()
        elif current.contact.case == case:
            break
        elif current.contact not in filed:
            filed[current.contact] = whose(current)
        else:
            while next(reversed(filed)) != current.contact:
                filed.popitem()
    return [contact for contact, owner in filed.items() if owner == whose(current)]
