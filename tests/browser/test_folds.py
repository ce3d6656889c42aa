"""The dashboard folds on a telephone. Nothing of it is lost, and links open what they lead to."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import Site
from tests.browser.test_live import looked_at
from tests.browser.test_pages import OVERFLOW, opened, violated

LONGEST_PX = 6_000
"""It was 29,000 px long with everything open."""
HEIGHT = "document.scrollingElement.scrollHeight"
FOLDS = "details.fold"
LED_TO = "nav.jump a[href='#{}']"
TOP = "id => document.getElementById(id).getBoundingClientRect().top"


def dashboard(page: Page, site: Site, query: str = "", place: str = "") -> None:
    page.goto(f"{site.address}/dashboard?paused=1&region=410100{query}{place}")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_telephone_gets_a_short_page_whose_parts_unfold(
    browser: Browser, site: Site, language: str
) -> None:
    with opened(browser, 360) as page:
        dashboard(page, site, f"&lang={language}")
        expect(page.locator(f"{FOLDS}[open]")).to_have_count(0)
        assert page.evaluate(HEIGHT) < LONGEST_PX
        assert violated(page) == []
        for summary in page.locator(f"{FOLDS} > summary").all():
            summary.click()
        expect(page.locator(f"{FOLDS}:not([open])")).to_have_count(0)
        assert page.evaluate(HEIGHT) > LONGEST_PX
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []


def test_a_link_opens_the_part_that_it_leads_to(browser: Browser, site: Site) -> None:
    with opened(browser, 360) as page:
        dashboard(page, site)
        page.click(LED_TO.format("services"))
        expect(page.locator("#by-service-table tbody tr").first).to_be_visible()
        assert abs(page.evaluate(TOP, "services")) < 2
        expect(page.locator(f"{FOLDS}[open]")).to_have_count(1)
        page.locator("details.fold:has(#services) > summary").click()
        page.click(LED_TO.format("services"))
        expect(page.locator("#by-service-table tbody tr").first).to_be_visible()
        page.click(LED_TO.format("meanings"))
        assert page.locator("#meanings").evaluate("each => each.open")


def test_an_address_opens_the_part_that_it_names(browser: Browser, site: Site) -> None:
    with opened(browser, 360) as page:
        dashboard(page, site, place="#cities")
        expect(page.locator("#by-city-table tbody tr").first).to_be_visible()
        assert abs(page.evaluate(TOP, "cities")) < 2


def test_on_a_wide_screen_everything_stands_open_and_no_summary_is_seen(
    browser: Browser, site: Site
) -> None:
    with opened(browser, 1400) as page:
        dashboard(page, site)
        expect(page.locator(f"{FOLDS}:not([open])")).to_have_count(0)
        assert not any(each.is_visible() for each in page.locator(f"{FOLDS} > summary").all())
        page.set_viewport_size({"width": 360, "height": 800})
        expect(page.locator(f"{FOLDS}[open]")).to_have_count(0)
        page.set_viewport_size({"width": 1400, "height": 900})
        expect(page.locator(f"{FOLDS}:not([open])")).to_have_count(0)


@pytest.mark.parametrize("width", [1400, 360])
def test_without_scripts_nothing_is_lost(browser: Browser, site: Site, width: int) -> None:
    with opened(browser, width, java_script_enabled=False) as page:
        dashboard(page, site)
        for place in ("stock", "measures", "compared", "period-charts", "services", "cities"):
            expect(page.locator(f"#{place}")).to_be_visible()


def test_what_the_reader_has_folded_stays_so_while_figures_move(
    browser: Browser, live_site: Site
) -> None:
    with looked_at(browser, live_site, "/dashboard?lang=zh") as page:
        page.set_viewport_size({"width": 360, "height": 800})
        expect(page.locator(f"{FOLDS}[open]")).to_have_count(0)
        page.locator("details.fold:has(#stock) > summary").click()
        stands = page.inner_text("#stands")
        live_site.submit()
        page.wait_for_function(
            "text => document.querySelector('#stands').innerText !== text", arg=stands
        )
        assert page.locator(f"{FOLDS}[open]").count() == 1
        assert page.locator("#present-table tbody tr").first.is_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_services_tell_fee_and_time_on_a_telephone(
    browser: Browser, site: Site, language: str
) -> None:
    fee, term = ("费用", "办理期限") if language == "zh" else ("Fee", "Term")
    with opened(browser, 360) as page:
        page.goto(f"{site.address}/services?lang={language}")
        for title in (fee, term):
            told = page.locator(".catalogue li").first.get_by_text(title, exact=True)
            expect(told).to_be_visible()
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []
