"""Whoever tracks an application asks about it there, on a telephone without scripts."""

from contextlib import closing

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, opened, violated
from tests.browser.test_told import look_up, pictured

_TIMES = 20
"""So often it is looked until the read model has heard of it."""
QUESTION = "补正材料已经准备好，是否可以到窗口提交？"


@pytest.mark.parametrize("width", [360, 1400])
def test_a_question_is_asked_where_the_application_is_tracked(
    browser: Browser, centre_site: Site, width: int
) -> None:
    with closing(
        browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    ) as context:
        page = context.new_page()
        look_up(page, centre_site, centre_site.reference, "zh")
        page.locator("summary", has_text="对本业务提出咨询").click()
        page.click("button:text-is('提交咨询')")
        expect(page.locator(".questions")).to_contain_text("咨询类别")
        page.select_option("#topic", "delivery")
        page.fill("#question", QUESTION)
        page.click("button:text-is('提交咨询')")
        expect(page.locator(".questions")).to_contain_text("已收到，谢谢。")
        expect(page.locator(".turns").first).to_contain_text(QUESTION)
    with opened(browser, width) as page:
        for _ in range(_TIMES):
            look_up(page, centre_site, centre_site.reference, "zh")
            if page.locator(".turns").count():
                break
        expect(page.locator(".turns").first).to_contain_text(QUESTION)
        page.locator("summary", has_text="对本业务提出咨询").click()
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []
        pictured(page, f"tracked-question-{width}")
