"""The register of a city in a real browser: what is wrong is told, then entered, and closed."""

from contextlib import closing

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.every_page import enter
from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, opened, violated

PATH = "/prefecture/improvements?lang=zh"


@pytest.mark.requirement("R16")
def test_a_city_enters_a_problem_moves_its_day_and_closes_it(
    browser: Browser, live_site: Site
) -> None:
    """Without a script on a telephone, and then with one."""
    with closing(
        browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    ) as context:
        page = context.new_page()
        enter(page, live_site, "detachment")
        page.goto(f"{live_site.address}{PATH}")
        page.select_option("#area", "delivery")
        page.fill("#problem", "群众 13912345678 反映邮件迟到")
        page.fill("#action", "与邮政速递每日核对交接清单")
        page.select_option("#responsible", "410100")
        page.fill("#due_on", "2020-06-20")
        page.click("button:has-text('登记')")
        expect(page.locator(".errors")).to_contain_text("不得填写")
        expect(page.locator("#action")).to_have_value("与邮政速递每日核对交接清单")
        page.fill("#problem", "部分邮件交寄后三日未扫描")
        page.click("button:has-text('登记')")
        expect(page.locator("main")).to_contain_text("整改事项已登记")
    with opened(browser, 1400) as page:
        enter(page, live_site, "detachment")
        page.goto(f"{live_site.address}{PATH}")
        page.click("#still a:has-text('咨询电话无人接听')")
        page.locator("form:has-text('调整整改期限') #due_on").fill("2020-06-25")
        page.fill("#reason", "话机尚未到货")
        page.click("button:has-text('调整期限')")
        expect(page.locator("main")).to_contain_text("整改期限已调整")
        expect(page.locator("main")).to_contain_text("调整理由：话机尚未到货")
        page.fill("#learned", "排班应当与来电高峰一致")
        page.click("button:has-text('确认销号')")
        expect(page.locator("main")).to_contain_text("整改事项已销号")
        expect(page.locator("main")).to_contain_text("排班应当与来电高峰一致")
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []
        page.goto(f"{live_site.address}{PATH}")
