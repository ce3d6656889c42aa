"""A paper in a real browser: it is read, printed on one sheet of A4, and verified by its code."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.site import Site
from tests.browser.test_mine import sign_in
from tests.browser.test_pages import OVERFLOW, WIDTHS, opened, violated

PAPER = "补正材料一次告知书"


def to_the_paper(page: Page, site: Site) -> None:
    """The citizen of the demonstration opens the notice of what he is to correct."""
    sign_in(page, site)
    links = page.locator("ol.queue a").evaluate_all("all => all.map(each => each.href)")
    for link in links:
        page.goto(link)
        if page.locator(f"a:text-is('{PAPER}')").count():
            page.click(f"a:text-is('{PAPER}')")
            page.wait_for_selector("article.a4")
            return
    raise AssertionError(f"none of {links} has the paper")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_paper_is_read_and_verified(
    browser: Browser, own_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        to_the_paper(page, own_site)
        page.goto(f"{page.url}?lang={language}")
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []
        code = page.inner_text(".verify .code")
        page.goto(f"{own_site.address}/verify?lang={language}")
        page.fill("input[name=code]", code.lower())
        page.click("form.panel button")
        page.wait_for_selector(".verdict.good")
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []


def test_a_paper_is_printed_on_one_sheet(browser: Browser, own_site: Site) -> None:
    with opened(browser, 1400) as page:
        to_the_paper(page, own_site)
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type /Page\b", printed)) == 1


def test_its_file_is_downloaded(browser: Browser, own_site: Site) -> None:
    with opened(browser, 360) as page:
        to_the_paper(page, own_site)
        with page.expect_download() as download:
            page.click("a.button[href$='/pdf']")
        assert download.value.suggested_filename.startswith("correction_notice-")
        assert download.value.path().read_bytes()[:5] == b"%PDF-"
