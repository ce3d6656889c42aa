"""What decisions on other aggregates ask of a prefecture: whether a window is open today."""

from collections.abc import Iterable, Set
from datetime import date
from typing import NamedTuple

from domain.aggregate import Ref
from domain.circumstances import Circumstances
from domain.offices.business import WindowBusiness
from domain.offices.office import PICKUP_KINDS, OfficeRecord
from domain.offices.tree import OFFICES, REGIONS
from domain.prefectures.openness import open_on, openness
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of


def prefecture_of_window(office: str) -> Iterable[Ref[Prefecture]]:
    """What a decision about this window reads under guard. An unknown office has nothing."""
    record = OFFICES.get(office)
    if record is not None and record.region_code in REGIONS:
        yield Ref(PREFECTURE, stream_of(record.region_code))


def window_open(
    office: str, business: WindowBusiness, at: Circumstances, on: date | None = None
) -> bool:
    """Whether this business is done at the window of this office today, or on another day.

    The decision's row must read :func:`prefecture_of_window`. An unknown office has no window.
    """
    return any(
        open_on(ref.state(at), OFFICES[office], business, on or at.today)
        for ref in prefecture_of_window(office)
    )


class Closing(NamedTuple):
    """Why a window is closed: the id of the decision that closed it.

    ``since`` are the ids of all decisions that have taken effect while it was closed.
    """

    decision: str
    since: Set[str]


def closed_by(office: str, business: WindowBusiness, at: Circumstances) -> Closing | None:
    """By which decision this window is closed today. None means that no decision closes it.

    The decision's row must read :func:`prefecture_of_window`.
    """
    for ref in prefecture_of_window(office):
        return closing(ref.state(at), OFFICES[office], business, at.today)
    return None


def closing(
    prefecture: Prefecture, office: OfficeRecord, business: WindowBusiness, day: date
) -> Closing | None:
    """By which decision the window has been closed without a break, up to this day."""
    found = openness(prefecture, office, business, day)
    if found.open or found.decision is None:
        return None
    region, first = prefecture.region, found.since or date.min
    held = (d for d in prefecture.about_windows() if d.effective_on)
    since = {d.named(region) for d in held if d.effective_on and first <= d.effective_on <= day}
    return Closing(found.decision.named(region), since)


def open_counters(region: str, business: WindowBusiness, at: Circumstances) -> list[str]:
    """The offices of a prefecture that hand out what this business makes today, by id.

    The decision's row must read :func:`prefecture_of_window` of one of them.
    """
    return [
        office.id
        for office in OFFICES.values()
        if office.region_code == region
        and office.kind in PICKUP_KINDS
        and window_open(office.id, business, at)
    ]
