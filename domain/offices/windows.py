"""Where windows were open, by day.

The source is the announcement of the provincial traffic police of 23 February 2020. From 24
February the first step held in the fifteen class-two areas, at vehicle offices only.
"""

from datetime import date
from typing import Final

from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, REGIONS

CLOSED_FROM: Final = date(2020, 1, 24)
FIRST_STEP: Final = date(2020, 2, 24)
ALL_OPEN: Final = date(2020, 6, 1)
"""This is an assumption: the announcement names no end."""


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
