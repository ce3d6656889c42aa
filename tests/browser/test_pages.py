"""The pages in a real browser: wide, narrow and large, by keyboard, without JavaScript."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from tests.browser.site import Site
from tests.kit.page_office import ID_NO

PATHS = (
    "/",
    "/track",
    "/dashboard?paused=1",
    "/dashboard?paused=1&detail=1&region=410100",
    "/services",
    "/services/plate_reissue",
    "/problems",
    "/problems/moved-on",
    "/reference",
    "/reference/submitApplication",
)
WIDTHS = (1400, 360)
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
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("size", ["normal", "large"])
def test_no_page_scrolls_sideways(
    browser: Browser, site: Site, language: str, width: int, size: str
) -> None:
    with opened(browser, width) as page:
        page.goto(f"{site.address}/?lang={language}&size={size}")
        for path in PATHS:
            page.goto(site.address + path)
            assert page.evaluate(OVERFLOW) <= 0, path
        track(page, site)
        assert page.evaluate(OVERFLOW) <= 0, "tracked"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_wall_screen_shows_the_dashboard_whole(
    browser: Browser, site: Site, language: str
) -> None:
    with opened(browser, 1920, height=1080) as page:
        page.goto(f"{site.address}/dashboard?screen=wall&paused=1&lang={language}")
        assert page.evaluate(OVERFLOW) <= 0
        assert page.evaluate("document.scrollingElement.scrollHeight - innerHeight") <= 0


@pytest.mark.parametrize(("width", "language"), [(1400, "en"), (360, "zh")])
def test_axe_finds_nothing(browser: Browser, site: Site, width: int, language: str) -> None:
    with opened(browser, width) as page:
        for path in (*PATHS, "/dashboard?paused=1&screen=wall"):
            page.goto(f"{site.address}{path}{'&' if '?' in path else '?'}lang={language}")
            assert violated(page) == [], path
        track(page, site)
        assert violated(page) == []


def violated(page: Page) -> list[tuple[str, str]]:
    """The rule and place of each violation, also of those that are only in the way."""
    violations = Axe().run(page).response["violations"]
    return [
        (violation["id"], node["html"][:120])
        for violation in violations
        for node in violation["nodes"]
    ]


def test_everything_works_without_javascript(browser: Browser, site: Site) -> None:
    with opened(browser, 360, java_script_enabled=False) as page:
        for path in PATHS:
            page.goto(site.address + path)
            assert page.locator("h1").count() == 1
        track(page, site)
        assert page.locator(".timeline li").count() == 4


def test_the_dashboard_comes_again_by_itself(browser: Browser, site: Site) -> None:
    with opened(browser, 1400, java_script_enabled=False) as page:
        page.goto(f"{site.address}/dashboard?region=410100")
        with page.expect_navigation(timeout=15_000):
            pass
        assert page.url == f"{site.address}/dashboard?region=410100"
        page.click(".pause")
        assert page.url == f"{site.address}/dashboard?region=410100&paused=1"


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
        assert page.locator(".timeline").count() == 1


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
    assert page.locator(".events > li").count() == 5
    assert page.evaluate(OVERFLOW) <= 0
    assert violated(page) == []
    with page.expect_navigation():
        page.click("a[rel=prev]")
    assert page.locator(".events > li").count() == 4
    with page.expect_navigation():
        page.click(".leave button")
    assert page.url == f"{site.address}/"
    context.close()
