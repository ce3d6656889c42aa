"""Applications of the town stand before the same reader as everyone's."""

from datetime import UTC, datetime

import pytest

from cheguan.town.applications import filled_in
from cheguan.town.deliveries import another_address
from cheguan.town.fates import Fate, Plan
from cheguan.town.plans import SERVICES, applies_at, plan
from domain.calendar import local_day
from domain.identifiers.region import unit_of
from domain.services.blocks.delivery.fields import PostDelivery
from domain.services.catalogue import CATALOGUE
from domain.services.choices import Channel
from domain.services.facts import AtCounter, ByPost
from domain.services.form import Form
from domain.services.reader import read_form
from domain.services.vehicle_contact_change.facts import VehicleContactChangeFacts

WEEK_OF_CLOSED_WINDOWS = datetime(2020, 2, 12, 12, 0, tzinfo=UTC)
WINDOWS_OPEN = datetime(2020, 2, 24, 2, 0, tzinfo=UTC)


def read(drawn: Plan, at: datetime) -> Form:
    return read_form(filled_in(drawn, at), today=local_day(at))


def some(service: str, fate: Fate) -> list[Plan]:
    drawn = (plan(7, number) for number in range(100_000))
    return [
        one
        for one, _ in zip(
            (p for p in drawn if p.fate is fate and p.service == service), range(10), strict=False
        )
    ]


def test_every_application_is_complete_on_its_day() -> None:
    for number in range(600):
        drawn = plan(3, number)
        form = read(drawn, applies_at(drawn))
        assert form.code() == drawn.service
        assert form.office() == drawn.city.code


def test_the_same_application_is_filled_in_again() -> None:
    drawn = plan(3, 5)
    at = applies_at(drawn)
    assert filled_in(drawn, at) == filled_in(plan(3, 5), at)


def test_the_town_knows_every_service() -> None:
    assert SERVICES.keys() == CATALOGUE.keys()


@pytest.mark.parametrize("fate", [Fate.COLLECTED, Fate.NEVER_COLLECTED])
def test_a_counter_is_chosen_only_where_and_when_it_is_open(fate: Fate) -> None:
    plans = some("plate_reissue", fate)
    closed = {type(read(p, WEEK_OF_CLOSED_WINDOWS).facts().delivery) for p in plans}
    class_one = {p.city.code for p in plans} & {"410100", "411300", "411500"}
    chosen = {p.city.code: type(read(p, WINDOWS_OPEN).facts().delivery) for p in plans}
    assert closed == {ByPost}
    assert AtCounter in chosen.values()
    assert all(chosen[code] is ByPost for code in class_one)


def test_the_green_channel_is_for_ambulances_and_rescue_vehicles() -> None:
    for drawn in some("plate_reissue", Fate.GREEN_GRANTED):
        form = read(drawn, WEEK_OF_CLOSED_WINDOWS)
        assert form.facts().channel is Channel.EMERGENCY
        assert form.model_dump()["vehicle"]["use_nature"] in {"ambulance", "rescue"}


def test_a_refused_change_of_contact_has_an_unverified_number() -> None:
    for drawn in some("vehicle_contact_change", Fate.REFUSED):
        facts = read(drawn, WINDOWS_OPEN).facts()
        assert isinstance(facts, VehicleContactChangeFacts)
        assert not facts.mobile_verified


def test_another_address_is_one_of_the_same_city() -> None:
    for number in range(50):
        drawn = plan(3, number)
        block = PostDelivery.model_validate(another_address(drawn), strict=False)
        assert unit_of(block.region_code) == drawn.city.code
