"""What an approval orders reaches the vehicle and the licence that it concerns, each once."""

from datetime import date
from typing import Any, get_args
from uuid import UUID

import pytest

from domain.case.review.events import RegisterChangesOrdered
from domain.door.refusals import NotFound
from domain.learner_permits.commands import ChangeLearnerPermit
from domain.learner_permits.examinations import OF_PERMITS
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.licences import decisions as of_licences
from domain.licences.commands import ChangeLicence
from domain.licences.licence import LICENCE
from domain.reaction import DONE, Cause, Consequence, Reaction, meaning
from domain.refusal import NotAtThisStage
from domain.register.changes import (
    AnyChange,
    ContactChanged,
    ExamTaken,
    InspectionExtended,
    LicenceRenewed,
    OutcomeUndone,
    OwnershipPassed,
    Registrant,
)
from domain.register.learner_permit import ExamSubject
from domain.register.licence_changes import LicenceGranted
from domain.register.vehicle import UseNature
from domain.vehicles import decisions as of_vehicles
from domain.vehicles.commands import ChangeVehicle
from domain.vehicles.ownership import OF_OWNERS
from domain.vehicles.vehicle import VEHICLE
from tests.kit.decided import CASE

VEHICLE_ID, LICENCE_ID, PERMIT_ID = UUID(int=10), UUID(int=11), UUID(int=12)
MONDAY = date(2020, 3, 2)
RENEWED = LicenceRenewed(renewed_on=date(2020, 3, 2))
EXTENDED = InspectionExtended(months=24)


def ordered(of: Any) -> Reaction[Any]:
    """The reaction to an outcome. The others are of many streams."""
    (found,) = (each for each in of.reactions if isinstance(each, Reaction))
    return found


def follows(of: Any, *changes: AnyChange, **about: Any) -> list[Consequence]:
    reaction = ordered(of)
    return list(reaction.then(Cause(CASE, 5, RegisterChangesOrdered(changes=changes, **about))))


def test_every_change_is_one_of_a_vehicle_or_a_licence_or_a_permit() -> None:
    of_vehicle = of_vehicles.CHANGES.keys() | OF_OWNERS
    of_licence = of_licences.CHANGES.keys() | {LicenceGranted}
    each = of_vehicle | of_licence | OF_PERMITS
    assert each == set(get_args(AnyChange)) - {OutcomeUndone}


def test_what_is_undone_goes_where_it_was_ordered() -> None:
    both = {"vehicle": VEHICLE_ID, "licence": LICENCE_ID}
    undone = OutcomeUndone(changes=(EXTENDED,))
    (asked,) = follows(VEHICLE, undone, **both)
    assert asked == Consequence(VEHICLE_ID, ChangeVehicle(case=CASE, changes=(undone,)))
    assert follows(LICENCE, undone, **both) == []


def test_an_owner_is_named_beside_what_changes() -> None:
    passed, owner = OwnershipPassed(passed_on=MONDAY, use=UseNature.TAXI), Registrant(b"o", b"n")
    (asked,) = follows(VEHICLE, passed, vehicle=VEHICLE_ID, registrant=owner)
    assert asked.command == ChangeVehicle(case=CASE, changes=(passed,), registrant=owner)


def test_an_examination_goes_to_the_permit() -> None:
    sat = ExamTaken(subject=ExamSubject.TWO, sat_on=MONDAY, passed=False)
    (asked,) = follows(LEARNER_PERMIT, sat, permit=PERMIT_ID)
    assert asked == Consequence(PERMIT_ID, ChangeLearnerPermit(case=CASE, changes=(sat,)))
    undone = OutcomeUndone(changes=(sat,))
    (asked,) = follows(LEARNER_PERMIT, undone, sat, permit=PERMIT_ID)
    assert asked.command == ChangeLearnerPermit(case=CASE, changes=(undone, sat))
    assert follows(LEARNER_PERMIT, RENEWED, permit=PERMIT_ID) == []
    assert follows(VEHICLE, sat, permit=PERMIT_ID) == []


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
    reaction = ordered(of)
    assert meaning(reaction, NotFound()) is DONE
    assert meaning(reaction, NotAtThisStage(command="ChangeVehicle", stage="new")) is None
