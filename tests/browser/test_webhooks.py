"""The headquarters enter a partner, hand over his secret, and pause and resume him."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, opened, violated


def pictured(page: Page, name: str) -> None:
    if folder := os.environ.get("CHEGUAN_TEST_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@pytest.mark.parametrize(("width", "scripts"), [(1400, True), (360, False)])
def test_a_partner_is_entered_tested_paused_and_resumed(
    browser: Browser, own_site: Site, width: int, scripts: bool
) -> None:
    with opened(browser, width, java_script_enabled=scripts) as page:
        page.request.post(
            f"{own_site.address}/session",
            form={"as": "hq"},
            headers={"origin": own_site.address},
            max_redirects=0,
        )
        page.goto(f"{own_site.address}/webhooks?lang=zh")
        page.fill("#partner", f"insurer-{width}")
        page.fill("#address", "https://hooks.insurer.example/cheguan")
        pictured(page, f"webhooks-{width}")
        with page.expect_navigation():
            page.click("#webhook button")
        assert page.inner_text("code.secret").startswith("whsec_")
        assert page.evaluate(OVERFLOW) <= 0
        pictured(page, f"webhook-secret-{width}")
        for button, told in (
            ("发送测试消息", "测试消息已安排发送"),
            ("暂停推送", "推送已暂停"),
            ("恢复推送并补发", "推送已恢复"),
        ):
            with page.expect_navigation():
                page.click(f".acts button:has-text('{button}')")
            assert told in page.inner_text("main [role=status]")
        assert page.locator("code.secret").count() == 0
        pictured(page, f"webhook-{width}")
        if scripts:
            assert violated(page) == []
