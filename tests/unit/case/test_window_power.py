"""Which windows may take a case in, and which are named to who comes to another."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.case.intake.refusals import (
    CountyOfficeLimit,
    WindowClosedForService,
)
from domain.case.refusals import OfficeWithoutPower
from domain.offices.tree import REGIONS
from domain.people import Actor, Role
from domain.prefectures.step import Step
from domain.services.window.facts import WindowFacts
from tests.kit.at_window import (
    BRANCH,
    COUNTY,
    KAIFENG,
    LUOYANG,
    STATION,
    at_step,
    command,
    decided,
    refused,
)


def test_vehicle_business_stays_with_the_prefecture_of_registration() -> None:
    seen = at_step(Step.FIRST, regions=(LUOYANG, KAIFENG))
    why = refused(command("plate_reissue_w", home=KAIFENG), seen)
    assert isinstance(why, OfficeWithoutPower)
    assert why.choices == [KAIFENG]


def test_a_licence_may_be_reissued_elsewhere_and_the_nearest_open_office_is_named() -> None:
    assert decided(command("licence_reissue_w", home=KAIFENG), at_step(Step.FIRST))
    three = (KAIFENG, "410800", "411600")
    closed = at_step(Step.SUSPENDED, regions=tuple(REGIONS))
    opened = at_step(Step.FIRST, regions=three)
    why = refused(command("licence_reissue_w"), {**closed, **opened})
    assert isinstance(why, WindowClosedForService)
    assert set(why.choices) == set(three)
    assert why.choices[-1] == "411600"


def test_the_law_of_county_offices_limits_what_they_take_in() -> None:
    county = Actor(Role.CLERK, "clerk", COUNTY)
    everything = at_step(Step.FOURTH, COUNTY)
    (car,) = [command("reg_new", counter=COUNTY).application.facts]
    assert isinstance(car, WindowFacts)
    assert car.new_vehicle
    assert decided(command("reg_new", counter=COUNTY), everything, county)
    for imported in (replace(car.new_vehicle, imported=True),):
        why = refused(command("reg_new", counter=COUNTY, new_vehicle=imported), everything, county)
        assert isinstance(why, CountyOfficeLimit)
        assert why.choices == [LUOYANG, BRANCH, STATION]


@pytest.mark.parametrize(
    ("service", "wanted", "allowed"),
    [
        ("exam_s1", "A1", True),
        ("exam_s2", "A2", False),
        ("exam_s3r", "B2", False),
        ("exam_s3t", "B2", True),
        ("exam_s2", "C1", True),
    ],
)
def test_county_offices_hold_no_road_or_field_exams_for_large_vehicles(
    service: str, wanted: str, allowed: bool
) -> None:
    county = Actor(Role.CLERK, "clerk", COUNTY)
    given = command(service, counter=COUNTY)
    facts = given.application.facts
    assert isinstance(facts, WindowFacts)
    assert facts.exam
    exam = replace(facts.exam, exam_class=wanted, site=f"{LUOYANG}.exs1")
    given = command(service, counter=COUNTY, exam=exam)
    seen = at_step(Step.FOURTH, COUNTY)
    if allowed:
        assert decided(given, seen, county)
    else:
        assert isinstance(refused(given, seen, county), CountyOfficeLimit)


def test_an_examination_is_judged_by_its_site_and_its_day() -> None:
    facts = command("exam_s2").application.facts
    assert isinstance(facts, WindowFacts)
    assert facts.exam
    seen = at_step(Step.FOURTH)
    held = replace(facts.exam, site=f"{LUOYANG}.exs1")
    assert decided(command("exam_s2", exam=held), seen)
    before = replace(held, sat_on=date(2020, 2, 20))
    why = refused(command("exam_s2", exam=before), seen)
    assert isinstance(why, WindowClosedForService)
    assert (why.office, why.reason) == (f"{LUOYANG}.exs1", "suspended")
