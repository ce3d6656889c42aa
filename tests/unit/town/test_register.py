"""The town's register has what lets an application pass, or what stands against it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from cheguan.town.applications import filled_in
from cheguan.town.fates import Fate
from cheguan.town.mix import SERVICES
from cheguan.town.plans import SHARES, plan
from cheguan.town.records import Records, failing, fitting
from cheguan.town.spoilt import spoilt
from domain.calendar import Calendar, local_day
from domain.identifiers import resident_id
from domain.services.archetype import Archetype
from domain.services.catalogue import CATALOGUE
from domain.services.given import Given
from domain.services.reader import read_form

DAYS = [datetime(2020, 2, day, 4, tzinfo=UTC) for day in (3, 14, 24)]
LATER = datetime(2026, 12, 25, 4, tzinfo=UTC)
PLANS = [plan(3, number) for number in (*range(2000), *range(270_000, 270_020))]
ASKED = [s for s in SERVICES if CATALOGUE[s].archetype is not Archetype.RESERVATION]
"""Of a number that is chosen the register is asked at the window, when it is used."""
PARTS = ("vehicle", "licence", "applicant")


def applied(service: str, at: datetime, fate: Fate) -> tuple[Given[Any], dict[str, Any]]:
    """An application of the town as the checks look at it, and its fields in the clear."""
    drawn = replace(next(each for each in PLANS if each.service == service), fate=fate, slot=None)
    body, today = filled_in(drawn, at), local_day(at)
    sent, form = msgspec.json.decode(body), read_form(body, today=today)
    told = {name: value for part in PARTS for name, value in sent.get(part, {}).items()}
    given = Given(
        facts=form.facts(),
        today=today,
        calendar=Calendar(),
        office=form.office(),
        applicant=b"he",
        name=b"his name",
        proven=True,
        born_on=born_on(told, today),
    )
    return given, told


def born_on(told: dict[str, Any], today: date) -> date | None:
    resident = told["id_type"] == "resident_id"
    return resident_id.parse(told["id_no"], today).born_on if resident else None


@pytest.mark.parametrize("service", ASKED)
@pytest.mark.parametrize("at", [*DAYS, LATER])
def test_the_register_has_nothing_against_who_goes_straight_through(
    service: str, at: datetime
) -> None:
    checks = CATALOGUE[service].checks
    given, told = applied(service, at, Fate.STRAIGHT)
    records = fitting(checks, given, told)
    assert not failing(checks, given, records)
    assert (records.vehicle is None) == ("vin" not in told)
    assert (records.licence is None) == ("licence_no" not in told)


@pytest.mark.parametrize("service", [s for s in ASKED if Fate.REFUSED in SHARES[s]])
def test_something_can_stand_against_everybody(service: str) -> None:
    checks = CATALOGUE[service].checks
    given, told = applied(service, DAYS[1], Fate.REFUSED)
    records = fitting(checks, given, told)
    against = spoilt(checks, given, records, plan(3, 1).draw("failing"))
    assert failing(checks, given, against)


def test_what_the_application_is_not_about_is_not_on_record() -> None:
    given, _ = applied("plate_reissue", DAYS[0], Fate.STRAIGHT)
    assert fitting(CATALOGUE["plate_reissue"].checks, given, {}) == Records(None, None)
