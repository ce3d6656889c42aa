"""``/mine/{case}/appointment``: when somebody comes, until when he changes it, and his rank."""

from datetime import timedelta
from uuid import UUID

import pytest

from domain.calendar import local_day
from domain.case.case import CASE
from domain.people import Actor, Role
from tests.kit.form_reading import Forms
from tests.kit.own_booking import announced, booked, confirmed
from tests.kit.own_pages import OWNER, done, look, send
from tests.kit.served import NOW, Service
from tests.kit.window_cases import READER

OTHER = Actor(Role.APPLICANT, "other")
ON = local_day(NOW) + timedelta(days=7)


async def own(service: Service) -> Actor:
    """The applicant as his token says who he is."""
    token = service.bearer(Role.APPLICANT, OWNER).removeprefix("Bearer ")
    return (await service.desk.verifier.identify(token.encode())).actor


@pytest.fixture
async def case(service: Service) -> UUID:
    await announced(service.desk, ON, {"09": 3, "14": 2})
    await announced(service.desk, ON + timedelta(days=1), {"10": 4})
    found = await booked(service.desk, await own(service), 1, ON)
    await confirmed(service.desk, found)
    await service.fold()
    return found


async def test_an_appointment_says_when_where_and_until_when_it_is_changed(
    service: Service, case: UUID
) -> None:
    page = (await look(service, f"/mine/{case}/appointment")).text
    assert "3月2日 周一</time> 14:00至15:00" in page
    assert "预约成功" in page
    assert "2020年3月1日</time></b> 24 时" in page
    assert "预约不收费；检验费由检验机构按照公示的标准收取" in page
    assert "行驶证、交强险凭证、车船税纳税或者免税证明" in page
    assert "余 4 个" in page, "the day after it has free seats"
    assert (await look(service, f"/mine/{case}/appointment", "stranger")).status_code == 404
    assert f'href="/mine/{case}/appointment"' in (await look(service, f"/mine/{case}")).text


async def test_it_is_put_off_to_a_later_time_and_the_old_seat_is_free(
    service: Service, case: UUID
) -> None:
    later = ON + timedelta(days=1)
    path = f"/mine/{case}/appointment?on={later}"
    answer = await done(service, path, "postpone-booking")
    assert answer.status_code == 303, answer.text
    await service.fold()
    page = (await look(service, answer.headers["location"])).text
    assert "已经改期" in page
    assert "3月3日 周二</time> 10:00至11:00" in page


async def test_what_cannot_be_had_any_more_leaves_the_appointment_as_it_was(
    service: Service, case: UUID
) -> None:
    later = ON + timedelta(days=1)
    path = f"/mine/{case}/appointment"
    form = next(
        f
        for f in Forms((await look(service, f"{path}?on={later}")).text).forms
        if f.buttons.get("act") == "postpone-booking"
    )
    for number in range(4):
        await booked(service.desk, OTHER, 10 + number, later, "10")
    refused = await send(service, path, {**form.filled, "act": "postpone-booking"})
    assert refused.status_code == 409
    assert "原来的预约没有变动" in refused.text
    opened, _ = await service.desk.door.open(CASE, case, READER)
    assert opened.state.appointment is not None
    assert opened.state.appointment.on == ON


async def test_it_is_cancelled_and_the_seat_goes_to_others(service: Service, case: UUID) -> None:
    path = f"/mine/{case}/appointment"
    answer = await done(service, path, "withdraw-case")
    assert answer.status_code == 303, answer.text
    assert (await look(service, answer.headers["location"])).text.count("已取消预约") >= 1
    assert (await look(service, path)).headers["location"] == f"/mine/{case}"


async def test_whoever_waits_sees_his_rank_and_may_cancel(service: Service, case: UUID) -> None:
    await booked(service.desk, OTHER, 2, ON)
    await booked(service.desk, OTHER, 3, ON, waits=True)
    waiting = await booked(service.desk, await own(service), 4, ON, waits=True)
    await service.fold()
    page = (await look(service, f"/mine/{waiting}/appointment")).text
    assert "候补中" in page
    assert "第 2 位" in page
    assert "取消预约" in page
    assert "postpone-booking" not in page
