"""``make pictures``: every page, for whoever wants to look at them.

It is no test of its own, so its name keeps it out of the others. It holds that nothing is
off-screen while the pictures are taken.
"""

import os
import re
import sys
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.every_page import STOPS, addresses
from tests.browser.growth import MORE_BYTES, grown
from tests.browser.site import Site
from tests.browser.test_live import looked_at
from tests.browser.test_mine import sign_in as enter_as_citizen
from tests.browser.test_own_appointments import (
    CONFIRMED,
    LATER,
    SEATS,
    WAITING,
    to_the_appointment,
)
from tests.browser.test_own_examinations import BEHIND, IN_FRONT, to_the_booking
from tests.browser.test_own_numbers import COMPOSED, DRAWN, RESERVED, clicked, to_the_choice
from tests.browser.test_pages import OVERFLOW, audit, opened
from tests.browser.test_penalties import look_up as look_violations_up
from tests.browser.test_prefecture import fill_in, press, sign_in
from tests.browser.test_told import look_up

FOLDER: Final = Path(os.environ.get("CHEGUAN_TEST_PICTURES", "pictures"))
SIZES: Final = {"1400": (1400, 900), "360": (360, 800)}
FIVE_MINUTES_S: Final = 300
HALL: Final = "410100"
WALLS: Final = (
    "/dashboard?screen=wall&paused=1",
    "/design?screen=wall",
    f"/hall/{HALL}?screen=wall",
)


def taken(page: Page, name: str, *, whole: bool = True) -> None:
    FOLDER.mkdir(exist_ok=True)
    assert page.evaluate(OVERFLOW) <= 0, name
    page.screenshot(path=FOLDER / f"{name}.png", full_page=whole)


