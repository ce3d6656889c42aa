"""V11 机动车检验预约: an appointment at an inspection station (124 art. 49)."""

from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from domain.offices.office import OfficeKind
from domain.services.blocks.applicant.fields import KeeperApplicant
from domain.services.blocks.appointment.kinds import Period, SlotDate, Waits, place_of
from domain.services.blocks.appointment.words import TEXTS
from domain.services.blocks.contact.kinds import Mobile, Name
from domain.services.blocks.vehicle.fields import Vehicle
from domain.services.choices import UserKind
from domain.services.form import papers_of
from domain.services.inspection_booking import words
from domain.services.inspection_booking.facts import InspectionBookingFacts
from domain.services.judgement import judgement
from domain.services.paperless import PaperlessForm
from domain.services.subjects import Subjects

STATIONS: Final = frozenset({OfficeKind.INSPECTION_STATION})


class InspectionBooking(PaperlessForm):
    """机动车检验预约. Whoever brings the vehicle is the contact of the station."""

    TEXTS: ClassVar = TEXTS
    USER_KINDS: ClassVar = frozenset(UserKind)

    service: Literal["inspection_booking"]
    applicant: KeeperApplicant
    vehicle: Vehicle
    station_id: Annotated[str, Field(max_length=20), words.STATION]
    slot_date: SlotDate
    slot_period: Period
    wait_if_full: Waits = False
    contact_name: Annotated[Name, words.CONTACT_NAME]
    contact_mobile: Annotated[Mobile, words.CONTACT_MOBILE]

    @field_validator("station_id")
    @classmethod
    def _a_station_of_the_prefecture(cls, text: str, info: ValidationInfo) -> str:
        return place_of(text, STATIONS, judgement(info).prefecture)

    def facts(self) -> InspectionBookingFacts:
        return InspectionBookingFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            plate_kind=self.vehicle.plate_kind,
            station=self.station_id,
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
        """Gives the office of registration, which issues the mark."""
        return self.vehicle.office_of_registration
