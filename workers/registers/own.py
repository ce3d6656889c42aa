"""Our own register: the streams of vehicles, licences and learner's permits."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Final, TypeVar
from uuid import UUID

from domain.aggregate import Aggregate, State
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.learner_permits import examinations as of_permits
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.licences import changes as of_licences
from domain.licences.licence import LICENCE
from domain.people import system
from domain.reaction import Reaction
from domain.register.port import Inquiry, RegisterExtract
from domain.register.streams import licence_stream, permit_stream, vehicle_stream
from domain.vault import BlindIndex, Purpose
from domain.vehicles import changes as of_vehicles
from domain.vehicles.vehicle import VEHICLE

S = TypeVar("S", bound=State)
BEHIND: Final = tuple(
    each.name
    for of in (VEHICLE, LICENCE, LEARNER_PERMIT)
    for each in of.reactions
    if isinstance(each, Reaction)
)
"""The reactions by which the outcomes of cases reach it. Whoever asks stays behind them."""
_WHO_LOOKS: Final = system("register")


class OwnRegister:
    """A :class:`~domain.register.port.RegisterPort`. ``names`` are indexes under the name key."""

    def __init__(self, door: Door, names: BlindIndex, clock: Callable[[], datetime]) -> None:
        self._door = door
        self._names = names
        self._clock = clock

    async def ask(self, inquiry: Inquiry) -> RegisterExtract:
        """The records as they stand, which is never before the instant that is told."""
        at = self._clock()
        vehicle, licence, permit = await asyncio.gather(
            self._known(VEHICLE, vehicle_stream, Purpose.VIN, inquiry.vin),
            self._known(LICENCE, licence_stream, Purpose.LICENCE, inquiry.licence_no),
            self._known(LEARNER_PERMIT, permit_stream, Purpose.ID_NO, inquiry.id_no),
        )
        if inquiry.case:
            vehicle = vehicle and of_vehicles.MEMORY.without_outcome(vehicle, inquiry.case)
            licence = licence and of_licences.MEMORY.without_outcome(licence, inquiry.case)
            permit = permit and of_permits.MEMORY.without_outcome(permit, inquiry.case)
        return RegisterExtract(
            at=at,
            vehicle=vehicle.record if vehicle else None,
            licence=licence.record if licence else None,
            permit=permit.record if permit else None,
        )

    async def _known(
        self,
        of: Aggregate[S],
        stream: Callable[[bytes], UUID],
        purpose: Purpose,
        number: str | None,
    ) -> S | None:
        """What the number names, unless there is none, or nothing is on record under it."""
        if number is None:
            return None
        named = stream(self._names.of(purpose, number))
        try:
            opened, _ = await self._door.open(of, named, _WHO_LOOKS)
        except NotFound:
            return None
        return opened.state
