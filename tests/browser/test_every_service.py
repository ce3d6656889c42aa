"""Each service that is at work is applied for over its pages, with scripts and without."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from api.pages.kit.questionnaire.questions import questions_of
from cheguan.bench.submissions import row
from domain.services.archetype import Archetype
from domain.services.catalogue import CATALOGUE, OPEN_SERVICES
from tests.browser.site import Site
from tests.browser.test_apply import GO_ON, pressed, sign_in
from tests.browser.test_pages import OVERFLOW, opened
from tests.kit import files
from tests.kit.filled_in import entries_of
from tests.kit.page_office import NOW

MOST_PAGES = 40
TO_CHOOSE = '[href$="/seats"], [href$="/examinations"]'
"""A day may be chosen first. Here it is filled in."""
WITHDRAW = "button[value=withdraw-case]"
FILE_FORM = 'form[enctype="multipart/form-data"]'


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    made = tmp_path / "照片.jpg"
    made.write_bytes(files.jpeg(640, 400))
    return made


@pytest.mark.parametrize("code", list(OPEN_SERVICES))
def test_a_service_is_applied_for_without_javascript(
    browser: Browser, site: Site, picture: Path, code: str
) -> None:
    with opened(browser, 360, java_script_enabled=False) as page:
        walked(page, site, code, picture)
        pressed(page)
        confirmed_and_withdrawn(page, site, code)


@pytest.mark.parametrize("code", list(OPEN_SERVICES))
def test_a_service_is_applied_for_with_scripts(
    browser: Browser, applying_site: Site, picture: Path, code: str
) -> None:
    with opened(browser, 1400) as page:
        walked(page, applying_site, code, picture)
        pressed(page)
        confirmed_and_withdrawn(page, applying_site, code)


def confirmed_and_withdrawn(page: Page, site: Site, code: str) -> None:
    """He withdraws, because a licence or a vehicle has one open case of a kind.

    Whoever chooses a number does not: his session ends by itself.
    """
    expect(page.locator(".reference")).to_have_count(1)
    expect(page.locator(".qr svg")).to_have_count(1)
    if CATALOGUE[code].archetype is Archetype.RESERVATION:
        return
    page.goto(f"{site.address}/mine/{page.url.rpartition('/')[2]}")
    page.click(f"details:has({WITHDRAW}) > summary")
    pressed(page, WITHDRAW)
    expect(page.locator(WITHDRAW)).to_have_count(0)


def walked(page: Page, site: Site, code: str, picture: Path) -> None:
    """Walks from the sign-in to the page on which all is checked."""
    service = CATALOGUE[code]
    entries = entries_of(service.example(NOW.date()), questions_of(service.form))
    entries |= {name: told for name, told in a_vehicle_for(code).items() if name in entries}
    sign_in(page, site, f"/apply/{code}")
    pressed(page, f'main a.button[href^="/apply/{code}/"]:not({TO_CHOOSE})')
    for _ in range(MOST_PAGES):
        assert page.evaluate(OVERFLOW) <= 0, page.url
        if page.url.endswith("/check"):
            return
        upload(page, picture)
        if page.locator("button[name=send]").count():
            prove(page)
        else:
            fill_in(page, entries)
            pressed(page)
        assert not page.locator(".errors").count(), page.inner_text(".errors")
    raise AssertionError(f"{code}: the pages have no end")


def a_vehicle_for(code: str) -> dict[str, str]:
    """A vehicle of its own for each service: not that of the examples, which somebody has named."""
    vehicle = row(1 + [*CATALOGUE].index(code))
    return {
        "vehicle.plate_no": vehicle.plate_no,
        "vehicle.vin": vehicle.vin,
        "vehicle.engine_no": vehicle.engine_no,
    }


def upload(page: Page, picture: Path) -> None:
    """Chooses a file for each kind of paper that the page asks for."""
    kinds = page.locator(f"{FILE_FORM} input[name=kind]")
    for kind in [each.get_attribute("value") for each in kinds.all()]:
        form = page.locator(f'{FILE_FORM}:has(input[name=kind][value="{kind}"])')
        form.locator("input[type=file]").set_input_files(picture)
        shown = page.locator("figure.upload img").count()
        form.locator("button").click()
        page.locator("figure.upload img").nth(shown).wait_for()
        page.wait_for_load_state()


def prove(page: Page) -> None:
    """Has a code sent to the telephone, and enters it."""
    pressed(page, "button[name=send]")
    digits = page.inner_text("#demo-digits")
    page.fill("[name=digits]", digits)
    pressed(page, "form:has([name=digits]) button:last-of-type")


def fill_in(page: Page, entries: Mapping[str, str]) -> None:
    for name, answer in entries.items():
        fields = page.locator(f'{GO_ON.split()[0]} [name="{name}"]')
        if not fields.count():
            continue
        kind = fields.first.get_attribute("type")
        if kind in ("radio", "checkbox"):
            page.check(f'[name="{name}"][value="{answer}"]')
        elif fields.first.evaluate("each => each.tagName") == "SELECT":
            fields.select_option(answer)
        elif kind != "hidden":
            fields.fill(answer)
    if page.locator("[name=agreed]").count():
        page.check("[name=agreed]")
