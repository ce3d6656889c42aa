"""The print queue in a real browser: a clerk prints what waits, each paper on its own sheet."""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.site import Site
from tests.browser.test_desk import sign_in
from tests.browser.test_pages import OVERFLOW, WIDTHS, opened, violated


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_clerk_prints_what_waits(
    browser: Browser, print_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        sign_in(page, print_site)
        page.goto(f"{print_site.address}/printing?lang={language}")
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []
        boxes = page.locator("ul.jobs input[type=checkbox]")
        assert boxes.count() == 2
        for box in boxes.all():
            box.check()
        page.locator("button[value=print]").first.click()
        page.wait_for_selector("article.a4")
        assert page.locator("article.a4").count() == 2
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type /Page\b", printed)) == 2
