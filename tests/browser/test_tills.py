"""A till in a real browser: its officer counts it, explains a difference, and another closes it."""

from contextlib import closing

from playwright.sync_api import Browser, expect

from tests.browser.every_page import enter
from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, opened, violated

MINE = "table a:has-text('demo-clerk')"


def test_a_till_is_counted_and_closed_by_another(browser: Browser, site: Site) -> None:
    """Without a script on a telephone, and then with one."""
    with closing(
        browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    ) as context:
        page = context.new_page()
        enter(page, site, "clerk")
        page.goto(f"{site.address}/counter/tills?lang=zh")
        page.click(MINE)
        page.fill("#cash_fen", "124")
        page.fill("#card_fen", "105.00")
        page.click("button:has-text('提交清点结果')")
        expect(page.locator("main")).to_contain_text("现金短款 1.00 元")
        expect(page.locator("#cash_fen")).to_have_value("124")
        page.select_option("#cause", "change")
        page.click("button:has-text('提交清点结果')")
        expect(page.locator("main")).to_contain_text("已清点，请其他人员复核结账")
        expect(page.locator("button:has-text('确认结账')")).to_have_count(0)
    with opened(browser, 1400) as page:
        enter(page, site, "supervisor")
        page.goto(f"{site.address}/counter/tills?lang=zh")
        page.click(MINE)
        expect(page.locator("main")).to_contain_text("找零差错")
        page.click("button:has-text('确认结账')")
        expect(page.locator("main")).to_contain_text("已结账（复核人：demo-supervisor）")
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []
