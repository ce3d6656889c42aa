"""Whoever waits sees when it will be done, and where the time has gone, on every screen."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, opened, violated
from tests.browser.test_told import look_up, pictured

IN_THE_POST = "receive"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [1400, 360])
def test_the_dates_and_the_days_are_told_where_it_is_tracked(
    browser: Browser, waiting_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        look_up(page, waiting_site, waiting_site.told[IN_THE_POST], language)
        dates = page.locator(".expected")
        expect(dates.locator("dt").first).to_be_visible()
        expect(dates).to_contain_text("20")
        spent = page.locator(".spent")
        expect(spent.locator("li").first).to_be_hidden()
        spent.locator("summary").click()
        expect(spent.locator("li").first).to_be_visible()
        expect(spent.locator("li.post").first).to_be_visible()
        pictured(page, f"waiting-{width}-{language}")
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []
