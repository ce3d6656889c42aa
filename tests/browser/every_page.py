"""An address of every page, and who has to enter to see it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from playwright.sync_api import Page
from starlette.routing import compile_path

from tests.browser.site import Site


class Stop(NamedTuple):
    """A place to look at. Where ``link`` is given, it is the page behind the first such link."""

    path: str
    enter: str = ""
    link: str = ""


STOPS: Final = (
    Stop("/"),
    Stop("/apply"),
    Stop("/apply/plate_reissue"),
    Stop("/apply/inspection_booking/seats?place=410100.ins1"),
    Stop("/track"),
    Stop("/verify"),
    Stop("/openings?region=410300&on=2020-02-24"),
    Stop("/openings?service=reissue_replace"),
    Stop("/dashboard?paused=1"),
    Stop("/dashboard?paused=1&detail=1&region=410100"),
    Stop("/dashboard?paused=1&screen=wall"),
    Stop("/dashboard/fines"),
    Stop("/hall/410100"),
    Stop("/hall/410100?screen=wall"),
    Stop("/dashboard/enquiries"),
    Stop("/dashboard/parcels"),
    Stop("/dashboard/parcels?region=410100"),
    Stop("/bulletin"),
    Stop("/bulletin/2020-03-06"),
    Stop("/bulletin/2020-03-06/410100"),
    Stop("/report"),
    Stop("/report/2020-W10"),
    Stop("/services"),
    Stop("/services/plate_reissue"),
    Stop("/problems"),
    Stop("/problems/moved-on"),
    Stop("/reference"),
    Stop("/reference/submitApplication"),
    Stop("/design"),
    Stop("/design?screen=wall"),
    Stop("/design?screen=paper"),
    Stop("/outbox"),
    Stop("/mine", "citizen"),
    Stop("/mine/violations", "citizen"),
    Stop("/mine", "citizen", "ol.queue a"),
    Stop("/mine/enquiries", "citizen"),
    Stop("/mine/enquiries", "citizen", "ol.queue a"),
    Stop("/apply/licence_renewal", "citizen"),
    Stop("/desk?queue=all", "clerk"),
    Stop("/desk?queue=all", "clerk", "table.cases a"),
    Stop("/desk?queue=dispatch", "clerk"),
    Stop("/desk/blanks", "clerk"),
    Stop("/desk/keys", "clerk"),
    Stop("/counter", "clerk"),
    Stop("/counter/reg_new", "clerk"),
    Stop("/counter/tills", "clerk"),
    Stop("/counter/tills", "clerk", "table a[href^='/counter/tills/']"),
    Stop("/hall", "clerk"),
    Stop("/hall/410100/work", "clerk"),
    Stop("/hall/410100/door", "clerk"),
    Stop("/enquiries", "clerk"),
    Stop("/enquiries", "clerk", "ol.queue a"),
    Stop("/handover", "clerk"),
    Stop("/printing", "clerk"),
    Stop("/handover/manifest", "clerk"),
    Stop("/handover/irregular", "clerk"),
    Stop("/notices", "clerk"),
    Stop("/notices?stage=undelivered", "clerk"),
    Stop("/notices/texts", "clerk"),
    Stop("/notices/sample", "clerk"),
    Stop("/notices", "clerk", "table.listing a"),
    Stop("/counter/reg_ambulance", "supervisor"),
    Stop("/parked", "supervisor"),
    Stop("/desk", "supervisor"),
    Stop("/desk/officers", "supervisor"),
    Stop("/prefecture", "detachment"),
    Stop("/prefecture?region=410100", "detachment"),
    Stop("/prefecture/centre", "detachment"),
    Stop("/hall/measures", "detachment"),
    Stop("/prefecture/improvements", "detachment"),
    Stop("/prefecture/improvements", "detachment", "table.listing a"),
    Stop("/dashboard?paused=1&region=all", "hq"),
    Stop("/dashboard/cases", "hq"),
    Stop("/dashboard/alarms", "hq"),
    Stop("/webhooks", "hq"),
    Stop("/dashboard/treasury?period=month", "hq"),
    Stop("/dashboard/offices/410100", "hq"),
    Stop("/audit", "auditor"),
    Stop("/audit/search", "auditor"),
    Stop("/audit/risks", "auditor"),
    Stop("/audit/day?at=2020-03-06", "auditor"),
)

WALKED: Final = frozenset(
    {
        "/apply/{service}/{key}",
        "/apply/{service}/documents",
        "/apply/{service}/code-{name}",
        "/apply/{service}/declaration",
        "/apply/{service}/examinations",
        "/apply/{service}/check",
        "/apply/done/{case}",
        "/apply/pay/{case}",
        "/mine/{case}/receipt",
        "/verify/{code}",
        "/instruments/{case}/{version}",
        "/instruments/{case}/{version}/pdf",
        "/counter/receipt/{case}",
        "/webhooks/{subscription}",
        "/docs",
    }
)
"""Pages that are looked at where somebody is on his way through them, and the tool of another."""


def addresses(page: Page, site: Site, language: str) -> Iterator[str]:
    """Goes from stop to stop, in the order of the list, and says where it is."""
    entered = ""
    for stop in STOPS:
        if stop.enter != entered:
            enter(page, site, stop.enter)
            entered = stop.enter
        path = f"{stop.path}{'&' if '?' in stop.path else '?'}lang={language}"
        page.goto(site.address + path)
        if stop.link:
            page.goto(site.address + (page.locator(stop.link).first.get_attribute("href") or ""))
        yield page.url


def unseen(routes: frozenset[str]) -> list[str]:
    """The pages among these routes to which no stop leads."""
    return sorted(
        route for route in routes - WALKED if not any(_leads_to(route, stop) for stop in STOPS)
    )


def _leads_to(route: str, stop: Stop) -> bool:
    path = stop.path.partition("?")[0]
    if stop.link:
        return route.startswith(f"{path}/") and "{" in route
    return compile_path(route)[0].match(path) is not None


def enter(page: Page, site: Site, who: str) -> None:
    page.request.post(
        f"{site.address}/session",
        form={"as": who},
        headers={"origin": site.address},
        max_redirects=0,
    )
