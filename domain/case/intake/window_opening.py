"""Whether a window does a service on a day, and if not, why."""

from datetime import date

from domain.circumstances import Circumstances
from domain.offices.tree import OFFICES
from domain.prefectures.openness import openness
from domain.prefectures.windows import prefecture_of_window
from domain.services.window.window_service import WindowService


def closed_for(office: str, row: WindowService, day: date, at: Circumstances) -> str | None:
    """Why the office does not do it on the day, or None if it does.

    The decision's row must read the prefecture of the office.
    """
    business = at.catalogue[row.code].business
    for ref in prefecture_of_window(office):
        found = openness(ref.state(at), OFFICES[office], business, day)
        return None if found.open else str(found.why)
    return None
