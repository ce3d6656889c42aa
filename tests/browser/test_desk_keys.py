"""The desk without a mouse: from the sign-in to a decision, and no key fires while one types."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import Site
from tests.browser.test_desk import first_case, sign_in
from tests.browser.test_pages import opened, violated

MOST_TABS = 80


def tab_to(page: Page, selector: str) -> None:
    """Goes on with Tab until the focus is on what is sought."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("sought => document.activeElement.matches(sought)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {MOST_TABS} tabs")


@contextmanager
def opened_by_a_stranger(browser: Browser) -> Iterator[Page]:
    """A page without the watch on its console: the refusal that offers the way in stands there."""
    context = browser.new_context(viewport={"width": 1400, "height": 800})
    try:
        yield context.new_page()
    finally:
        context.close()


def test_a_clerk_accepts_a_case_without_touching_a_mouse(browser: Browser, desk_site: Site) -> None:
    with opened_by_a_stranger(browser) as page:
        page.goto(f"{desk_site.address}/desk?lang=zh")
        tab_to(page, "button[value=clerk]")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{desk_site.address}/desk")
        tab_to(page, "a[href='/desk?queue=intake']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/desk?queue=intake")
        page.keyboard.press("j")
        expect(page.locator("[data-row]").first).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url("**/desk/case/*")
        page.keyboard.press("1")
        confirm = page.locator("button[name=act][value=accept-case]")
        expect(confirm).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(".banner.success")).to_contain_text("申请已受理")
        page.keyboard.press("q")
        expect(page).to_have_url(f"{desk_site.address}/desk")


def test_rows_are_walked_through_and_ticked(browser: Browser, desk_site: Site) -> None:
    with opened(browser, 1400) as page:
        sign_in(page, desk_site)
        page.goto(f"{desk_site.address}/desk?queue=all&lang=zh")
        rows = page.locator("[data-row]")
        page.keyboard.press("j")
        page.keyboard.press("j")
        expect(rows.nth(1)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(rows.nth(2)).to_be_focused()
        page.keyboard.press("k")
        page.keyboard.press("x")
        expect(page.locator("table.cases input:checked")).to_have_count(1)
        expect(page.locator("table.cases tbody tr >> nth=1").locator("input")).to_be_checked()


def test_the_keys_are_listed_in_a_dialog_and_on_a_page(browser: Browser, desk_site: Site) -> None:
    with opened(browser, 1400) as page:
        sign_in(page, desk_site)
        page.goto(f"{desk_site.address}/desk?lang=zh")
        page.keyboard.press("?")
        dialog = page.locator("dialog#keys")
        expect(dialog).to_be_visible()
        assert "领取下一件" in dialog.inner_text()
        assert violated(page) == []
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
    with opened(browser, 360, java_script_enabled=False) as page:
        sign_in(page, desk_site)
        page.goto(f"{desk_site.address}/desk?lang=zh")
        with page.expect_navigation():
            page.click("a[href='/desk/keys']")
        assert "领取下一件" in page.inner_text("main")


@pytest.mark.parametrize("typed", ["jnx?/1q"])
def test_no_key_fires_while_somebody_types(browser: Browser, desk_site: Site, typed: str) -> None:
    with opened(browser, 1400) as page:
        sign_in(page, desk_site)
        page.goto(f"{desk_site.address}/desk?lang=zh")
        page.keyboard.press("/")
        expect(page.locator("#number")).to_be_focused()
        page.keyboard.type(typed)
        expect(page.locator("#number")).to_have_value(typed)
        expect(page).to_have_url(f"{desk_site.address}/desk?lang=zh")
        first_case(page, desk_site, "intake")
        page.locator("summary", has_text="一次告知补正").click()
        page.locator("details[open] textarea").first.fill("")
        page.locator("details[open] textarea").first.focus()
        page.keyboard.type(typed)
        expect(page.locator("details[open] textarea").first).to_have_value(typed)
        expect(page.locator("details.dialog[open]")).to_have_count(1)
