"""Where windows were open, by day (article; domain.md §1.3).

Until the decisions of the prefectures are cases of their own, the article's own
state stands here: every window closed from 3 February 2020, and from 24 February
the first step in the fifteen class-two areas - vehicle offices only.
"""

from datetime import date
from typing import Final

from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, REGIONS

CLOSED_FROM: Final = date(2020, 1, 24)
FIRST_STEP: Final = date(2020, 2, 24)
ALL_OPEN: Final = date(2020, 6, 1)
"""An assumption: the article names no end."""


def window_open(office_id: str, day: date) -> bool:
    """Whether plates and documents are handed out at this office's windows on ``day``."""
    office = OFFICES.get(office_id)
    if office is None or office.region_code not in REGIONS:
        return False
    if day < CLOSED_FROM or day >= ALL_OPEN:
        return True
    return (
        day >= FIRST_STEP
        and REGIONS[office.region_code].region_class == 2
        and office.kind is OfficeKind.VEHICLE_OFFICE
    )
