"""The pages in a real browser: wide, narrow and large, by keyboard, without JavaScript."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.site import Site
from tests.kit.page_office import ID_NO

PATHS = (
    "/",
    "/track",
    "/openings?region=410300&on=2020-02-24",
    "/openings?service=reissue_replace",
    "/dashboard?paused=1",
    "/dashboard?paused=1&detail=1&region=410100",
    "/dashboard/fines",
    "/bulletin",
    "/bulletin/2020-03-06",
    "/bulletin/2020-03-06/410100",
    "/services",
    "/services/plate_reissue",
    "/problems",
    "/problems/moved-on",
    "/reference",
    "/reference/submitApplication",
    "/design",
    "/design?screen=wall",
    "/design?screen=paper",
)
WIDTHS = (1400, 360)
WIDE_TABLES = """[...document.querySelectorAll("table")]
    .filter((table) => table.getBoundingClientRect().right > innerWidth)
    .map((table) => table.innerText.slice(0, 40))"""
OVERFLOW = "document.scrollingElement.scrollWidth - innerWidth"


@contextmanager
def opened(browser: Browser, width: int, *, height: int = 800, **how: Any) -> Iterator[Page]:
    """Opens a page, which fails when it is left if the console or the network complained."""
    context = browser.new_context(viewport={"width": width, "height": height}, **how)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(failure(request)))
    try:
        yield page
    finally:
        context.close()
    assert [text for text in said if text] == []


def failure(request: Request) -> str:
    """Why nothing came. It is empty if the page was left before anything could."""
    why = request.failure or ""
    return "" if why == "net::ERR_ABORTED" else f"{request.url} {why}"


def track(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/track")
    page.fill("#reference", site.reference)
    page.fill("#last_four", ID_NO[-4:])
    with page.expect_navigation():
        page.click("main button")


def audit(page: Page, site: Site) -> None:
    """Enters as an auditor, as a demo allows. The refusal that offers it stands in the console."""
    with page.expect_navigation():
        page.click("button[value=auditor]")
    page.fill("#case", site.reference)
    with page.expect_navigation():
        page.click("main .ask button")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_wall_screen_shows_the_dashboard_whole(
    browser: Browser, site: Site, language: str
) -> None:
    with opened(browser, 1920, height=1080) as page:
        page.goto(f"{site.address}/dashboard?screen=wall&paused=1&lang={language}")
        assert page.evaluate(OVERFLOW) <= 0
        assert page.evaluate("document.scrollingElement.scrollHeight - innerHeight") <= 0


@pytest.mark.parametrize(("width", "language"), [(1400, "en"), (360, "zh")])
def test_what_was_looked_up_shuts_nobody_out(
    browser: Browser, site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        page.goto(f"{site.address}/?lang={language}")
        track(page, site)
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []


def violated(page: Page, *, colours: bool = True) -> list[tuple[str, str]]:
    """The rule and place of each violation, also of those that are only in the way.

    Measuring every colour takes longer than all other rules together.
    """
    rules = {"color-contrast": {"enabled": colours}}
    violations = Axe().run(page, options={"rules": rules}).response["violations"]
    return [
        (violation["id"], node["html"][:120])
        for violation in violations
        for node in violation["nodes"]
    ]


def test_tracking_works_without_javascript(browser: Browser, site: Site) -> None:
    with opened(browser, 360, java_script_enabled=False) as page:
        track(page, site)
        expect(page.locator(".timeline li")).to_have_count(4)


def test_a_wall_without_scripts_comes_again_by_itself(browser: Browser, site: Site) -> None:
    with opened(browser, 1400, java_script_enabled=False) as page:
        page.goto(f"{site.address}/dashboard?screen=wall")
        with page.expect_navigation(timeout=15_000):
            pass
        assert page.url == f"{site.address}/dashboard?screen=wall"


def test_whoever_pauses_a_dashboard_keeps_what_he_looks_at(browser: Browser, site: Site) -> None:
    with opened(browser, 1400) as page:
        page.goto(f"{site.address}/dashboard?region=410100")
        page.click(".pause a[href*=paused]")
        page.wait_for_url(f"{site.address}/dashboard?region=410100&paused=1")
        expect(page.locator("[data-lost]")).to_have_count(0)


def test_the_keyboard_reaches_the_content_and_the_form(browser: Browser, site: Site) -> None:
    with opened(browser, 1400) as page:
        page.goto(f"{site.address}/track")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "reference"
        outline = "getComputedStyle(document.activeElement).outlineWidth"
        assert page.evaluate(outline) == "3px"
        page.keyboard.type(site.reference)
        page.keyboard.press("Tab")
        page.keyboard.type(ID_NO[-4:])
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.locator(".timeline")).to_have_count(1)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_auditor_enters_looks_and_walks_through_a_case(
    browser: Browser, site: Site, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="en")
    page = context.new_page()
    page.goto(f"{site.address}/audit")
    assert violated(page) == []
    audit(page, site)
    assert page.url.startswith(f"{site.address}/audit?case=")
    expect(page.locator(".way li")).to_have_count(5)
    expect(page.locator("article.step")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollHeight") < 5_000
    assert page.evaluate(OVERFLOW) <= 0
    assert violated(page) == []
    with page.expect_navigation():
        page.click("a[rel=prev]")
    where = page.locator("a[rel=prev]").bounding_box()
    assert page.locator("article.step").get_attribute("id") == "v4"
    with page.expect_navigation():
        page.click("a[rel=prev]")
    assert page.locator("article.step").get_attribute("id") == "v3"
    assert page.locator("a[rel=prev]").bounding_box() == where
    page.focus("#step")
    page.keyboard.press("Home")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("article.step").get_attribute("id") == "v1"
    page.goto(f"{site.address}/audit/search?first=2020-03-01&last=2020-06-01")
    assert page.locator(".finds > li").count() > 1
    assert page.evaluate(OVERFLOW) <= 0
    assert violated(page) == []
    for path in ("/audit/risks?first=2020-03-01&risk=fallen&draw=2&seed=1", "/audit/day"):
        page.goto(f"{site.address}{path}")
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []
    with page.expect_navigation():
        page.click(".leave button")
    assert page.url == f"{site.address}/"
    context.close()
