"""A vehicle claims the number that it bears, and gives up the one that it has borne."""

from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from domain.aggregate import Link
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.identifiers.plate import PlateKind
from domain.message import Command, Event
from domain.numbers.commands import GiveUpNumber, IssueNumber
from domain.numbers.state import plate_number
from domain.people import system
from domain.register.changes import (
    ContactChanged,
    OutcomeUndone,
    OwnershipPassed,
    Registrant,
    VehicleDeregistered,
)
from domain.register.vehicle import DeregistrationGround, UseNature
from domain.register.vehicle_changes import PlatesExchanged
from domain.services.catalogue import CATALOGUE
from domain.vehicles.commands import ChangeVehicle, EnterVehicle
from domain.vehicles.events import VehicleOutcomeUndone
from domain.vehicles.vehicle import VEHICLE
from tests.kit.decided import CASE, STREAM
from tests.unit.licences.situations import TODAY
from tests.unit.vehicles.outcomes import BUYER, ENTERED, OTHER, RECORD, changed, undone

PASSED = OwnershipPassed(
    passed_on=TODAY, use=UseNature.NON_OPERATING, plate_kind=PlateKind.SMALL_CAR
)
EXCHANGED = PlatesExchanged(exchanged_on=TODAY, plate_kind=PlateKind.SMALL_NEV)
SAME = Registrant(RECORD.owner, RECORD.owner_name, plate_no=b"another")
TO = replace(BUYER, plate_no=b"another")
OLD, NEW = plate_number(b"plate"), plate_number(b"another")


def links(command: Command, history: tuple[Event, ...] = ()) -> list[Link]:
    now = datetime(TODAY.year, TODAY.month, TODAY.day, 1, tzinfo=UTC)
    at = Circumstances(now, system("register"), STREAM, CATALOGUE, Calendar(), {})
    return list(VEHICLE.decide(VEHICLE.fold(history), command, at).links)


def change(change: Any, **more: Any) -> ChangeVehicle:
    return ChangeVehicle(case=CASE, changes=(change,), **more)


def test_what_is_entered_claims_its_number_and_refuses_nothing() -> None:
    (link,) = links(EnterVehicle(record=RECORD))
    assert link.stream == OLD
    assert isinstance(link.command, IssueNumber)
    assert (link.command.vehicle, link.command.case) == (STREAM, STREAM)
    assert links(EnterVehicle(record=replace(RECORD, plate_no=None))) == []


def test_a_vehicle_from_before_claims_it_with_whatever_happens_to_it() -> None:
    (link,) = links(change(ContactChanged()), ENTERED)
    assert link.stream == OLD
    assert isinstance(link.command, IssueNumber)


def test_with_another_number_the_one_before_is_kept_for_the_owner_before() -> None:
    take, give_up = links(change(PASSED, registrant=TO), ENTERED)
    assert (take.stream, give_up.stream) == (NEW, OLD)
    assert isinstance(give_up.command, GiveUpNumber)
    assert give_up.command.owner == RECORD.owner


def test_a_transfer_that_falls_gives_the_number_back_and_keeps_the_other_for_nobody() -> None:
    history = changed(ENTERED, CASE, PASSED, to=TO)
    take, give_up = links(change(OutcomeUndone(changes=(PASSED,))), history)
    assert (take.stream, give_up.stream) == (OLD, NEW)
    assert isinstance(give_up.command, GiveUpNumber)
    assert give_up.command.owner is None


def test_an_exchange_takes_the_plates_in_and_keeps_the_number_before_for_nobody() -> None:
    history = changed(ENTERED, CASE, EXCHANGED, to=SAME)
    record = VEHICLE.fold(history).record
    assert (record.owner, record.plate_no, record.plate_kind) == (
        RECORD.owner,
        b"another",
        PlateKind.SMALL_NEV,
    )
    assert [(each.case, each.taken_on) for each in record.taken_back] == [(CASE, TODAY)]
    take, give_up = links(change(EXCHANGED, registrant=SAME), ENTERED)
    assert (take.stream, give_up.stream) == (NEW, OLD)
    assert isinstance(give_up.command, GiveUpNumber)
    assert give_up.command.owner is None


def test_an_exchange_that_falls_gives_the_number_back() -> None:
    history = changed(ENTERED, CASE, EXCHANGED, to=SAME)
    fallen = change(OutcomeUndone(changes=(EXCHANGED,)))
    take, give_up = links(fallen, history)
    assert (take.stream, give_up.stream) == (OLD, NEW)
    record = VEHICLE.fold((*history, *undone(history, EXCHANGED))).record
    assert (record.plate_no, record.plate_kind) == (RECORD.plate_no, RECORD.plate_kind)
    assert record.void


def test_a_transfer_since_an_exchange_is_told_when_the_exchange_falls() -> None:
    exchanged = changed(ENTERED, CASE, EXCHANGED, to=SAME)
    passed = changed(exchanged, OTHER, PASSED, to=TO)
    (fallen,) = undone(passed, EXCHANGED)
    assert isinstance(fallen, VehicleOutcomeUndone)
    assert fallen.built_on_by == (OTHER,)


def test_a_vehicle_that_is_registered_no_longer_gives_its_number_up() -> None:
    end = VehicleDeregistered(deregistered_on=TODAY, ground=DeregistrationGround.SCRAPPED)
    (link,) = links(change(end), ENTERED)
    assert link.stream == OLD
    assert isinstance(link.command, GiveUpNumber)
    assert link.command.owner == RECORD.owner
