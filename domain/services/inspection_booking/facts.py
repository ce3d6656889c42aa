"""The facts of an appointment for an inspection that are stored in the clear."""

from datetime import date
from typing import Annotated

from domain.identifiers.plate import PlateKind
from domain.services.blocks.appointment.kinds import SlotPeriod
from domain.services.blocks.appointment.words import SLOT_DATE, SLOT_PERIOD
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.facts import Facts
from domain.services.inspection_booking import words


class InspectionBookingFacts(Facts, frozen=True, kw_only=True, tag="inspection_booking"):
    """``station`` is the id of the inspection station."""

    plate_kind: Annotated[PlateKind, PLATE_KIND]
    station: Annotated[str, words.STATION]
    slot_on: Annotated[date, SLOT_DATE]
    slot_period: Annotated[SlotPeriod, SLOT_PERIOD]
