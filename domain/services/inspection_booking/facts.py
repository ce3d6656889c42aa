"""The facts of an appointment for an inspection that are stored in the clear."""

from datetime import date
from typing import Annotated

from domain.identifiers.plate import PlateKind
from domain.offices.plan_kind import PlanKind
from domain.services.blocks.appointment.kinds import SlotPeriod
from domain.services.blocks.appointment.words import SLOT_DATE, SLOT_PERIOD, WAIT_IF_FULL
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.facts import Facts
from domain.services.inspection_booking import words
from domain.services.slot import Slot


class InspectionBookingFacts(Facts, frozen=True, kw_only=True, tag="inspection_booking"):
    """``station`` is the id of the inspection station."""

    plate_kind: Annotated[PlateKind, PLATE_KIND]
    station: Annotated[str, words.STATION]
    slot_on: Annotated[date, SLOT_DATE]
    slot_period: Annotated[SlotPeriod, SLOT_PERIOD]
    waits_if_full: Annotated[bool, WAIT_IF_FULL] = False

    @property
    def slot(self) -> Slot:
        return Slot(PlanKind.STATION, self.station, self.slot_on, self.slot_period)

    @property
    def waits(self) -> bool:
        return self.waits_if_full
