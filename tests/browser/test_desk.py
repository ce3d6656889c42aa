"""The desk in a real browser: an officer finds a case and sees what is in it."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, WIDTHS, opened, violated
from tests.kit.page_office import ID_NO


def sign_in(page: Page, site: Site) -> None:
    """Enters as a clerk of Zhengzhou, as a demo allows."""
    page.request.post(
        f"{site.address}/session",
        form={"as": "clerk"},
        headers={"origin": site.address},
        max_redirects=0,
    )


def first_case(page: Page, site: Site, queue: str = "all") -> None:
    page.goto(f"{site.address}/desk?queue={queue}&lang=zh")
    with page.expect_navigation():
        page.click("table.cases a >> nth=0")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_queues_and_case_shut_nobody_out(
    browser: Browser, site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        sign_in(page, site)
        first_case(page, site)
        for address in (f"{site.address}/desk?queue=all", page.url):
            page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
            assert page.evaluate(OVERFLOW) <= 0
            for unfolds in page.query_selector_all("summary"):
                unfolds.click()
            assert page.evaluate(OVERFLOW) <= 0
            assert violated(page) == []


@pytest.mark.parametrize("scripts", [True, False])
def test_an_officer_finds_a_case_by_a_number_and_sees_it_unmasked_on_record(
    browser: Browser, site: Site, scripts: bool
) -> None:
    with opened(browser, 1400, java_script_enabled=scripts) as page:
        sign_in(page, site)
        page.goto(f"{site.address}/desk?lang=zh")
        page.fill("#number", ID_NO)
        with page.expect_navigation():
            page.click("button[value=find]")
        assert page.url == f"{site.address}/desk"
        with page.expect_navigation():
            page.click("table.cases a >> nth=0")
        assert ID_NO not in page.inner_text("main")
        page.click("summary:has-text('查看原文') >> nth=0")
        page.select_option("#purpose-applicant", "identity")
        with page.expect_navigation():
            page.click("details[open] button[value=reveal]")
        assert ID_NO in page.inner_text(".shown")
        assert "本次查看已记录" in page.inner_text(".shown")


def test_a_document_comes_as_a_download_and_the_sheet_stays(browser: Browser, site: Site) -> None:
    with opened(browser, 1400) as page:
        sign_in(page, site)
        first_case(page, site)
        sheet = page.url
        with page.expect_download() as downloaded:
            page.click("section[aria-labelledby=documents] a >> nth=0")
        assert downloaded.value.suggested_filename.startswith("id_front-")
        assert page.url == sheet
