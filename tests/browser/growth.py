"""Whether a page that is brought up to date again and again keeps more and more."""

import time
from typing import Final, NamedTuple

from playwright.sync_api import CDPSession, Page

from tests.browser.site import Site

MORE_BYTES: Final = 500_000
"""A browser's heap breathes by so much, however little a page does."""


class Kept(NamedTuple):
    """What a page holds after everything unused was thrown away."""

    nodes: float
    bytes: float


def kept(session: CDPSession) -> Kept:
    session.send("HeapProfiler.collectGarbage")
    told = session.send("Performance.getMetrics")["metrics"]
    metrics = {each["name"]: each["value"] for each in told}
    return Kept(metrics["Nodes"], metrics["JSHeapUsedSize"])


def brought(page: Page, site: Site) -> None:
    """Something happens, and the page shows it."""
    before = page.evaluate("window.brought")
    site.submit()
    page.wait_for_function("before => window.brought > before", arg=before)


def grown(page: Page, site: Site, seconds: float) -> Kept:
    """By how much a page has grown after it was brought up to date for so long."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    brought(page, site)
    before = kept(session)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        brought(page, site)
    after = kept(session)
    return Kept(after.nodes - before.nodes, after.bytes - before.bytes)
