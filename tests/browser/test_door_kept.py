"""A tablet that has opened the door of a hall once opens it without a connection too."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import Error as PlaywrightError

from tests.browser.site import Site
from tests.browser.test_hall import DOOR, OFFICE, TABLET, TAPPED, WORK, enter, ready
from tests.browser.test_pages import opened

KEPT_A_DAY_AGO: Final = """async () => {
    const [name] = (await caches.keys()).filter((each) => each.startsWith("/hall/"));
    const cache = await caches.open(name);
    const html = await (await cache.match(location.pathname)).text();
    const older = html.replace(/data-kept-at="\\d+"/, `data-kept-at="${Date.now() - 86400000}"`);
    const page = older.replace(/data-speed="[^"]*"/, 'data-speed="1"');
    const headers = {"content-type": "text/html"};
    await cache.put(location.pathname, new Response(page, {headers}));
}"""


@pytest.fixture
def tablet(browser: Browser, site: Site) -> Iterator[Page]:
    """A tablet that has opened the page of the door once, and has kept it."""
    context = browser.new_context(viewport=TABLET)
    try:
        page = context.new_page()
        enter(page, site, "clerk")
        page.goto(f"{site.address}{DOOR}?lang=zh")
        assert page.evaluate("navigator.serviceWorker.ready.then((it) => it.scope)").endswith(DOOR)
        yield page
    finally:
        context.close()


@pytest.mark.requirement("R23")
def test_a_tablet_that_was_opened_once_opens_without_a_connection(
    browser: Browser, tablet: Page, site: Site
) -> None:
    """What is typed then arrives once each, and no other page is kept."""
    with opened(browser, 1400) as officer:
        enter(officer, site, "clerk")
        ready(officer, site)
    tablet.reload()
    before = int(tablet.locator("[data-told=admitted]").inner_text())
    tablet.context.set_offline(True)
    tablet.reload()
    expect(tablet.locator(".keys.well")).to_have_css("display", "grid")
    tablet.evaluate(TAPPED, 20)
    expect(tablet.locator("[data-line]")).to_contain_text("20 待上传")
    tablet.reload()
    expect(tablet.locator("[data-line]")).to_contain_text("20 待上传")
    tablet.context.set_offline(False)
    expect(tablet.locator("[data-line]")).to_have_text("已全部上传", timeout=20_000)
    tablet.reload()
    expect(tablet.locator("[data-told=admitted]")).to_have_text(str(before + 20))
    tablet.context.set_offline(True)
    with pytest.raises(PlaywrightError, match="ERR_INTERNET_DISCONNECTED"):
        tablet.goto(f"{site.address}{WORK}")


def test_a_page_that_was_kept_on_an_earlier_day_counts_for_today(tablet: Page) -> None:
    day = tablet.locator("form.door").get_attribute("data-day") or ""
    tablet.context.set_offline(True)
    tablet.evaluate(KEPT_A_DAY_AGO)
    tablet.reload()
    expect(tablet.locator("form.door")).to_have_attribute("data-day", day)
    expect(tablet.locator("[data-told=admitted]")).to_have_text("0")
    tablet.evaluate(TAPPED, 1)
    expect(tablet.locator("[data-line]")).to_contain_text("1 待上传")
    tomorrow = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    assert tablet.evaluate("Object.keys(localStorage)") == [f"hall-{OFFICE}-{tomorrow}"]
