"""The window in a real browser: a clerk enters an application, checks it, and has a receipt."""

import pytest
from playwright.sync_api import Browser, Page

from api.pages.counter.entered import box_of, window_questions
from domain.services.catalogue import EVERY_SERVICE
from domain.services.window.originals import Original
from tests.browser.site import Site
from tests.browser.test_desk import sign_in
from tests.browser.test_pages import OVERFLOW, opened, violated
from tests.kit.filled_in import entries_of
from tests.kit.page_office import NOW


def typed(page: Page, name: str, value: str) -> None:
    """Fills in a field, whatever it is: a box, a list, or a choice."""
    field = page.locator(f'[name="{name}"]').first
    if field.get_attribute("type") in ("radio", "checkbox"):
        page.locator(f'[name="{name}"][value="{value}"]').check()
    elif field.evaluate("each => each.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)


@pytest.mark.parametrize(
    ("code", "scripts", "width"), [("exam_s1", False, 1400), ("temp_plate_w", True, 360)]
)
def test_a_clerk_takes_an_application_in_and_prints_its_receipt(
    browser: Browser, site: Site, code: str, scripts: bool, width: int
) -> None:
    body = EVERY_SERVICE[code].example(NOW.date())
    with opened(browser, width, java_script_enabled=scripts) as page:
        sign_in(page, site)
        page.goto(f"{site.address}/counter/{code}?lang=zh")
        for name, value in entries_of(body, window_questions()).items():
            if page.locator(f'[name="{name}"]').count():
                typed(page, name, value)
        for each in body["originals"]:
            page.check(f'[name="{box_of(Original(each))}"]')
        page.check("#declared")
        with page.expect_navigation():
            page.click("button[value=check]")
        if scripts:
            assert page.evaluate(OVERFLOW) <= 0
            assert violated(page) == []
        with page.expect_navigation():
            page.click("button[value=submit]")
        assert page.inner_text("article h1") == "受理回执"
        if scripts:
            assert page.evaluate(OVERFLOW) <= 0
            assert violated(page) == []
