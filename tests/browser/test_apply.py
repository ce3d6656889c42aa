"""A citizen applies in a real browser: on a small screen, by keyboard alone, without JavaScript."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import Site
from tests.browser.test_pages import OVERFLOW, opened, violated
from tests.kit import files

SERVICE: Final = "/apply/licence_damaged_replace"
GO_ON: Final = "form.step button:last-of-type"
_OTHER: Final = "410102195503154210"
PAGES: Final[tuple[dict[str, str], ...]] = (
    {
        "applicant.id_type": "resident_id",
        "applicant.id_no": "410102199202291236",
        "applicant.name": "张三",
        "applicant.mobile": "13800001234",
    },
    {
        "licence.file_no": "410100123456",
        "licence.classes": "C1",
        "licence.valid_until-year": "2022",
        "licence.valid_until-month": "5",
        "licence.valid_until-day": "1",
    },
    {"photo": "use_existing", "damage_note": "被水浸泡，无法辨认"},
    {"delivery.mode": "post"},
    {"delivery.region_code": "410105", "delivery.address": "示例路1号院2号楼301室"},
    {"payment.method": "online"},
)
"""What is filled in, page by page."""


def sign_in(page: Page, site: Site, address: str) -> None:
    page.goto(site.address + address)
    with page.expect_navigation():
        page.click("button[value=citizen]")


def pressed(page: Page, place: str = GO_ON) -> None:
    """Goes on by a button or a link, with the keyboard."""
    page.locator(place).first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def typed(page: Page, answers: dict[str, str]) -> None:
    """Fills in the fields of a page with the keyboard."""
    for name, answer in answers.items():
        field = page.locator(f'[name="{name}"]').first
        if field.get_attribute("type") == "radio":
            page.locator(f'[name="{name}"][value="{answer}"]').focus()
            page.keyboard.press("Space")
        elif field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(answer)
        else:
            field.focus()
            page.keyboard.press("Control+a")
            page.keyboard.type(answer)


def applied(page: Page, site: Site, picture: Path, see: Callable[[Page], None]) -> None:
    """Goes from the sign-in to the confirmation, and looks at every page."""
    sign_in(page, site, SERVICE)
    see(page)
    pressed(page, f'main a.button[href^="{SERVICE}/"]')
    for answers in PAGES:
        see(page)
        typed(page, answers)
        pressed(page)
    page.set_input_files("input[type=file]", picture)
    see(page)
    pressed(page, 'form[enctype="multipart/form-data"] button')
    page.locator("figure.upload img").wait_for()
    see(page)
    pressed(page)
    see(page)
    page.locator("[name=agreed]").focus()
    page.keyboard.press("Space")
    pressed(page)
    see(page)
    assert "被水浸泡，无法辨认" in page.inner_text("main")
    pressed(page)
    see(page)


def looked_at(page: Page) -> None:
    assert page.evaluate(OVERFLOW) <= 0, page.url
    assert violated(page) == [], page.url


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    made = tmp_path / "damaged.jpg"
    made.write_bytes(files.jpeg(640, 400))
    return made


def test_an_application_with_an_upload_by_keyboard_on_a_small_screen(
    browser: Browser, site: Site, picture: Path
) -> None:
    with opened(browser, 360, locale="zh-CN") as page:
        applied(page, site, picture, looked_at)
        expect(page.locator(".qr svg")).to_have_count(1)
        reference = page.inner_text(".reference")
        pressed(page, 'main a[href^="/apply/pay/"]')
        bank = page.url
        looked_at(page)
        assert "不会发生真实扣款" in page.inner_text("main")
        pressed(page, "main a.second")
        assert "还需缴费" in page.inner_text("main")
        pressed(page, 'main a[href^="/apply/pay/"]')
        pressed(page)
        assert "已缴费" in page.inner_text("main")
        page.goto(bank)
        assert page.url != bank
        assert "已缴费" in page.inner_text("main")
        assert page.inner_text(".reference") == reference


def test_an_application_without_javascript(browser: Browser, site: Site, picture: Path) -> None:
    """Somebody else applies, because one licence has one open case of a kind."""
    with opened(browser, 1400, java_script_enabled=False) as page:
        sign_in(page, site, SERVICE)
        pressed(page, f'main a.button[href^="{SERVICE}/"]')
        for answers in ({**PAGES[0], "applicant.id_no": _OTHER}, *PAGES[1:]):
            for name, answer in answers.items():
                fields = page.locator(f'[name="{name}"]')
                if fields.first.get_attribute("type") == "radio":
                    page.check(f'[name="{name}"][value="{answer}"]')
                elif page.locator(f'select[name="{name}"]').count():
                    fields.select_option(answer)
                else:
                    fields.fill(answer)
            pressed(page)
        page.set_input_files("input[type=file]", picture)
        pressed(page, 'form[enctype="multipart/form-data"] button')
        pressed(page)
        page.check("[name=agreed]")
        pressed(page)
        pressed(page)
        expect(page.locator(".reference")).to_have_count(1)


@pytest.mark.parametrize(("width", "language"), [(1400, "en"), (360, "zh")])
def test_axe_finds_nothing_where_something_is_wrong(
    browser: Browser, site: Site, width: int, language: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    with closing(context):
        page = context.new_page()
        page.goto(f"{site.address}/apply?lang={language}")
        looked_at(page)
        page.goto(f"{site.address}/apply?q=qwertz")
        looked_at(page)
        page.goto(f"{site.address}/apply/temp_plate")
        looked_at(page)
        sign_in(page, site, "/apply/temp_plate")
        for step in ("applicant", "vehicle", "matter", "delivery", "payment", "declaration"):
            page.goto(f"{site.address}/apply/temp_plate/{step}")
            looked_at(page)
            pressed(page)
            expect(page.locator(".errors")).to_have_count(1)
            looked_at(page)
