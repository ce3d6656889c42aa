"""Who waits sees when it will be done and where the time has gone; who is late, what to do."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, opened, violated
from tests.browser.test_told import look_up, pictured

IN_THE_POST = "receive"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [1400, 360])
def test_the_dates_and_the_days_are_told_where_it_is_tracked(
    browser: Browser, waiting_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        look_up(page, waiting_site, waiting_site.told[IN_THE_POST], language)
        dates = page.locator(".expected")
        expect(dates.locator("dt").first).to_be_visible()
        expect(dates).to_contain_text("20")
        spent = page.locator(".spent")
        expect(spent.locator("li").first).to_be_hidden()
        spent.locator("summary").click()
        expect(spent.locator("li").first).to_be_visible()
        expect(spent.locator("li.post").first).to_be_visible()
        pictured(page, f"waiting-{width}-{language}")
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []


def enter_as_leader(page: Page, site: Site) -> None:
    page.request.post(
        f"{site.address}/session",
        form={"as": "supervisor"},
        headers={"origin": site.address},
        max_redirects=0,
    )


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [1400, 360])
def test_a_leader_finds_what_is_late_and_is_asked_what_is_done(
    browser: Browser, waiting_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        enter_as_leader(page, waiting_site)
        page.goto(f"{waiting_site.address}/desk?queue=warned&lang={language}")
        expect(page.locator("table.cases tbody tr")).to_have_count(1)
        pictured(page, f"warned-{width}-{language}")
        with page.expect_navigation():
            page.click("table.cases a >> nth=0")
        expect(page.locator(".banner.warning")).to_be_visible()
        pictured(page, f"warning-{width}-{language}")
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []


def test_what_he_does_is_written_down_and_the_case_goes_back(
    browser: Browser, waiting_site: Site
) -> None:
    with opened(browser, 1400, java_script_enabled=False) as page:
        enter_as_leader(page, waiting_site)
        page.goto(f"{waiting_site.address}/desk?queue=warned&lang=zh")
        with page.expect_navigation():
            page.click("table.cases a >> nth=0")
        page.click("summary:has-text('处置期限预警')")
        asked = page.locator("#do-answer-deadline-warning")
        asked.locator("select[name=measure]").select_option("taken_up")
        asked.locator("[name=done_by]").fill("2020-06-05")
        with page.expect_navigation():
            asked.locator("button[value=answer-deadline-warning]").click()
        expect(page.locator("main")).to_contain_text("期限预警已处置")
        expect(page.locator(".banner.warning")).to_have_count(0)
