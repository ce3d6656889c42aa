"""A driver in a real browser answers to a violation, and sees what his fine comes to."""

from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect

from domain.identifiers.plate import PlateKind
from tests.browser.site import Site
from tests.browser.test_desk import sign_in as officer_sign_in
from tests.browser.test_mine import sign_in
from tests.browser.test_pages import OVERFLOW, WIDE_TABLES, WIDTHS, opened, violated
from tests.kit.own_penalties import ANSWER, LATE_DECISION, PLACE, PLATE, SLIGHT, STATEMENT, VIN
from tests.kit.page_office import ID_NO

CASES = "ol.queue a"


HEARD = "已告知"
DISPUTED = {"zh": "陈述申辩复核中", "en": "Statement being looked at"}


def open_case(page: Page, site: Site, stage: str, number: int = 0) -> str:
    """Signs in, and opens the case that stands at the stage of these words."""
    sign_in(page, site)
    with page.expect_navigation():
        page.click(f'ol.queue li:has(.left:has-text("{stage}")) a >> nth={number}')
    return page.url


def open_until(page: Page, site: Site, place: str) -> str:
    """Opens the first case with shown facts on whose page there is such a place."""
    for number in range(3):
        case = open_case(page, site, HEARD, number)
        if page.locator(place).count():
            return case
    raise AssertionError(place)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_penalties_shut_nobody_out(
    browser: Browser, penal_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        sign_in(page, penal_site)
        for link in [each.get_attribute("href") for each in page.locator(CASES).all()]:
            page.goto(f"{penal_site.address}{link}?lang={language}")
            expect(page.locator("#penalty-facts, #penalty-decision")).not_to_have_count(0)
            for unfolds in page.query_selector_all("details:not([open]) > summary"):
                unfolds.click()
            assert page.evaluate(OVERFLOW) <= 0
            assert violated(page) == []


def test_a_late_fine_is_asked_for_as_it_stands_today(browser: Browser, penal_site: Site) -> None:
    with opened(browser, 1400) as page:
        open_case(page, penal_site, "待缴费")
        decision = page.locator("section:has(#penalty-decision)")
        expect(decision).to_contain_text(LATE_DECISION)
        rows = decision.locator("tbody tr").all_inner_texts()
        cells = [row.split("\t") for row in rows]
        assert [(late, added, total) for _, late, added, total in cells] == [
            ("截止日当日", "0.00 元", "200.00 元"),
            ("逾期第1天", "6.00 元", "206.00 元"),
            ("逾期第10天", "60.00 元", "260.00 元"),
            ("逾期第34天，此后不再增加", "200.00 元", "400.00 元"),
        ]
        expect(decision.locator("tbody tr:has-text('今天')")).to_contain_text("260.00 元")
        expect(page.locator("#action ~ dl")).to_contain_text("260.00 元")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_number_of_a_decision_is_not_typed_again(
    browser: Browser, penal_site: Site, scripts: bool
) -> None:
    with opened(browser, 360, java_script_enabled=scripts) as page:
        case = open_case(page, penal_site, "办结")
        number = page.inner_text("section:has(#penalty-decision) dd.code")
        with page.expect_navigation():
            page.click("section:has(#fine) button")
        assert "/apply/fine_payment/" in page.url
        assert number not in page.url
        page.goto(f"{penal_site.address}/apply/fine_payment/decision")
        assert page.input_value('[name="decision.decision_no"]') == number
        page.goto(case)
        expect(page.locator("section:has(#fine)")).to_contain_text("100.00 元")


def act(page: Page, name: str) -> None:
    """Unfolds what he may do, and does it."""
    page.click(f"details:has(#{name}) > summary")
    with page.expect_navigation():
        page.click(f"button[value={name}]")


def test_whoever_was_heard_reads_the_answer_and_accepts_without_scripts(
    browser: Browser, penal_site: Site
) -> None:
    with opened(browser, 360, java_script_enabled=False) as page:
        open_until(page, penal_site, "section.ruling")
        expect(page.locator("section.ruling")).to_contain_text(ANSWER)
        expect(page.locator("section:has(#penalty-facts)")).to_contain_text("已经复核并答复")
        expect(page.locator("main")).not_to_contain_text("有权陈述和申辩")
        expect(page.locator("#accept-facts")).not_to_contain_text("仍可以陈述申辩")
        act(page, "accept-facts")
        expect(page.locator(".banner.success")).to_contain_text("当事人对违法事实无异议")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_figures_of_fines_are_told_by_city_with_their_meanings(
    browser: Browser, penal_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        page.goto(f"{penal_site.address}/dashboard/fines?lang={language}")
        expect(page.locator("table.figures tbody tr")).to_have_count(2)
        expect(page.locator("table.figures tfoot >> nth=1")).to_contain_text("260.00")
        expect(page.locator("#balance tbody tr")).to_have_count(1)
        page.click("#meanings > summary")
        expect(page.locator("#meanings dd")).to_have_count(10)
        assert page.evaluate(OVERFLOW) <= 0
        assert page.evaluate(WIDE_TABLES) == []
        assert violated(page) == []


@pytest.mark.parametrize(("width", "language"), [(1400, "zh"), (360, "en")])
def test_an_officer_sees_the_facts_and_previews_the_answer_that_the_driver_will_read(
    browser: Browser, penal_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        officer_sign_in(page, penal_site)
        page.goto(f"{penal_site.address}/desk?queue=all&lang={language}")
        with page.expect_navigation():
            page.click(f'table.cases tr:has-text("{DISPUTED[language]}") a >> nth=0')
        expect(page.locator("section:has(#penalty-facts)")).to_contain_text("1344")
        page.click("details:has(#do-reject-statement) > summary")
        page.fill("#do-reject-statement textarea", ANSWER)
        with page.expect_navigation():
            page.click("button[name=preview][value=reject-statement]")
        expect(page.locator("details[open] .ruling")).to_contain_text(ANSWER)
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []


def look_up(page: Page, site: Site, **instead: str) -> None:
    """Fills in the numbers of his vehicle, and asks what is on record of it."""
    page.goto(f"{site.address}/mine/violations")
    page.fill("#id_no", instead.get("id_no", ID_NO))
    page.select_option("#plate_kind", PlateKind.SMALL_CAR)
    page.fill("#plate_no", instead.get("plate_no", PLATE))
    page.fill("#vin", VIN)
    with page.expect_navigation():
        page.click("form.ask button")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_violations_of_his_vehicle_shut_nobody_out(
    browser: Browser, penal_site: Site, width: int, language: str
) -> None:
    with opened(browser, width) as page:
        sign_in(page, penal_site)
        page.goto(f"{penal_site.address}/mine/violations?lang={language}")
        assert violated(page) == []
        look_up(page, penal_site)
        expect(page.locator("article.panel")).to_have_count(2)
        assert page.evaluate(OVERFLOW) <= 0
        assert violated(page) == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_violation_is_looked_up_and_its_form_begins_with_what_is_on_record(
    browser: Browser, penal_site: Site, scripts: bool
) -> None:
    with opened(browser, 360, java_script_enabled=scripts) as page:
        sign_in(page, penal_site)
        look_up(page, penal_site)
        shown = page.locator("article.panel")
        grave = shown.filter(has_text="1,000.00")
        expect(grave).to_contain_text("罚款超过200元")
        expect(grave.locator("button")).to_have_count(0)
        expect(shown.filter(has=page.locator("button"))).to_contain_text(PLACE)
        with page.expect_navigation():
            page.click("article.panel button")
        assert "/apply/violation_handling/" in page.url
        for text in (SLIGHT, PLATE, VIN, ID_NO):
            assert text not in page.url
        page.goto(f"{penal_site.address}/apply/violation_handling/violation")
        assert page.input_value('[name="violation.violation_no"]') == SLIGHT
        assert page.input_value('[name="violation.plate_no"]') == PLATE


def test_the_vehicle_of_another_tells_nothing(browser: Browser, penal_site: Site) -> None:
    with closing(browser.new_context()) as context:  # its console tells of the forms refused
        page = context.new_page()
        sign_in(page, penal_site)
        look_up(page, penal_site, plate_no="豫A1B2C3")
        expect(page.locator("#vin-error")).to_contain_text("没有以您为所有人")
        look_up(page, penal_site, id_no="410102195503154210")
        expect(page.locator("#id_no-error")).to_contain_text("本人")
        expect(page.locator("#found")).to_have_count(0)


def test_an_objection_goes_to_the_police_of_the_place_and_its_driver_sees_that(
    browser: Browser, penal_site: Site
) -> None:
    with opened(browser, 360) as page:
        case = open_until(page, penal_site, "#make-statement")
        office = page.locator("section:has(#office) dd >> nth=0")
        expect(office).to_contain_text("郑州")
        page.click("details:has(#make-statement) > summary")
        page.fill("#make-statement textarea", STATEMENT)
        assert violated(page) == []
        with page.expect_navigation():
            page.click("button[value=make-statement]")
        expect(page.locator(".banner.success")).to_contain_text("陈述申辩")
        assert STATEMENT not in page.url
        for language, stage, moved, city in (
            ("en", DISPUTED["en"], "Transferred to another office", "Luoyang"),
            ("zh", DISPUTED["zh"], "转由其他车辆管理所办理", "洛阳"),
        ):
            page.goto(f"{case}?lang={language}")
            expect(page.locator("#standing")).to_contain_text(stage)
            expect(page.locator("#way")).to_contain_text(moved)
            expect(office).to_contain_text(city)
            expect(page.locator("button[value=make-statement]")).to_have_count(0)
            assert page.evaluate(OVERFLOW) <= 0
            assert violated(page) == []
        expect(page.locator("#turn ~ p").first).to_contain_text("最迟")
