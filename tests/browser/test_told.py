"""What an applicant is told, in every state, on a wide screen and on a phone."""

import os
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, opened, violated
from tests.kit.page_office import ID_NO
from tests.kit.told_states import STORIES

TONES: Final = {
    "good": {"completed", "deferred"},
    "bad": {"unpaid", "not_corrected", "not_accepted", "refused", "upheld", "revoked"},
    "over": {"withdrawn"},
    "wait": {"withdrawal_denied", "green_denied", "receive", "not_delivered", "settle"},
}
HAS_NO_DUTY: Final = {*TONES["bad"], "withdrawn", "withdrawal_denied", "green_denied", "completed"}
HAS_NO_REMEDY: Final = {"withdrawn"}
PICTURES: Final = "CHEGUAN_TEST_PICTURES"
"""The folder into which pictures of the pages go, for whoever wants to look at them."""


def pictured(page: Page, name: str) -> None:
    """Takes a picture for whoever asks for one."""
    if folder := os.environ.get(PICTURES):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def look_up(page: Page, site: Site, reference: str, language: str) -> None:
    page.goto(f"{site.address}/track?lang={language}")
    page.fill("#reference", reference)
    page.fill("#last_four", ID_NO[-4:])
    with page.expect_navigation():
        page.click("main button")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [1400, 360])
def test_every_state_tells_what_to_do_or_what_was_decided(
    browser: Browser, told_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        for name, reference in told_site.told.items():
            look_up(page, told_site, reference, language)
            pictured(page, f"{name}-{width}-{language}")
            assert page.evaluate(OVERFLOW) <= 0, name
            tone = next((tone for tone, names in TONES.items() if name in names), "act")
            assert page.locator(f".standing .stage.{tone}").count() == 1, name
            assert page.locator(".action").count() == (name not in HAS_NO_DUTY), name
            decided = name in HAS_NO_DUTY - {"completed"}
            assert (page.locator(".ruling").count() > 0) == decided, name
            remedied = decided and name not in HAS_NO_REMEDY
            assert (page.locator(".remedies li").count() > 0) == remedied, name
            if (width, language) == (360, "zh"):
                assert violated(page) == [], name


def test_every_story_is_told(told_site: Site) -> None:
    assert told_site.told.keys() == STORIES.keys()