def called(path: str) -> str:
    return re.sub(r"\W+", "-", path).strip("-") or "index"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_every_page(browser: Browser, own_site: Site, size: str, language: str) -> None:
    """The stops of ``every_page``, in their order, so that one finds what one looks for."""
    width, height = SIZES[size]
    with opened(browser, width, height=height) as page:
        for number, _ in enumerate(addresses(page, own_site, language)):
            stop = STOPS[number]
            of = f"{stop.enter}-{called(stop.path)}{'-one' if stop.link else ''}".strip("-")
            taken(page, f"{number:02}-{of}-{size}-{language}")
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(f"{own_site.address}/audit?lang={language}")
    taken(page, f"audit-locked-{size}-{language}")
    audit(page, own_site)
    taken(page, f"audit-{size}-{language}")
    context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_wall(browser: Browser, site: Site, language: str) -> None:
    with opened(browser, 1920, height=1080) as page:
        for path in WALLS:
            page.goto(f"{site.address}{path}&lang={language}")
            taken(page, f"{called(path)}-wall-{language}", whole=False)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_every_state_of_an_application(
    browser: Browser, told_site: Site, size: str, language: str
) -> None:
    width, height = SIZES[size]
    with opened(browser, width, height=height) as page:
        for name, reference in told_site.told.items():
            look_up(page, told_site, reference, language)
            taken(page, f"track-{name}-{size}-{language}")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_the_console_of_a_prefecture(
    browser: Browser, deciding_site: Site, size: str, language: str
) -> None:
    """The city, an empty form, one with everything lacking, and what a step would do."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    sign_in(page, deciding_site)
    for name, query in (("city", "?region=410100"), ("step", "?region=410100&decide=take-step")):
        page.goto(f"{deciding_site.address}/prefecture{query}&lang={language}")
        taken(page, f"prefecture-{name}-{size}-{language}")
    press(page, "preview")
    taken(page, f"prefecture-lacking-{size}-{language}")
    fill_in(page, "first", "2020-06-01")
    press(page, "preview")
    taken(page, f"prefecture-preview-{size}-{language}")
    context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_the_applications_of_a_citizen(
    browser: Browser, own_site: Site, size: str, language: str
) -> None:
    """His list, an application that is to be corrected, and its receipt."""
    width, height = SIZES[size]
    with opened(browser, width, height=height) as page:
        enter_as_citizen(page, own_site)
        page.goto(f"{own_site.address}/mine?lang={language}")
        taken(page, f"mine-list-{size}-{language}")
        with page.expect_navigation():
            page.click("ol.queue a >> nth=0")
        case = page.url
        taken(page, f"mine-case-{size}-{language}")
        page.goto(f"{case}/receipt")
        taken(page, f"mine-receipt-{size}-{language}")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_a_number_that_is_chosen(
    browser: Browser, choosing_site: Site, size: str, language: str
) -> None:
    """One that is composed in vain, ten that are drawn, one of them, and one that is reserved."""
    width, height = SIZES[size]
    with opened(browser, width, height=height) as page:
        at = f"{size}-{language}"
        page.goto(f"{to_the_choice(page, choosing_site, COMPOSED)}?lang={language}")
        page.fill("#plate_no", "豫AD10000")
        clicked(page, "look")
        clicked(page, "choose-number")
        taken(page, f"number-composed-{at}")
        page.goto(f"{to_the_choice(page, choosing_site, DRAWN)}?lang={language}")
        taken(page, f"number-before-{at}")
        clicked(page, "offer-numbers")
        taken(page, f"number-offered-{at}")
        page.check("#n4")
        clicked(page, "look")
        taken(page, f"number-confirmed-{at}")
        page.goto(f"{to_the_choice(page, choosing_site, RESERVED)}?lang={language}")
        taken(page, f"number-reserved-{at}")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_an_appointment(browser: Browser, booking_site: Site, size: str, language: str) -> None:
    """The days of a station, the times of one, an appointment, and a place on the waiting list."""
    width, height = SIZES[size]
    at = f"{size}-{language}"
    with opened(browser, width, height=height) as page:
        page.goto(f"{booking_site.address}{SEATS}&lang={language}")
        taken(page, f"seats-days-{at}")
        for which, name in ((CONFIRMED, "confirmed"), (WAITING, "waiting")):
            to_the_appointment(page, booking_site, which, language)
            taken(page, f"appointment-{name}-{at}")
        page.goto(f"{booking_site.address}{SEATS}&on={LATER}")
        taken(page, f"seats-periods-{at}")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_an_examination(browser: Browser, exam_site: Site, size: str, language: str) -> None:
    """A booking in front of the places, and one behind them."""
    width, height = SIZES[size]
    at = f"{size}-{language}"
    with opened(browser, width, height=height) as page:
        for which, name in ((IN_FRONT, "in-front"), (BEHIND, "behind")):
            to_the_booking(page, exam_site, which, language)
            taken(page, f"examination-{name}-{at}")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_violations_and_fines(browser: Browser, penal_site: Site, size: str, language: str) -> None:
    """His violations, each of his cases about one, and the figures."""
    width, height = SIZES[size]
    with opened(browser, width, height=height) as page:
        enter_as_citizen(page, penal_site)
        cases = [each.get_attribute("href") for each in page.locator("ol.queue a").all()]
        page.goto(f"{penal_site.address}/mine/violations?lang={language}")
        look_violations_up(page, penal_site)
        taken(page, f"violations-{size}-{language}")
        for number, case in enumerate(cases):
            page.goto(f"{penal_site.address}{case}")
            taken(page, f"penalty-{number}-{size}-{language}")
        page.goto(f"{penal_site.address}/dashboard/fines")
        taken(page, f"fines-{size}-{language}")


PAINTED: Final = """async () => {
  for (let tries = 0; tries < 200; tries++) {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (paint) return paint.startTime;
    await new Promise(resolve => setTimeout(resolve, 25));
  }
  return null;
}"""


def test_first_contentful_paint_is_told(
    browser: Browser, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    """Cold, on this machine. What it comes to is printed and not judged: others work here too."""
    for path in ("/track", "/"):
        with opened(browser, 360) as page:
            page.goto(f"{site.address}{path}")
            painted_ms = page.evaluate(PAINTED)
            assert painted_ms is not None
            with capsys.disabled():
                sys.stdout.write(f"\n{path}: first contentful paint {painted_ms:.0f} ms, cold\n")


def test_a_wall_for_five_minutes(browser: Browser, live_site: Site) -> None:
    """It is brought up to date all the time, and holds no more at the end."""
    with looked_at(browser, live_site, "/dashboard?screen=wall&lang=zh") as page:
        page.set_viewport_size({"width": 1920, "height": 1080})
        more = grown(page, live_site, FIVE_MINUTES_S)
        assert more.nodes <= 0
        assert more.bytes < MORE_BYTES
        taken(page, "wall-after-five-minutes", whole=False)
