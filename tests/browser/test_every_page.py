"""Every page: nothing is off-screen, nobody is shut out, and nothing comes from elsewhere."""

import pytest
from playwright.sync_api import Browser, Request

from tests.browser.every_page import addresses, unseen
from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, WIDE_TABLES, WIDTHS, opened, violated

UNFOLD = "document.querySelectorAll('details').forEach((each) => (each.open = true))"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_shuts_nobody_out(
    browser: Browser, own_site: Site, width: int, language: str
) -> None:
    """Tables fit on a telephone, so that nobody has to find out that he can push them.

    Colours do not depend on the language, so each is measured in one of the two.
    """
    colours = (width, language) in {(1400, "zh"), (360, "en")}
    elsewhere: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((own_site.address, "data:")):
            elsewhere.append(request.url)

    with opened(browser, width) as page:
        page.on("request", note)
        for address in addresses(page, own_site, language):
            assert page.locator("h1").count() == 1, address
            assert page.evaluate(OVERFLOW) <= 0, address
            assert violated(page, colours=colours) == [], address
            page.evaluate(UNFOLD)
            assert page.evaluate(OVERFLOW) <= 0, address
            assert page.evaluate(WIDE_TABLES) == [], address
    assert elsewhere == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("width", "times", "query"), [(640, 2, "normal"), (1400, 1, "large"), (360, 1, "large")]
)
def test_large_text_stays_on_the_screen(
    browser: Browser, own_site: Site, language: str, width: int, times: int, query: str
) -> None:
    """A window of 1280 points at 200 per cent has room for 640 (WCAG 2.2, 1.4.10 and 1.4.4)."""
    with opened(browser, width, device_scale_factor=times) as page:
        page.goto(f"{own_site.address}/?size={query}")
        for address in addresses(page, own_site, language):
            page.evaluate(UNFOLD)
            assert page.evaluate(OVERFLOW) <= 0, address


def test_every_page_works_without_javascript(browser: Browser, own_site: Site) -> None:
    with opened(browser, 360, java_script_enabled=False) as page:
        for address in addresses(page, own_site, "zh"):
            assert page.locator("h1").count() == 1, address


def test_no_page_is_forgotten(own_site: Site) -> None:
    assert unseen(own_site.pages) == []
