"""A citizen chooses his plate number in a real browser, with and without scripts."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import Site
from tests.browser.test_mine import sign_in
from tests.browser.test_pages import OVERFLOW, WIDTHS, opened, violated

RESERVED, DRAWN, COMPOSED = 0, 1, 2
"""The applications in the order of the list: one with a number, and two in which he chooses."""


def to_the_choice(page: Page, site: Site, which: int) -> str:
    sign_in(page, site)
    page.click(f"ol.queue a >> nth={which}")
    page.goto(f"{page.url}/number?lang=zh")
    return page.url.partition("?")[0]


def clicked(page: Page, button: str) -> None:
    """Presses a button of the page, and waits for the page to which it leads."""
    with page.expect_navigation():
        page.click(f"main button[value={button}]")


def later(page: Page, site: Site, seconds: float) -> None:
    """Sets the clock of the town forward, as everybody may."""
    told = page.request.get(f"{site.address}/api/v1/demo/clock").json()
    at = datetime.fromisoformat(told["at"]) + timedelta(seconds=seconds)
    change(page, site, at=at.isoformat())


def change(page: Page, site: Site, **clock: str | int) -> None:
    answer = page.request.put(f"{site.address}/api/v1/demo/clock", data=clock)
    assert answer.ok, answer.text()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pages_of_a_choice_shut_nobody_out(
    browser: Browser, choosing_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        for which in (RESERVED, DRAWN, COMPOSED):
            path = to_the_choice(page, choosing_site, which)
            page.goto(f"{path}?lang={language}")
            assert page.evaluate(OVERFLOW) <= 0
            assert violated(page) == []


def test_whoever_composes_tries_with_the_keyboard_alone_and_hears_what_is_taken(
    browser: Browser, choosing_site: Site
) -> None:
    with opened(browser, 1400) as page:
        to_the_choice(page, choosing_site, COMPOSED)
        page.focus("#plate_no")
        page.keyboard.type("豫Ad10000")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.locator(".plate.big")).to_have_text("豫A·D10000")
        page.focus("button[value=choose-number]")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.locator(".banner.warning")).to_contain_text("已被他人预选")
        expect(page.locator(".tries b")).to_have_text("19")
        assert violated(page) == []


def test_with_scripts_the_seconds_run_down_and_their_end_is_said(
    browser: Browser, choosing_site: Site
) -> None:
    with opened(browser, 1400) as page:
        to_the_choice(page, choosing_site, DRAWN)
        clicked(page, "offer-numbers")
        expect(page.locator(".countdown")).to_contain_text("，还剩 90 秒")
        assert violated(page) == []
        change(page, choosing_site, speed=60)
        page.reload()
        expect(page.locator("[data-over]")).to_be_visible()
        expect(page.locator("button[value=look]")).to_be_disabled()
        change(page, choosing_site, speed=0)


def test_without_scripts_numbers_are_drawn_until_an_instant_and_one_is_reserved_in_the_end(
    browser: Browser, choosing_site: Site
) -> None:
    with opened(browser, 360, java_script_enabled=False) as page:
        path = to_the_choice(page, choosing_site, DRAWN)
        clicked(page, "offer-numbers")
        expect(page.locator(".offers .plate")).to_have_count(10)
        until = page.inner_text(".countdown b")
        assert re.fullmatch(r"\d\d:\d\d:\d\d", until)
        assert page.inner_text(".countdown [data-seconds]") == ""
        later(page, choosing_site, 91)
        page.goto(path)
        expect(page.locator(".banner.warning")).to_contain_text("请抽取下一批")
        clicked(page, "offer-numbers")
        page.check("#n4")
        chosen = page.inner_text("label[for=n4]")
        clicked(page, "look")
        expect(page.locator(".plate.big")).to_have_text(chosen)
        assert page.evaluate(OVERFLOW) <= 0
        clicked(page, "choose-number")
        expect(page.locator("h1")).to_have_text("号牌号码预选成功")
        expect(page.locator(".plate.big")).to_have_text(chosen)
        assert chosen.replace("·", "") not in page.url
