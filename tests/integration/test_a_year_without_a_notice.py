"""From Christmas on, deadlines lie in a year whose holidays nobody knows. The office goes on."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from domain.calendar import Calendar
from domain.event_store.transaction import Connection
from domain.holidays import LAST_YEAR
from domain.people import Role
from domain.services.blocks.fresh_numbers import with_fresh_numbers
from domain.services.catalogue import OPEN_SERVICES
from tests.kit.served import Service, served
from workers import timekeeper

CHRISTMAS = datetime(LAST_YEAR, 12, 25, 1, tzinfo=UTC)
LAST_OF_YEAR = datetime(LAST_YEAR, 12, 31, 1, tzinfo=UTC)
LATER = timedelta(days=60)


@pytest.fixture(params=[CHRISTMAS, LAST_OF_YEAR], ids=["on 25 December", "on 31 December"])
def now(request: pytest.FixtureRequest) -> datetime:
    found: datetime = request.param
    return found


@pytest.fixture
async def office(database_url: str, tmp_path: Path, now: datetime) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path, clock=lambda: now) as opened:
        yield opened


async def test_applications_are_taken_and_their_last_days_marked(office: Service) -> None:
    for code in {*OPEN_SERVICES} - {"vehicle_contact_change"}:
        body = with_fresh_numbers(await office.example(code), Random(code))
        answer = await office.submit(body, code)
        assert answer.status_code == 201, (code, answer.text)
    told = await office.submitted("vehicle_contact_change")
    reader = {"authorization": office.bearer(Role.CLERK)}
    case = (await office.http.get(f"/api/v1/cases/{told['id']}", headers=reader)).json()
    deadlines = {each["clock"]: each for each in case["deadlines"]}

    notice = deadlines["CORRECTION_NOTICE"]
    assert date.fromisoformat(notice["on"]).year == LAST_YEAR + 1
    assert notice["provisional"] is True
    assert str(LAST_YEAR + 1) in notice["note"]
    assert all(Calendar().is_working_day(date.fromisoformat(d["on"])) for d in deadlines.values())
    for each in deadlines.values():
        assert each["provisional"] is (date.fromisoformat(each["on"]).year > LAST_YEAR)


async def test_the_applicant_is_told_in_both_languages_why_a_day_may_move(
    office: Service,
) -> None:
    told = await office.submitted("vehicle_contact_change")
    corrected = await office.command(
        told["id"], "request-correction", 1, {"defects": [{"where": "id_front", "code": "missing"}]}
    )
    assert corrected.status_code == 200, corrected.text
    await office.fold()
    asked = {"reference": told["reference"], "last_four": await _last_four(office)}

    tracked = (await office.http.post("/api/v1/tracking", json=asked)).json()
    assert tracked["next"]["clock"] == "CORRECTION_REPLY"
    assert tracked["next"]["provisional"] is True
    for language, words in (("zh", "暂定日期"), ("en", "Provisional")):
        page = await office.http.post(
            "/track",
            data=asked,
            headers={"accept-language": language, "origin": "http://127.0.0.1"},
        )
        assert page.status_code == 200
        assert words in page.text


async def test_every_page_and_figure_is_there(office: Service) -> None:
    await office.submitted("vehicle_contact_change")
    await office.fold()
    for path in (
        "/",
        "/track",
        "/dashboard",
        "/services",
        "/services/plate_reissue",
        "/api/v1/statistics/now",
        f"/api/v1/statistics/throughput?from={LAST_YEAR}-12-01&to={LAST_YEAR + 1}-03-01",
    ):
        answer = await office.http.get(path)
        assert answer.status_code == 200, path


async def test_the_audit_page_marks_what_was_provisional_when_it_was_written(
    office: Service,
) -> None:
    told = await office.submitted("vehicle_contact_change")
    auditor = {"authorization": office.bearer(Role.AUDITOR)}
    history = (
        await office.http.get(f"/api/v1/audit/cases/{told['id']}/history", headers=auditor)
    ).json()
    assert history["events"][0]["rules"].endswith(f"+holidays-{LAST_YEAR}")


async def test_the_timekeeper_goes_on_in_a_year_without_a_notice(
    office: Service, connection: Connection, now: datetime
) -> None:
    told = await office.submitted("vehicle_contact_change")
    await office.fold()
    codec, door = office.registry.codec, office.desk.door
    assert await timekeeper.pass_deadlines(connection, codec, door, now) == 0
    async with served(office.url, office.secrets.parent, clock=lambda: now + LATER) as later:
        door = later.desk.door
        assert await timekeeper.pass_deadlines(connection, codec, door, now + LATER) == 1
        reader = {"authorization": office.bearer(Role.CLERK)}
        case: dict[str, Any] = (
            await later.http.get(f"/api/v1/cases/{told['id']}", headers=reader)
        ).json()
    assert case["stage"] == "accepted"


async def _last_four(office: Service) -> str:
    example = await office.example("vehicle_contact_change")
    last_four: str = example["applicant"]["id_no"][-4:]
    return last_four
