"""At how many windows a service is done today, for whoever would rather come."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from api.desk import Desk
from api.views.openings import prefectures
from domain.offices.business import WindowBusiness, is_done_at
from domain.offices.tree import OFFICES, REGIONS
from domain.prefectures.openness import open_on
from domain.prefectures.state import Prefecture
from domain.titles import Title, counted


class OpenToday(NamedTuple):
    """``open`` of the windows that do it are open, in so many ``cities``."""

    windows: int
    open: int
    cities: int

    @property
    def sentence(self) -> Title:
        if not self.open:
            return Title("今天没有窗口开放", "No window is open for it today")
        return Title(
            f"今天 {self.cities} 个市 {self.open} 处窗口开放",
            f"{counted(self.open, 'window')} open today in {counted(self.cities, 'city')}",
        )


async def open_today(desk: Desk, codes: Iterable[str]) -> Mapping[str, OpenToday]:
    """For each service that some window does. What is done nowhere but online is left out."""
    states = await prefectures(desk, REGIONS)
    found = {code: _counted_at(desk.catalogue[code].business, states, desk.today) for code in codes}
    return {code: each for code, each in found.items() if each.windows}


def _counted_at(
    business: WindowBusiness, states: Mapping[str, Prefecture], today: date
) -> OpenToday:
    doing = [each for each in OFFICES.values() if is_done_at(each.kind, business, business.group)]
    is_open = [
        each.region_code
        for each in doing
        if open_on(states[each.region_code], each, business, today)
    ]
    return OpenToday(len(doing), len(is_open), len(set(is_open)))
