"""A citizen looks for a free seat, puts his appointment off and cancels it in a real browser."""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import Site
from tests.browser.test_mine import sign_in
from tests.browser.test_pages import OVERFLOW, WIDTHS, opened, violated
from tests.kit.own_booking import STATION
from tests.kit.page_office import NOW

CONFIRMED, WAITING = 0, 1
"""The applications in the order of the list."""
SEATS = f"/apply/inspection_booking/seats?place={STATION}"
LATER = (NOW + timedelta(days=9)).date()


def to_the_appointment(page: Page, site: Site, which: int, language: str = "zh") -> str:
    sign_in(page, site)
    with page.expect_navigation():
        page.click(f"ol.queue a >> nth={which}")
    page.goto(f"{page.url}/appointment?lang={language}")
    return page.url.partition("?")[0]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pages_of_an_appointment_shut_nobody_out(
    browser: Browser, booking_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        page.goto(f"{booking_site.address}{SEATS}&on={LATER}&lang={language}")
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []
        for which in (WAITING, CONFIRMED):
            path = to_the_appointment(page, booking_site, which, language)
            for query in ("", f"?on={LATER}"):
                page.goto(f"{path}{query}")
                for unfolds in page.query_selector_all("details:not([open]) > summary"):
                    unfolds.click()
                assert page.evaluate(OVERFLOW) <= 0
                assert violated(page) == []


def test_days_say_in_words_what_is_free_full_or_to_come(
    browser: Browser, booking_site: Site
) -> None:
    with opened(browser, 360, java_script_enabled=False) as page:
        page.goto(f"{booking_site.address}{SEATS}&lang=zh")
        said = " ".join(page.inner_text("ol.days").split())
        for words in (
            "6月4日 周四 余 5 个",
            "6月5日 周五 约满，可候补",
            "6月10日 周三 余 29 个",
            "放号",
            "尚未公布",
        ):
            assert words in said
        with page.expect_navigation():
            page.click("ol.days li.full a")
        expect(page.locator(".periods")).to_contain_text("约满，已有 2 人候补")
        expect(page.locator(".periods button")).to_have_count(0)
        with page.expect_navigation():
            page.click("button[value=citizen]")
        expect(page.locator(".periods button")).to_have_count(1)


def test_a_seat_is_taken_into_the_application_with_the_keyboard_alone(
    browser: Browser, booking_site: Site
) -> None:
    with opened(browser, 1400) as page:
        sign_in(page, booking_site)
        page.goto(f"{booking_site.address}{SEATS}&lang=zh")
        page.focus(f"ol.days a[href*='on={LATER}']")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.focus(".periods button >> nth=1")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url.startswith(f"{booking_site.address}/apply/inspection_booking/")
        page.goto(f"{booking_site.address}/apply/inspection_booking/matter")
        expect(page.locator("#station_id")).to_have_value(STATION)
        expect(page.locator("#slot_date-day")).to_have_value("10")
        expect(page.locator("input[name=slot_period]:checked")).to_have_value("10")


def test_without_scripts_it_is_put_off_and_then_cancelled(
    browser: Browser, booking_site: Site
) -> None:
    with opened(browser, 360, java_script_enabled=False) as page:
        path = to_the_appointment(page, booking_site, CONFIRMED)
        expect(page.locator("#when")).to_contain_text("6月4日")
        page.goto(f"{path}?on={LATER}")
        with page.expect_navigation():
            page.click("button[value=postpone-booking] >> nth=0")
        expect(page.locator(".banner.success")).to_contain_text("已经改期")
        expect(page.locator("#when")).to_contain_text("6月10日")
        page.click("details.dialog > summary")
        with page.expect_navigation():
            page.click("button[value=withdraw-case]")
        expect(page.locator(".banner.success")).to_contain_text("取消")
