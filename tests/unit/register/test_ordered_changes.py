"""What an approval orders reaches the vehicle and the licence that it concerns, each once."""

from datetime import date
from typing import Any, get_args
from uuid import UUID

import pytest

from domain.case.review.events import RegisterChangesOrdered
from domain.door.refusals import NotFound
from domain.licences import decisions as of_licences
from domain.licences.commands import ChangeLicence
from domain.licences.licence import LICENCE
from domain.reaction import DONE, Cause, Consequence, Reaction, meaning
from domain.refusal import NotAtThisStage
from domain.register.changes import (
    AnyChange,
    ContactChanged,
    InspectionExtended,
    LicenceRenewed,
)
from domain.vehicles import decisions as of_vehicles
from domain.vehicles.commands import ChangeVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.decided import CASE

VEHICLE_ID, LICENCE_ID = UUID(int=10), UUID(int=11)
RENEWED = LicenceRenewed(renewed_on=date(2020, 3, 2))
EXTENDED = InspectionExtended(months=24)


def follows(of: Any, *changes: AnyChange, **about: UUID) -> list[Consequence]:
    ((reaction),) = of.reactions
    assert isinstance(reaction, Reaction)
    return list(reaction.then(Cause(CASE, 5, RegisterChangesOrdered(changes=changes, **about))))


def test_every_change_is_one_of_a_vehicle_or_of_a_licence() -> None:
    assert of_vehicles.CHANGES.keys() | of_licences.CHANGES.keys() == set(get_args(AnyChange))


def test_everything_that_changes_in_one_vehicle_is_one_command() -> None:
    changes = (ContactChanged(), EXTENDED)
    (asked,) = follows(VEHICLE, *changes, vehicle=VEHICLE_ID)
    assert asked == Consequence(VEHICLE_ID, ChangeVehicle(case=CASE, changes=changes))
    assert follows(LICENCE, *changes, vehicle=VEHICLE_ID) == []


def test_everything_that_changes_in_one_licence_is_one_command() -> None:
    (asked,) = follows(LICENCE, RENEWED, licence=LICENCE_ID)
    assert asked == Consequence(LICENCE_ID, ChangeLicence(case=CASE, changes=(RENEWED,)))
    assert follows(VEHICLE, RENEWED, licence=LICENCE_ID) == []


def test_what_an_outcome_does_not_change_gets_no_command() -> None:
    both = {"vehicle": VEHICLE_ID, "licence": LICENCE_ID}
    assert follows(VEHICLE, RENEWED, **both) == []
    assert follows(LICENCE, EXTENDED, **both) == []


@pytest.mark.parametrize("of", [VEHICLE, LICENCE], ids=lambda of: of.kind)
def test_what_is_registered_elsewhere_is_changed_elsewhere(of: Any) -> None:
    (reaction,) = of.reactions
    assert meaning(reaction, NotFound()) is DONE
    assert meaning(reaction, NotAtThisStage(command="ChangeVehicle", stage="new")) is None
