"""What the register has of whoever applies is shown and not asked; when one may apply is told."""

from collections.abc import Mapping
from datetime import date, timedelta

import httpx
import pytest
from msgspec.structs import replace

from domain.door.request import own_request
from domain.licences.commands import EnterLicence
from domain.licences.licence import LICENCE
from domain.periods import add_months
from domain.register.streams import licence_stream
from domain.services.blocks.examples import ID_NO
from domain.vault import Purpose
from tests.kit.applicants import browsing, opened, sent, the_form
from tests.kit.register_records import normal_licence
from tests.kit.served import Service

RENEWAL = "/apply/licence_renewal"


async def entered(service: Service, valid_until: date) -> None:
    """The register has the licence of the person in whose name most examples apply."""
    record = replace(normal_licence(service.desk.today), valid_until=valid_until)
    stream = licence_stream(service.desk.names.of(Purpose.LICENCE, ID_NO))
    command = EnterLicence(record=record)
    await service.desk.door.handle(
        LICENCE, stream, command, own_request("import", stream, 0, command)
    )


async def identified(browser: httpx.AsyncClient, id_no: str = ID_NO) -> httpx.Response:
    page, form = await the_form(browser, f"{RENEWAL}/applicant")
    given = {
        "applicant.id_type": "resident_id",
        "applicant.id_no": id_no,
        "applicant.name": "张三",
        "applicant.mobile": "13800001234",
    }
    return await sent(browser, page, form, **given)


async def test_what_the_register_has_is_shown_and_not_asked(service: Service) -> None:
    until = add_months(service.desk.today, 1)
    await entered(service, until)
    async with browsing(service) as browser:
        await identified(browser)
        page, form = await the_form(browser, f"{RENEWAL}/licence")
        assert [name for name in form.names if name] == ["licence.file_no"]
        assert page.text.count("登记信息，无需填写") == 3
        assert f"{until.year}年{until.month}月{until.day}日" in page.text
        answer = await sent(browser, page, form, **{"licence.file_no": "410100123456"})
        assert answer.headers["location"] == f"{RENEWAL}/matter"


async def test_nothing_is_shown_of_a_number_that_the_sign_in_does_not_prove(
    service: Service,
) -> None:
    await entered(service, add_months(service.desk.today, 1))
    async with browsing(service, "organisation") as browser:
        page, form = await the_form(browser, "/apply/driving_permit_reissue/applicant")
        assert "登记信息" not in page.text
    async with browsing(service) as browser:
        await identified(browser, "410102195503154210")
        _, form = await the_form(browser, f"{RENEWAL}/licence")
        assert "licence.classes" in form.names


async def test_another_number_is_asked_about_anew(service: Service) -> None:
    await entered(service, add_months(service.desk.today, 1))
    async with browsing(service) as browser:
        await identified(browser)
        await identified(browser, "410102195503154210")
        _, form = await the_form(browser, f"{RENEWAL}/licence")
        assert "licence.classes" in form.names


async def test_who_comes_too_early_by_the_register_is_told_before_he_goes_on(
    service: Service,
) -> None:
    await entered(service, service.desk.today + timedelta(days=200))
    async with browsing(service) as browser:
        await identified(browser)
        page, form = await the_form(browser, f"{RENEWAL}/licence")
        answer = await sent(browser, page, form, **{"licence.file_no": "410100123456"})
        assert answer.status_code == 422
        assert "距离驾驶证有效期满超过九十日" in answer.text


def of_day(day: date) -> Mapping[str, str]:
    return {"day-year": f"{day:%Y}", "day-month": str(day.month), "day-day": str(day.day)}


@pytest.mark.parametrize(
    ("days", "said"),
    [(200, "您自"), (30, "您现在就可以办理"), (-30, "您现在就可以办理"), (-400, "届满")],
)
async def test_when_one_may_apply_is_told_before_anything_is_filled_in(
    service: Service, days: int, said: str
) -> None:
    async with browsing(service, None) as browser:
        await opened(browser, RENEWAL)
        day = service.desk.today + timedelta(days=days)
        answer = await browser.post(RENEWAL, data={**of_day(day)})
        assert answer.status_code == 200
        assert said in answer.text
        assert answer.url.query == b""
        if days == 200:
            first = day - timedelta(days=90)
            assert f"{first.year}年{first.month}月{first.day}日" in answer.text


async def test_a_day_that_does_not_exist_is_told(service: Service) -> None:
    async with browsing(service, None) as browser:
        answer = await browser.post(
            RENEWAL, data={"day-year": "2020", "day-month": "2", "day-day": "31"}
        )
        assert answer.status_code == 422
        assert "日期不存在" in answer.text
        assert 'value="31"' in answer.text
        other = await browser.post("/apply/plate_reissue", data={"day-year": "2020"})
        assert other.status_code == 303
