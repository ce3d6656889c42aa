"""The kinds of day, time and place for which appointments are made."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Annotated, Final

from pydantic import AfterValidator, ValidationInfo

from domain.choice import Choice
from domain.identifiers.text import plain
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES
from domain.services.blocks.appointment.ahead import DAYS_AHEAD
from domain.services.blocks.appointment.words import SLOT_DATE, SLOT_PERIOD, WAIT_IF_FULL
from domain.services.judgement import defect, judgement

OUTLETS: Final = frozenset(
    {
        OfficeKind.VEHICLE_OFFICE,
        OfficeKind.BRANCH,
        OfficeKind.SERVICE_STATION,
        OfficeKind.COUNTY_OFFICE,
    }
)
"""Where plates are fitted and exchanged."""


class SlotPeriod(Choice):
    """The hours of an office day, by the hour at which they begin."""

    FROM_9 = "09", "9:00至10:00", "9:00 to 10:00"
    FROM_10 = "10", "10:00至11:00", "10:00 to 11:00"
    FROM_11 = "11", "11:00至12:00", "11:00 to 12:00"
    FROM_14 = "14", "14:00至15:00", "14:00 to 15:00"
    FROM_15 = "15", "15:00至16:00", "15:00 to 16:00"
    FROM_16 = "16", "16:00至17:00", "16:00 to 17:00"


def ahead(day: date, today: date, longest: int) -> date:
    """Takes a day that lies ahead, by ``longest`` days at most."""
    if day <= today:
        raise defect("slot_not_ahead")
    if day > today + timedelta(days=longest):
        raise defect("slot_too_far")
    return day


def _slot(day: date, info: ValidationInfo) -> date:
    today = judgement(info).today
    return ahead(day, today, DAYS_AHEAD.on(today))


def place_of(text: str, kinds: Collection[OfficeKind], prefecture: str | None) -> str:
    """Takes the id of a place of these kinds, in the prefecture if one is known."""
    office = OFFICES.get(plain(text).lower())
    if office is None or office.kind not in kinds:
        raise defect("place_unknown")
    if prefecture is not None and office.region_code != prefecture:
        raise defect("place_elsewhere")
    return office.id


SlotDate = Annotated[date, AfterValidator(_slot), SLOT_DATE]
Period = Annotated[SlotPeriod, SLOT_PERIOD]
Waits = Annotated[bool, WAIT_IF_FULL]
