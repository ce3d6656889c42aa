"""The facts of an appointment to exchange plates that are stored in the clear."""

from datetime import date
from typing import Annotated

from domain.identifiers.plate import PlateKind
from domain.offices.plan_kind import PlanKind
from domain.register.vehicle import Energy
from domain.services.blocks.appointment.kinds import SlotPeriod
from domain.services.blocks.appointment.words import SLOT_DATE, SLOT_PERIOD, WAIT_IF_FULL
from domain.services.blocks.exchange.words import ENERGY
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.facts import Facts
from domain.services.nev_swap_booking import words
from domain.services.slot import Slot


class NevSwapBookingFacts(Facts, frozen=True, kw_only=True, tag="nev_swap_booking"):
    """``plate_kind`` is that of the old plate, ``outlet`` the id of the office that is visited."""

    plate_kind: Annotated[PlateKind, PLATE_KIND]
    energy: Annotated[Energy, ENERGY]
    selects_at_hall: Annotated[bool, words.SELECT_AT_HALL]
    outlet: Annotated[str, words.OUTLET]
    slot_on: Annotated[date, SLOT_DATE]
    slot_period: Annotated[SlotPeriod, SLOT_PERIOD]
    waits_if_full: Annotated[bool, WAIT_IF_FULL] = False

    @property
    def slot(self) -> Slot:
        return Slot(PlanKind.OUTLET, self.outlet, self.slot_on, self.slot_period)

    @property
    def waits(self) -> bool:
        return self.waits_if_full
