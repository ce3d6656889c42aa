"""The bulletins on paper: one page of A4 each, in both languages."""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.site import Site
from tests.browser.test_pages import opened

_PAGES = re.compile(rb"/Type\s*/Page\b")
FILLED = """() => {
    const long = "申请人提交的材料不齐全或者不符合法定形式 Papers are incomplete";
    const grow = (list, most) => {
        while (list.children.length < most) list.append(list.lastElementChild.cloneNode(true));
    };
    for (const body of document.querySelectorAll("section > table > tbody")) grow(body, 18);
    const taken = [...document.querySelectorAll("ol.taken, ul.taken")];
    for (const list of taken) grow(list, list.tagName === "OL" ? 5 : 4);
    for (const told of document.querySelectorAll("#duties dd"))
        told.textContent = told.textContent.replace(/ (0|—)(?=[，;]|$)/g, " 123,456");
    document.querySelectorAll(".said dd")[2].textContent = Array(5).fill(long).join("；");
}"""
"""Makes of a bulletin one with as much in it as there may ever be."""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("place", ["", "/410100", "/411700"])
def test_a_bulletin_is_one_page_of_paper(
    browser: Browser, deciding_site: Site, place: str, language: str
) -> None:
    with opened(browser, 1400) as page:
        page.goto(f"{deciding_site.address}/bulletin/2020-06-01{place}?lang={language}")
        assert len(_PAGES.findall(page.pdf(prefer_css_page_size=True))) == 1
        page.evaluate(FILLED)
        assert len(_PAGES.findall(page.pdf(prefer_css_page_size=True))) == 1
        page.emulate_media(media="print")
        assert not page.locator(".top").is_visible()
        assert page.locator("#bulletin h1").is_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_weekly_report_is_one_page_of_paper(
    browser: Browser, deciding_site: Site, language: str
) -> None:
    with opened(browser, 1400) as page:
        page.goto(f"{deciding_site.address}/report/2020-W23?lang={language}")
        assert len(_PAGES.findall(page.pdf(prefer_css_page_size=True))) == 1
        page.emulate_media(media="print")
        assert not page.locator(".top").is_visible()
        assert page.locator("#bulletin h1").is_visible()
