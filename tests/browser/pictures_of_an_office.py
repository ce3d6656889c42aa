"""``make pictures``: papers, the print queue, and a hall that is open."""

import pytest
from playwright.sync_api import Browser

from tests.browser.every_page import enter
from tests.browser.pictures import HALL, SIZES, taken
from tests.browser.site import Site
from tests.browser.test_hall import pressed, ready
from tests.browser.test_instruments import to_the_paper
from tests.browser.test_pages import opened


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_papers(browser: Browser, own_site: Site, size: str, language: str) -> None:
    """A notice of what is to be corrected, and what its code tells."""
    width, height = SIZES[size]
    with opened(browser, width, height=height) as page:
        to_the_paper(page, own_site)
        page.goto(f"{page.url}?lang={language}")
        taken(page, f"paper-{size}-{language}")
        code = page.inner_text(".verify .code")
        page.goto(f"{own_site.address}/verify?lang={language}")
        page.fill("input[name=code]", code)
        page.click("form.panel button")
        page.wait_for_selector(".verdict.good")
        taken(page, f"paper-verified-{size}-{language}")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_papers_that_wait(browser: Browser, print_site: Site, size: str, language: str) -> None:
    width, height = SIZES[size]
    with opened(browser, width, height=height) as page:
        enter(page, print_site, "clerk")
        page.goto(f"{print_site.address}/printing?lang={language}")
        taken(page, f"printing-{size}-{language}")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_a_hall_that_is_open(browser: Browser, site: Site, size: str, language: str) -> None:
    """Two wait, and one of them is called."""
    width, height = SIZES[size]
    work = f"{site.address}/hall/{HALL}/work"
    with opened(browser, width, height=height) as page:
        enter(page, site, "clerk")
        ready(page, site)
        for _ in range(2):
            page.goto(f"{work}?lang=zh")
            with page.expect_navigation():
                page.locator("[name=group][value=reissue_replace]").click()
        pressed(page, "叫下一号")
        for path, name in (("/work", "work"), ("/door", "door"), ("", "screen")):
            page.goto(f"{site.address}/hall/{HALL}{path}?lang={language}")
            taken(page, f"hall-{name}-{size}-{language}")
        page.set_viewport_size({"width": 1920, "height": 1080})
        page.goto(f"{site.address}/hall/{HALL}?screen=wall&lang={language}")
        taken(page, f"hall-screen-wall-{language}", whole=False)
