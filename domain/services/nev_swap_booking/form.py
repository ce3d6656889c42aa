"""V09 新能源车换牌预约: the owner comes with both old plates and goes with the new ones."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from domain.identifiers import reference
from domain.services.blocks.applicant.fields import OwnerApplicant
from domain.services.blocks.appointment.kinds import OUTLETS, Period, SlotDate, Waits, place_of
from domain.services.blocks.exchange.kinds import ExchangedVehicle, NewEnergy
from domain.services.choices import UserKind
from domain.services.form import papers_of
from domain.services.judgement import defect, identified, judgement
from domain.services.nev_swap_booking import words
from domain.services.nev_swap_booking.facts import NevSwapBookingFacts
from domain.services.paperless import PaperlessForm
from domain.services.personal import PERSONAL
from domain.services.subjects import Subjects


class NevSwapBooking(PaperlessForm):
    """新能源车换牌预约. The number is chosen before, with a case of its own, or on the spot."""

    TEXTS: ClassVar = words.TEXTS
    USER_KINDS: ClassVar = frozenset(UserKind)

    service: Literal["nev_swap_booking"]
    applicant: OwnerApplicant
    vehicle: ExchangedVehicle
    energy: NewEnergy
    select_at_hall: Annotated[bool, words.SELECT_AT_HALL]
    new_number_reference: Annotated[
        str | None,
        Field(min_length=1, max_length=30, validate_default=True),
        PERSONAL,
        words.NEW_NUMBER_REFERENCE,
    ] = None
    outlet_id: Annotated[str, Field(max_length=20), words.OUTLET]
    slot_date: SlotDate
    slot_period: Period
    wait_if_full: Waits = False

    @field_validator("new_number_reference")
    @classmethod
    def _chosen_before_or_on_the_spot(cls, text: str | None, info: ValidationInfo) -> str | None:
        at_hall = info.data.get("select_at_hall")
        if text is None:
            if at_hall is False:
                raise defect("number_not_chosen")
            return None
        if at_hall:
            raise defect("not_applicable")
        return identified("reference", reference.parse, text).text

    @field_validator("outlet_id")
    @classmethod
    def _an_outlet_of_the_prefecture(cls, text: str, info: ValidationInfo) -> str:
        return place_of(text, OUTLETS, judgement(info).prefecture)

    def facts(self) -> NevSwapBookingFacts:
        return NevSwapBookingFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            plate_kind=self.vehicle.plate_kind,
            energy=self.energy,
            selects_at_hall=self.select_at_hall,
            outlet=self.outlet_id,
            slot_on=self.slot_date,
            slot_period=self.slot_period,
            waits_if_full=self.wait_if_full,
        )

    def subjects(self) -> Subjects:
        return Subjects(
            id_no=self.applicant.id_no,
            mobile=self.applicant.mobile,
            plate=self.vehicle.key,
            vin=self.vehicle.vin,
        )

    def office(self) -> str:
        """Gives the office of registration, whose outlets exchange plates."""
        return self.vehicle.office_of_registration
