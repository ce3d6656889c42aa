"""The link of a notice leads to tracking, and an officer sends again what nobody received."""

import pytest
from playwright.sync_api import Browser, Request

from tests.browser.site import Site
from tests.browser.test_pages import opened


def test_the_link_of_a_notice_fills_in_the_reference_and_no_server_hears_it(
    browser: Browser, own_site: Site
) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    with opened(browser, 360) as page:
        page.on("request", note)
        page.goto(f"{own_site.address}/track?lang=zh#{own_site.reference}")
        page.wait_for_selector("#last_four:focus")
        assert page.input_value("#reference") == own_site.reference
        assert own_site.reference not in page.url
        page.reload()
        assert own_site.reference not in page.url
    assert asked
    assert all(own_site.reference not in each.partition("#")[0] for each in asked)


def test_what_stands_behind_the_sign_and_is_no_reference_is_left_alone(
    browser: Browser, own_site: Site
) -> None:
    with opened(browser, 360) as page:
        page.goto(f"{own_site.address}/track#main")
        page.wait_for_load_state("networkidle")
        assert page.input_value("#reference") == ""


@pytest.mark.parametrize("scripts", [True, False])
def test_an_officer_sees_whom_a_notice_did_not_reach_and_sends_it_again(
    browser: Browser, own_site: Site, scripts: bool
) -> None:
    with opened(browser, 1400, java_script_enabled=scripts) as page:
        page.request.post(
            f"{own_site.address}/session",
            form={"as": "clerk"},
            headers={"origin": own_site.address},
            max_redirects=0,
        )
        page.goto(f"{own_site.address}/notices?lang=zh")
        with page.expect_navigation():
            page.click(".bignumbers a >> nth=0")
        assert "关机或者不在服务区" in page.inner_text("table.listing")
        page.click("table.listing a >> nth=0")
        page.wait_for_selector("ol.told")
        assert "138****" in page.inner_text("ol.told")
        with page.expect_navigation():
            page.click("ol.told button")
        assert "已安排重新发送" in page.inner_text("main [role=status]")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_officer_reads_a_text_and_has_a_sample_sent_to_himself(
    browser: Browser, own_site: Site, scripts: bool
) -> None:
    with opened(browser, 360, java_script_enabled=scripts) as page:
        page.request.post(
            f"{own_site.address}/session",
            form={"as": "clerk"},
            headers={"origin": own_site.address},
            max_redirects=0,
        )
        page.goto(f"{own_site.address}/notices/sample?lang=zh")
        page.select_option("#step", label="申请已受理")
        page.select_option("#language", "zh")
        with page.expect_navigation():
            page.click("main form[method=get] button")
        text = page.inner_text(".told-sample blockquote")
        assert text.startswith("【样例】【河南车管】")
        assert "已受理，将于2020年3月9日" in text
        with page.expect_navigation():
            page.click(".told-sample button")
        assert "样例已安排发送" in page.inner_text("main [role=status]")
        assert "最近一次样例：申请已受理" in page.inner_text("main")
