"""Unusual patterns are counted by city for officials, and so is what agencies completed."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import uuid4

import pytest
from msgspec.structs import replace

from domain.aggregates import CODEC
from domain.case.intake.events import CaseSubmitted
from domain.case.review.events import CaseApproved
from domain.code_purpose import CodePurpose
from domain.event_store.store import open_store
from domain.one_time_codes.mobile_code import MobileCode
from domain.people import Role
from tests.kit.life import Life
from tests.kit.plate_histories import plate_by_post
from tests.kit.served import NOW, Service
from tests.kit.stored import keep

PATH: Final = "/api/v1/statistics/supervision"
IN_JANUARY: Final = datetime(2020, 1, 6, 1, tzinfo=UTC)
JANUARY: Final = "?from=2020-01-01&to=2020-02-01"


async def told(service: Service, query: str = "") -> dict[str, Any]:
    await service.fold()
    by = {"authorization": service.bearer(Role.HQ, "hq", "41")}
    answer = await service.http.get(f"{PATH}{query}", headers=by)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def kept(service: Service, *lives: Life) -> None:
    async with open_store(service.url, CODEC) as store:
        await keep(store, list(lives))


def submitted(life: Life, **other: Any) -> None:
    first = life.envelopes[0]
    assert isinstance(first.event, CaseSubmitted)
    life.envelopes[0] = replace(first, event=replace(first.event, **other))


def of(person: int, number: int, mobile: bytes, service: str = "plate_reissue") -> Life:
    life = Life(service, number, NOW - timedelta(days=1))
    code = MobileCode(uuid4(), CodePurpose.SUBMISSION, mobile)
    submitted(life, mobile_codes=(code,), id_no_index=bytes([person]) * 16)
    return life


@pytest.mark.parametrize(
    ("people", "mobiles", "warned"),
    [
        ((1, 2, 3), (b"a", b"a", b"a"), {"one_mobile": 1}),
        ((1, 2, 2), (b"a", b"a", b"a"), {}),
        ((1, 2, 3), (b"a", b"a", b"b"), {}),
        ((1, 1, 1), (b"a", b"b", b"c"), {"often_reissued": 1}),
        ((1, 1, 2), (b"a", b"b", b"c"), {}),
    ],
)
async def test_one_number_for_many_and_many_reissues_for_one_are_warned_of(
    service: Service, people: tuple[int, ...], mobiles: tuple[bytes, ...], warned: dict[str, int]
) -> None:
    """Three of either stand out, and two do not. What came in before the week is not counted."""
    cases = zip(people, range(1, 4), mobiles, strict=True)
    await kept(service, *(of(*each) for each in cases))
    found = await told(service)
    assert found["all"]["supervision"] == warned
    by_city = {each["region"]: each["figures"]["supervision"] for each in found["regions"]}
    assert len(by_city) == 18
    assert by_city.pop("410100") == warned
    assert not any(by_city.values())
    assert (await told(service, JANUARY))["all"]["supervision"] == {}


async def test_other_applications_of_one_person_are_no_reissues(service: Service) -> None:
    numbers = range(1, 4)
    await kept(service, *(of(1, each, bytes([each]), "vehicle_contact_change") for each in numbers))
    assert (await told(service))["all"]["supervision"] == {}


async def test_a_decision_at_night_is_warned_of_and_one_by_day_is_not(service: Service) -> None:
    by_day, at_night = plate_by_post(1, IN_JANUARY), plate_by_post(2, IN_JANUARY)
    for place, each in enumerate(at_night.envelopes):
        if isinstance(each.event, CaseApproved):
            at_night.envelopes[place] = replace(each, at=each.at.replace(hour=15))
    await kept(service, by_day)
    assert (await told(service, JANUARY))["all"]["supervision"] == {}
    await kept(service, at_night)
    assert (await told(service, JANUARY))["all"]["supervision"] == {"after_hours": 1}


async def test_what_an_outlet_of_the_post_completed_is_done_by_an_agency(service: Service) -> None:
    assert (await told(service, JANUARY))["all"]["agency_share"] is None
    own, of_the_post = plate_by_post(1, IN_JANUARY), plate_by_post(2, IN_JANUARY)
    submitted(of_the_post, office="410100.ps1")
    await kept(service, own, of_the_post)
    found = await told(service, JANUARY)
    assert found["all"]["agency_share"] == 0.5
    (zhengzhou,) = (each for each in found["regions"] if each["region"] == "410100")
    assert zhengzhou["figures"]["agency_share"] == 0.5


async def test_only_officials_are_told_and_no_more_than_a_quarter(service: Service) -> None:
    by = {"authorization": service.bearer(Role.APPLICANT, "somebody")}
    assert (await service.http.get(PATH, headers=by)).status_code == 403
    assert (await service.http.get(PATH)).status_code == 401
    head = {"authorization": service.bearer(Role.HQ, "hq", "41")}
    for days in ("?from=2019-01-01", "?from=2020-02-03&to=2020-02-01"):
        assert (await service.http.get(f"{PATH}{days}", headers=head)).status_code == 422
