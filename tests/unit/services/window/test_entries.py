"""What changes in the record of a registered vehicle, and whither it moves."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from domain.calendar import Calendar
from domain.register.vehicle import Alteration, UseNature, VehicleState
from domain.register.vehicle_changes import AlterationMade, EntryCorrected, MovedIn, MovedOut
from domain.services.catalogue import WINDOW_SERVICES
from domain.services.given import Given
from tests.kit.register_records import normal_vehicle
from tests.unit.services.window.given import TODAY, defects, example, facts


@pytest.mark.parametrize(
    ("altered", "found"),
    [
        ({"alteration": "use"}, [("/altered/use_nature", "missing")]),
        ({"alteration": "use", "use_nature": "taxi"}, []),
        (
            {"alteration": "colour", "use_nature": "taxi"},
            [("/altered/use_nature", "not_applicable")],
        ),
        ({"alteration": "engine"}, []),
        ({}, [("/altered/alteration", "missing")]),
    ],
)
def test_another_use_is_named_and_nothing_else_has_one(
    altered: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    assert defects(example("reg_change", altered=altered)) == found


def test_an_alteration_changes_the_use_where_that_is_what_has_changed() -> None:
    change = WINDOW_SERVICES["reg_change"].change
    assert change(facts("reg_change"), TODAY) == (
        AlterationMade(altered_on=TODAY, alteration=Alteration.COLOUR),
    )
    taxi = facts("reg_change", altered={"alteration": "use", "use_nature": "taxi"})
    (made,) = change(taxi, TODAY)
    assert made == AlterationMade(altered_on=TODAY, alteration=Alteration.USE, use=UseNature.TAXI)


def test_something_is_corrected_at_least() -> None:
    assert defects(example("reg_correct", corrected={})) == [
        ("/corrected/made_on", "nothing_corrected")
    ]
    assert defects(example("reg_correct", corrected={"made_on": "2020-02-25"})) == [
        ("/corrected/made_on", "in_future")
    ]
    right = facts("reg_correct", corrected={"made_on": "2019-02-25"})
    assert WINDOW_SERVICES["reg_correct"].change(right, TODAY) == (
        EntryCorrected(corrected_on=TODAY, made_on=date(2019, 2, 25)),
    )


@pytest.mark.parametrize(
    ("region", "found"),
    [
        ("410105", [("/moves_to", "moves_nowhere")]),
        ("410300", []),
        ("11010", [("/moves_to", "format")]),
        (None, [("/moves_to", "missing")]),
    ],
)
def test_a_vehicle_moves_to_another_prefecture(
    region: str | None, found: list[tuple[str, str]]
) -> None:
    assert defects(example("reg_move_out", moves_to=region)) == found


def test_whoever_moves_out_is_told_whither() -> None:
    assert WINDOW_SERVICES["reg_move_out"].change(facts("reg_move_out"), TODAY) == (
        MovedOut(moved_on=TODAY, to="110105"),
    )


def test_a_vehicle_that_moves_in_keeps_its_first_registration_and_its_mark() -> None:
    given = msgspec.structs.replace(
        facts("reg_move_in", first_registered_on="2017-03-08"), counter="410100"
    )
    (moved,) = WINDOW_SERVICES["reg_move_in"].change(given, TODAY)
    assert isinstance(moved, MovedIn)
    assert (moved.office, moved.registered_on) == ("410100", date(2017, 3, 8))
    assert moved.inspected_until == date(2021, 3, 31)


def judged(code: str, check: str, **about: Any) -> bool | None:
    given = Given(
        facts=facts(code),
        today=TODAY,
        calendar=Calendar(),
        office="410100",
        applicant=b"owner",
        name=b"owner",
        proven=False,
    )
    (found,) = (each for each in WINDOW_SERVICES[code].checks if each.code == check)
    return found.judge(replace(given, **about))


def test_it_must_have_moved_out_before_it_moves_in() -> None:
    here = normal_vehicle(TODAY)
    left = msgspec.structs.replace(here, states=frozenset({VehicleState.MOVED_OUT}))
    assert judged("reg_move_in", "C-ARRIVAL", vehicle=here) is False
    assert judged("reg_move_in", "C-ARRIVAL", vehicle=left) is True
    assert judged("reg_move_in", "C-ARRIVAL") is None


@pytest.mark.parametrize(
    ("use", "verdict"), [(UseNature.TAXI, False), (UseNature.NON_OPERATING, True)]
)
def test_another_use_is_not_the_one_that_it_has(use: UseNature, verdict: bool) -> None:
    taxi = facts("reg_change", altered={"alteration": "use", "use_nature": "taxi"})
    known = msgspec.structs.replace(normal_vehicle(TODAY), use=use)
    assert judged("reg_change", "C-USE", facts=taxi, vehicle=known) is verdict
    assert judged("reg_change", "C-USE", vehicle=known) is True


def test_only_a_school_bus_with_a_valid_mark_gets_the_plate_of_one() -> None:
    bus = msgspec.structs.replace(normal_vehicle(TODAY), use=UseNature.SCHOOL_BUS)
    assert judged("school_bus_plate", "C-SCHOOL-BUS", vehicle=bus) is True
    assert judged("school_bus_plate", "C-SCHOOL-BUS", vehicle=normal_vehicle(TODAY)) is False
    late = msgspec.structs.replace(bus, inspected_until=date(2020, 1, 31))
    assert judged("school_bus_plate", "C-MARK", vehicle=late) is False
    assert judged("school_bus_plate", "C-MARK", vehicle=bus) is True
