"""How much comes over the wire until a citizen knows where his application is."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.site import Site
from tests.browser.test_pages import opened
from tests.kit.page_office import ID_NO

MOST_BYTES: Final = 60_000


def weighed(page: Page) -> Callable[[], int]:
    """Counts every byte that the network brings from now on, as it came."""
    came: dict[str, float] = {}
    session = page.context.new_cdp_session(page)

    def finished(told: dict[str, Any]) -> None:
        came[told["requestId"]] = told["encodedDataLength"]

    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    return lambda: round(sum(came.values()))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tracking_is_light(browser: Browser, site: Site, language: str) -> None:
    """The form, and then the answer, with all that both load, in a browser that knows nothing."""
    with opened(browser, 360) as page:
        weight = weighed(page)
        page.goto(f"{site.address}/track?lang={language}", wait_until="networkidle")
        form = weight()
        page.fill("#reference", site.reference)
        page.fill("#last_four", ID_NO[-4:])
        with page.expect_navigation(wait_until="networkidle"):
            page.click("main button")
        assert site.reference in page.content()
        assert 4_000 < form < MOST_BYTES / 2
        assert form < weight() < MOST_BYTES
