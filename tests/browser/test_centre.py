"""The head of a network office centre and whoever waits for it, in real browsers."""

import re
import time
from contextlib import closing
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.every_page import enter
from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, WIDE_TABLES, opened, violated
from tests.kit.own_wait import FREE
from tests.kit.page_office import ID_NO

PATH: Final = "/prefecture/centre?lang=zh"
WITHIN_S: Final = 60
SIZES: Final = ((1400, 900), (1024, 768), (360, 800))
_REFERENCE: Final = re.compile(r"(?:[0-9A-Z]{4}-){3}[0-9A-Z]")


def without_scripts(browser: Browser, width: int) -> BrowserContext:
    return browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)


def unfold(page: Page, head: str) -> None:
    page.locator("details > summary", has_text=head).click()


def waits_told(page: Page, site: Site, reference: str) -> tuple[str, str]:
    """What the guide of the service and tracking say of the wait, as far as it is known."""
    page.goto(f"{site.address}/services/{FREE}?lang=zh")
    cities = page.locator("details.cities", has_text="网办中心")
    guide = ""
    if cities.count():
        cities.locator("summary").click()
        guide = cities.inner_text()
    page.goto(f"{site.address}/track?lang=zh")
    page.fill("#reference", reference)
    page.fill("#last_four", ID_NO[-4:])
    page.click("main button")
    told = page.locator("p.quiet", has_text="审核预计等待")
    return guide, told.inner_text() if told.count() else ""


def told_within(page: Page, site: Site, reference: str, text: str) -> tuple[str, str]:
    """Looks again until both pages say it, for as long as it may take them."""
    until = time.monotonic() + WITHIN_S
    while True:
        told = waits_told(page, site, reference)
        if all(text in each for each in told) or time.monotonic() > until:
            return told
        page.wait_for_timeout(500)


@pytest.mark.requirement("R17")
def test_a_centre_that_loses_half_its_staff_shows_the_longer_wait_within_a_minute(
    browser: Browser, centre_site: Site
) -> None:
    """Both sit at a telephone without a script. Half the staff doubles the wait."""
    with (
        closing(without_scripts(browser, 360)) as of_head,
        closing(without_scripts(browser, 360)) as of_citizen,
    ):
        head, citizen = of_head.new_page(), of_citizen.new_page()
        enter(citizen, centre_site, "citizen")
        citizen.goto(f"{centre_site.address}/mine?lang=zh")
        citizen.locator("ol.queue a").first.click()
        shown = citizen.locator("main").inner_text()
        found = _REFERENCE.search(shown)
        assert found, shown
        reference = found.group()
        enter(head, centre_site, "supervisor")
        head.goto(f"{centre_site.address}{PATH}")
        unfold(head, "安排班次")
        head.select_option("#shift", "evening")
        head.fill("#officers", "wang-1 li-2")
        head.click("button:has-text('确认排班')")
        expect(head.locator("main")).to_contain_text("已登记：排班")
        before = told_within(citizen, centre_site, reference, "约 1 个工作日")
        assert all("约 1 个工作日" in each for each in before), before
        unfold(head, "报告问题")
        head.select_option("#kind", "staff_shortage")
        head.click("button:text-is('报告')")
        expect(head.locator(".errors")).to_contain_text("填写缺员人数")
        head.fill("#lacking", "1")
        head.click("button:text-is('报告')")
        expect(head.locator("main")).to_contain_text("已登记：报告人员或者设备问题")
        after = told_within(citizen, centre_site, reference, "约 2 个工作日")
        assert all("约 2 个工作日" in each for each in after), after
        head.goto(f"{centre_site.address}{PATH}")
        head.click("button:has-text('登记解决')")
        expect(head.locator("main")).to_contain_text("已登记：登记解决措施")
        again = told_within(citizen, centre_site, reference, "约 1 个工作日")
        assert all("约 1 个工作日" in each for each in again), again


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_page_of_a_centre_fits_and_shuts_nobody_out(
    browser: Browser, centre_site: Site, width: int, height: int
) -> None:
    """Each form is unfolded, with what is wrong in one of them."""
    with opened(browser, width, height=height) as page:
        enter(page, centre_site, "supervisor")
        page.goto(f"{centre_site.address}{PATH}")
        for number in (f"WS-{width}", f"SC-{width}"):
            unfold(page, "登记启用设备")
            page.fill("#item", number)
            page.select_option("#equipment", "workstation")
            with page.expect_navigation():
                page.click("button:text-is('登记启用')")
        unfold(page, "报告问题")
        page.select_option("#kind", "equipment_fault")
        page.select_option("#which", f"WS-{width}")
        with page.expect_navigation():
            page.click("button:text-is('报告')")
        unfold(page, "发布新版工作规范")
        page.fill("#document_no", f"郑公交车管〔2020〕{width}号")
        with page.expect_navigation():
            page.click("button:text-is('发布')")
        for each in page.locator("details.panel > summary").all():
            each.click()
        assert page.evaluate(OVERFLOW) <= 0
        assert page.evaluate(WIDE_TABLES) == []
        assert violated(page) == []
