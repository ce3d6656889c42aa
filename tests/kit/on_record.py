"""A vehicle, a licence and a learner's permit in the register of a service."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from api.desk import Desk
from domain.aggregate import Aggregate
from domain.door.request import own_request
from domain.learner_permits.commands import EnterLearnerPermit
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.licences.commands import EnterLicence
from domain.licences.licence import LICENCE
from domain.message import Command
from domain.register.streams import licence_stream, permit_stream, vehicle_stream
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.register_records import normal_licence, normal_permit, normal_vehicle

INDEX: Final = b"of-the-name-key."
VEHICLE_ID: Final = vehicle_stream(INDEX)
LICENCE_ID: Final = licence_stream(INDEX)
PERMIT_ID: Final = permit_stream(INDEX)


async def enter_all(desk: Desk, today: date) -> None:
    """Enters a normal record of each kind, of the office in Zhengzhou."""
    await _enter(desk, VEHICLE, VEHICLE_ID, EnterVehicle(record=normal_vehicle(today)))
    await _enter(desk, LICENCE, LICENCE_ID, EnterLicence(record=normal_licence(today)))
    await _enter(desk, LEARNER_PERMIT, PERMIT_ID, EnterLearnerPermit(record=normal_permit(today)))


async def _enter(desk: Desk, of: Aggregate[Any], stream: UUID, command: Command) -> None:
    await desk.door.handle(of, stream, command, own_request("import", stream, 0, command))
