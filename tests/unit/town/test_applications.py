"""Applications of the town stand before the same reader as everyone's."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from itertools import count, islice
from typing import Any

import pytest

from cheguan.town.applications import filled_in
from cheguan.town.deliveries import another_address
from cheguan.town.fates import Fate, Plan
from cheguan.town.mix import BY_APPOINTMENT, SERVICES
from cheguan.town.plans import applies_at, plan
from domain.calendar import local_day
from domain.identifiers import resident_id
from domain.identifiers.region import unit_of
from domain.periods import age_on
from domain.services.blocks.delivery.fields import PostDelivery
from domain.services.catalogue import CATALOGUE
from domain.services.choices import ONLINE
from domain.services.facts import AtCounter, ByPost
from domain.services.form import Form
from domain.services.reader import read_form
from domain.services.vehicle_contact_change.facts import VehicleContactChangeFacts

WEEK_OF_CLOSED_WINDOWS = datetime(2020, 2, 12, 12, 0, tzinfo=UTC)
WINDOWS_OPEN = datetime(2020, 2, 24, 2, 0, tzinfo=UTC)
YEARS_LATER = datetime(2026, 12, 25, 2, 0, tzinfo=UTC)
OWN = re.compile(r"[0-9]{11,17}[0-9X]?|豫..+|[0-9A-HJ-NPR-Z]{17}|.*@.*|.*号.*室|张三")
"""Numbers of people and vehicles, addresses, the name of the example's applicant."""


def read(drawn: Plan, at: datetime) -> Form:
    return read_form(filled_in(drawn, at), today=local_day(at))


_plan = cache(plan)
"""Some fates are rare, so many plans are looked at, each of them by several tests."""


def some(service: str, fate: Fate) -> list[Plan]:
    drawn = (_plan(7, number) for number in range(100_000))
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


@pytest.mark.parametrize("service", SERVICES)
def test_nothing_that_belongs_to_one_person_or_vehicle_is_left_of_the_example(service: str) -> None:
    for drawn in islice((p for p in map(partial(plan, 3), count()) if p.service == service), 20):
        at = applies_at(drawn)
        example = json.dumps(CATALOGUE[service].example(local_day(at)), ensure_ascii=False)
        sent = json.loads(filled_in(drawn, at))
        assert not {text for text in _texts(sent) if OWN.fullmatch(text) and text in example}


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("day", [WEEK_OF_CLOSED_WINDOWS, WINDOWS_OPEN, YEARS_LATER])
def test_who_applies_is_of_the_age_of_who_stands_in_the_example(
    service: str, day: datetime
) -> None:
    numbers = count(270_000 if service in BY_APPOINTMENT else 0)
    drawn = next(p for p in map(partial(plan, 3), numbers) if p.service == service)
    drawn = replace(drawn, slot=None)
    today = local_day(day)
    example = CATALOGUE[service].example(today)
    assert read(drawn, day).code() == service
    ages = [
        age_on(resident_id.parse(body["applicant"]["id_no"], today).born_on, today)
        for body in (example, json.loads(filled_in(replace(drawn, fate=Fate.STRAIGHT), day)))
        if body["applicant"]["id_type"] == "resident_id"
    ]
    assert len({(age >= 60, age >= 70) for age in ages}) == 1


def _texts(body: Any) -> Iterator[str]:
    if isinstance(body, dict | list):
        for part in body.values() if isinstance(body, dict) else body:
            yield from _texts(part)
    elif isinstance(body, str):
        yield body


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
        assert form.facts().channel in ONLINE
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
