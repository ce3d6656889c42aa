"""A telephone is proven on a page of its own, where a service needs it."""

from tests.kit.applicants import browsing, sent, submitted, the_form, walked
from tests.kit.form_reading import Forms
from tests.kit.served import Service


async def test_whoever_is_not_identified_proves_his_telephone(service: Service) -> None:
    body = {**await service.example("driver_contact_change"), "user_kind": "web_registered"}
    body["new_mobile"] = "13900005678"
    async with browsing(service, "registered") as browser:
        check = await walked(browser, "driver_contact_change", body)
        assert check.text.count("已验证") == 2
        assert (await submitted(browser, check)).status_code == 303


async def test_wrong_digits_are_told_and_prove_nothing(service: Service) -> None:
    body = await service.example("driver_contact_change")
    async with browsing(service) as browser:
        await walked(browser, "driver_contact_change", body)
        page, form = await the_form(browser, "/apply/driver_contact_change/matter?change=1")
        answer = await sent(browser, page, form, new_mobile="13900005678")
        assert answer.headers["location"].endswith("/code-new-mobile-code?change=1")
        page, form = await the_form(browser, answer.headers["location"])
        asked = Forms((await sent(browser, page, form, send="yes")).text)
        right = asked.by_id["demo-digits"]
        entering = next(f for f in asked.forms if "digits" in f.names)
        wrong = "000000" if right != "000000" else "111111"
        for digits in (wrong, "12", ""):
            refused = await sent(browser, page, entering, digits=digits)
            assert refused.status_code == 422
            assert "验证码不正确" in refused.text
        proven = await sent(browser, page, entering, digits=right)
        assert proven.headers["location"] == "/apply/driver_contact_change/check"


async def test_no_digits_go_to_what_is_no_number(service: Service) -> None:
    pages = "/apply/vehicle_contact_change"
    async with browsing(service, "registered") as browser:
        for written in ("", "123", "１３９", "1" * 9_000):
            given = {"applicant.mobile": written, "new_mobile": written}
            for page in ("applicant", "matter"):
                await browser.post(f"{pages}/{page}", data=given)
            for page in ("code-sms-code", "code-new-mobile-code"):
                for answer in (
                    await browser.get(f"{pages}/{page}"),
                    await browser.post(f"{pages}/{page}", data={"send": "yes"}),
                    await browser.post(f"{pages}/{page}", data={"digits": "123456"}),
                ):
                    assert answer.status_code == 303, (written[:9], page, answer.status_code)
                    assert page not in answer.headers["location"]
