"""The prefecture console in a real browser: sign in, fill in, look at what it does, decide."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, WIDTHS, opened, violated

REASON = "全市疫情形势平稳，按步骤恢复窗口业务。"
FORM = "/prefecture?region=410100&decide=take-step"


def sign_in(page: Page, site: Site) -> None:
    """Enters as the detachment of Zhengzhou, as a demo allows."""
    page.request.post(
        f"{site.address}/session",
        form={"as": "detachment"},
        headers={"origin": site.address},
        max_redirects=0,
    )


def fill_in(page: Page, step: str, day: str) -> None:
    page.check(f"#step-{step}")
    page.fill("#effective_on", day)
    page.fill("#reason", REASON)
    page.fill("#document_no", "郑公交〔2020〕12号")


def press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.click(f"main button[value={button}]")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_city_takes_its_next_step_and_people_see_it(
    browser: Browser, deciding_site: Site, scripts: bool
) -> None:
    """Each run takes the step after the last, with a script and without."""
    step, name = ("first", "第一步") if scripts else ("second", "第二步")
    with opened(browser, 1400, java_script_enabled=scripts) as page:
        sign_in(page, deciding_site)
        page.goto(f"{deciding_site.address}/prefecture?lang=zh")
        page.click("main a:has-text('进入恢复步骤')")
        fill_in(page, step, "2020-06-01")
        press(page, "preview")
        assert page.locator("h1").inner_text() == "请确认：进入恢复步骤"
        assert REASON in page.inner_text("main")
        press(page, "edit")
        assert page.input_value("#reason") == REASON
        press(page, "preview")
        press(page, "decide")
        assert "决定已登记" in page.inner_text("main [role=status]")
        assert name in page.inner_text("main .summary")
        page.reload()
        page.click("main [role=status] a")
        assert name in page.inner_text("main .lead")


def test_what_is_wrong_stands_beside_its_field_and_the_keyboard_leads_there(
    browser: Browser, deciding_site: Site
) -> None:
    """The console of a browser complains of every refusal, so nobody listens to it here."""
    with browser.new_context() as context:
        page = context.new_page()
        sign_in(page, deciding_site)
        page.goto(f"{deciding_site.address}{FORM}&lang=zh")
        page.fill("#reason", REASON)
        with page.expect_navigation():
            page.focus("main button[value=preview]")
            page.keyboard.press("Enter")
        summary = page.locator(".errors a", has_text="生效日期")
        summary.focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "effective_on"
        assert page.get_attribute("#effective_on", "aria-invalid") == "true"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_of_the_console_scrolls_sideways_or_shuts_anybody_out(
    browser: Browser, deciding_site: Site, language: str, width: int
) -> None:
    with opened(browser, width) as page:
        sign_in(page, deciding_site)
        for path in ("/prefecture?region=410100", "/prefecture?region=411500", FORM):
            page.goto(f"{deciding_site.address}{path}&lang={language}")
            assert page.evaluate(OVERFLOW) <= 0, path
            assert violated(page) == [], path
