"""A learner sees his rank in a real browser, and cancels his booking without scripts."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import Site
from tests.browser.test_mine import sign_in
from tests.browser.test_pages import OVERFLOW, WIDTHS, opened, violated

IN_FRONT, BEHIND = 0, 1
"""The bookings in the order of the list."""


def to_the_booking(page: Page, site: Site, which: int, language: str = "zh") -> str:
    sign_in(page, site)
    with page.expect_navigation():
        page.click(f"ol.queue a >> nth={which}")
    page.goto(f"{page.url}/examination?lang={language}")
    return page.url.partition("?")[0]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pages_of_an_examination_shut_nobody_out(
    browser: Browser, exam_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        for which in (IN_FRONT, BEHIND):
            to_the_booking(page, exam_site, which, language)
            page.click("details.dialog > summary")
            assert page.evaluate(OVERFLOW) <= 0
            assert violated(page) == []


def test_without_scripts_a_learner_sees_his_rank_and_cancels(
    browser: Browser, exam_site: Site
) -> None:
    with opened(browser, 360, java_script_enabled=False) as page:
        to_the_booking(page, exam_site, BEHIND)
        expect(page.locator("main")).to_contain_text("第 3 位（共 3 人预约，名额 2 个）")
        page.click("details.dialog > summary")
        with page.expect_navigation():
            page.click("button[value=cancel-exam-booking]")
        expect(page.locator(".banner.success")).to_have_count(1)
        to_the_booking(page, exam_site, IN_FRONT)
        expect(page.locator("main")).to_contain_text("第 2 位（共 3 人预约，名额 2 个）")
