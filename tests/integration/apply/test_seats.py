"""``/apply/{service}/seats``: a day with a free seat is found before anything is filled in."""

from datetime import date, timedelta

import pytest

from domain.calendar import local_day
from domain.people import Actor, Role
from tests.kit.applicants import browsing, opened, sent
from tests.kit.own_booking import STATION, announced, booked
from tests.kit.prefectures import suspended_city
from tests.kit.served import NOW, Service

ADDRESS = "/apply/inspection_booking/seats"
ON = local_day(NOW) + timedelta(days=7)


async def said(service: Service, on: date | None = None) -> str:
    """The words of the page, as whoever has not signed in sees it."""
    query = f"?place={STATION}{f'&on={on}' if on else ''}"
    page = await service.http.get(f"{ADDRESS}{query}", headers={"accept-language": "zh"})
    assert page.status_code == 200, page.text
    return page.text


async def test_no_day_with_a_seat_is_a_normal_answer_that_says_what_to_do(
    service: Service,
) -> None:
    page = await said(service)
    assert "目前没有可以直接预约的日期" in page
    assert "也可以换一个地点" in page
    assert "各日名额尚未公布" in page


async def test_days_and_times_say_what_is_free_what_is_full_and_when_there_is_more(
    service: Service,
) -> None:
    await announced(service.desk, ON, {"09": 2, "14": 1})
    await announced(service.desk, ON + timedelta(days=1), {"09": 2}, later=5)
    await booked(service.desk, Actor(Role.APPLICANT, "other"), 1, ON, "14")
    await booked(service.desk, Actor(Role.APPLICANT, "other"), 2, ON, "14", waits=True)
    await service.fold()
    page = await said(service, ON)
    assert "余 2 个</b>" in page
    assert "余 2 个（共 2 个）" in page
    assert "约满，已有 1 人候补" in page
    assert "14:00</time> 放号" in page
    assert "目前没有可以直接预约的日期" not in page


async def test_a_place_that_is_closed_says_why_and_where_more_is_told(service: Service) -> None:
    await suspended_city(service.desk)
    page = await said(service)
    assert "暂停办理" in page
    assert "/openings?region=410100&amp;service=inspection_booking" in page
    assert "窗口业务暂停" in page


async def test_a_time_stands_in_the_application_of_whoever_takes_it(service: Service) -> None:
    await announced(service.desk, ON, {"09": 2})
    async with browsing(service) as citizen:
        page, found = await opened(citizen, f"{ADDRESS}?place={STATION}&on={ON}")
        form = next(f for f in found.forms if f.filled.get("period") == "09")
        answer = await sent(citizen, page, form)
        assert answer.headers["location"] == "/apply/inspection_booking/applicant"
        _, filled = await opened(citizen, "/apply/inspection_booking/matter")
        (matter,) = (f for f in filled.forms if f.method == "post")
        assert matter.filled["station_id"] == STATION
        assert matter.filled["slot_date-day"] == f"{ON.day:02}"


@pytest.mark.parametrize(
    ("service_code", "place"),
    [("vehicle_contact_change", STATION), ("inspection_booking", "410100.st1")],
)
async def test_where_there_are_no_such_seats_none_are_shown(
    service: Service, service_code: str, place: str
) -> None:
    page = await service.http.get(f"/apply/{service_code}/seats?place={place}")
    assert 'class="days"' not in page.text
