"""An officer answers a question in a real browser, and whoever asked reads and rates the answer."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import Site
from tests.browser.test_mine import sign_in
from tests.browser.test_pages import opened


def as_clerk(page: Page, site: Site) -> None:
    page.request.post(
        f"{site.address}/session",
        form={"as": "clerk", "next": "/enquiries"},
        headers={"origin": site.address},
        max_redirects=0,
    )
    page.goto(f"{site.address}/enquiries?lang=zh")


@pytest.mark.requirement("R19")
def test_the_answer_about_an_application_is_one_sentence_and_is_rated(
    browser: Browser, own_site: Site
) -> None:
    with opened(browser, 1400, java_script_enabled=False) as page:
        as_clerk(page, own_site)
        expect(page.locator("ol.queue li")).to_have_count(3)
        expect(page.locator("ol.queue li").first).to_contain_text("推诿警报")
        links = [link.get_attribute("href") for link in page.locator("ol.queue a").all()]
        for link in links:
            page.goto(f"{own_site.address}{link}")
            if page.locator("#about").count():
                break
        sentence = page.input_value("#answer")
        assert sentence.startswith("延期换领驾驶证业务现在待补正。")
        page.check("#outcome-explained")
        with page.expect_navigation():
            page.click("button[value=answer-enquiry]")
        expect(page.locator(".standing")).to_contain_text("已答复")
        sign_in(page, own_site)
        page.goto(f"{own_site.address}/mine{link}")
        expect(page.locator(".turns .office .said")).to_have_text(sentence)
        page.check("#satisfaction-very_good")
        with page.expect_navigation():
            page.click("button[value=rate-enquiry]")
        expect(page.locator("main")).to_contain_text("您的评价：非常满意")


@pytest.mark.requirement("R15")
def test_a_call_is_taken_down_on_a_telephone_and_has_its_handler(
    browser: Browser, own_site: Site
) -> None:
    with opened(browser, 360) as page:
        as_clerk(page, own_site)
        page.select_option("#topic", "opening")
        page.fill("#question", "请问县车管所窗口开放了吗？")
        page.fill("#mobile", "13900001111")
        with page.expect_navigation():
            page.click("button[value=take-down]")
        expect(page.locator("h1")).to_have_text("窗口开放和预约")
        expect(page.locator(".standing")).not_to_contain_text("未明确")
        with page.expect_navigation():
            page.click("button[value=show-caller]")
        expect(page.locator("#caller + dl")).to_contain_text("13900001111")
