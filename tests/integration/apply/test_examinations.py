"""``/apply/{service}/examinations``: an announced examination is found and taken."""

from domain.people import Actor, Role
from tests.kit.applicants import browsing, opened, sent
from tests.kit.own_exam import SITE, announced, ranked, slot_in
from tests.kit.served import Service

ADDRESS = f"/apply/exam_booking/examinations?site={SITE}"


async def test_no_examination_to_book_is_a_normal_answer(service: Service) -> None:
    page = await service.http.get(ADDRESS, headers={"accept-language": "zh"})
    assert page.status_code == 200, page.text
    assert "目前没有可以预约的考试" in page.text
    assert "或者换一个考场" in page.text


async def test_an_announced_examination_is_taken_into_the_application(service: Service) -> None:
    slot = slot_in(service.desk, 20)
    await announced(service.desk, slot, 2)
    await ranked(service.desk, Actor(Role.APPLICANT, "other"), 1)
    await service.fold()
    async with browsing(service) as citizen:
        page, found = await opened(citizen, ADDRESS)
        assert "名额 2 个，已有 1 人预约" in page.text
        form = next(f for f in found.forms if f.filled.get("site_id") == SITE)
        answer = await sent(citizen, page, form)
        assert answer.headers["location"] == "/apply/exam_booking/applicant"
        _, filled = await opened(citizen, "/apply/exam_booking/matter")
        (matter,) = (f for f in filled.forms if f.method == "post")
        assert matter.filled["site_id"] == SITE
        assert matter.filled["exam_date-day"] == f"{slot.exam_on.day:02}"


async def test_where_nobody_is_examined_there_is_no_such_page(service: Service) -> None:
    answer = await service.http.get(f"/apply/vehicle_contact_change/examinations?site={SITE}")
    assert answer.status_code == 404
