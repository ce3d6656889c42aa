"""A citizen in a real browser finds his application, sends what is asked, and prints a receipt."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, WIDTHS, opened, violated
from tests.kit import files
from tests.kit.page_office import ID_NO


def sign_in(page: Page, site: Site) -> None:
    """Enters as the citizen of the demonstration, and opens the list of what is his."""
    page.request.post(
        f"{site.address}/session",
        form={"as": "citizen", "next": "/mine"},
        headers={"origin": site.address},
        max_redirects=0,
    )
    page.goto(f"{site.address}/mine?lang=zh")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_own_pages_shut_nobody_out(
    browser: Browser, own_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        sign_in(page, own_site)
        with page.expect_navigation():
            page.click("ol.queue a >> nth=0")
        case = page.url
        for address in (f"{own_site.address}/mine", case, f"{case}/receipt"):
            page.goto(f"{address}?lang={language}")
            for unfolds in page.query_selector_all("details:not([open]) > summary"):
                unfolds.click()
            assert page.evaluate(OVERFLOW) <= 0
            assert violated(page) == []


def test_a_correction_is_uploaded_and_sent_from_a_telephone_without_scripts(
    browser: Browser, own_site: Site, tmp_path: Path
) -> None:
    photo = tmp_path / "身份证.jpg"
    photo.write_bytes(files.jpeg())
    with opened(browser, 360, java_script_enabled=False) as page:
        sign_in(page, own_site)
        with page.expect_navigation():
            page.click("ol.queue a >> nth=0")
        assert "身份证正面反光，看不清号码" in page.inner_text(".action")
        page.set_input_files("#id_front", photo)
        page.click("#paper-id_front button")
        expect(page.locator(".upload img")).to_have_count(1)
        page.click("button[value=supply-correction]")
        expect(page.locator(".banner.success")).to_have_count(1)
        expect(page.locator("button[value=supply-correction]")).to_have_count(0)
        assert ID_NO not in page.content()
        assert ID_NO not in page.url
