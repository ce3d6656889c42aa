"""The fields of the form that only some window services have, each with its block."""

from typing import Annotated, Final

from pydantic import Field

from domain.identifiers.licence_classes import LicenceClass
from domain.register.vehicle import DeregistrationGround
from domain.services.blocks.business import BUSINESS, Business
from domain.services.blocks.licence.fields import LicenceNumbers
from domain.services.blocks.licence.words import CLASSES
from domain.services.blocks.medical.examination import Examination
from domain.services.blocks.mortgagee.fields import Mortgagee
from domain.services.blocks.new_vehicle.fields import NewVehicle
from domain.services.blocks.past_day import PastDay
from domain.services.blocks.travel_area import TRAVEL_AREA, TravelArea
from domain.services.blocks.vehicle.fields import Vehicle
from domain.services.form import Form
from domain.services.licence_document.words import TARGET_CLASSES
from domain.services.window import words
from domain.services.window.blocks import ExamResult, NewPlate, Registration
from domain.services.window.entries import AlteredVehicle, CorrectedEntries
from domain.services.window.results import Penalty, StationReport
from domain.services.window.stay import EndOfStay

_Part: Final = Field(default=None, validate_default=True)


class WindowParts(Form):
    """A part is there exactly if the service asks for it."""

    vehicle: Annotated[Vehicle | None, _Part] = None
    new_vehicle: Annotated[NewVehicle | None, _Part] = None
    registration: Annotated[Registration | None, _Part] = None
    new_plate: Annotated[NewPlate | None, _Part] = None
    mortgagee: Annotated[Mortgagee | None, _Part] = None
    inspected_on: Annotated[PastDay | None, _Part, words.INSPECTED_ON] = None
    cancelled_for: Annotated[DeregistrationGround | None, _Part, words.CANCELLED_FOR] = None
    licence: Annotated[LicenceNumbers | None, _Part] = None
    target_classes: Annotated[
        Annotated[str, Field(min_length=1, max_length=40)] | None, _Part, TARGET_CLASSES
    ] = None
    classes: Annotated[
        Annotated[str, Field(min_length=1, max_length=40)] | None, _Part, CLASSES
    ] = None
    examination: Annotated[Examination | None, _Part] = None
    exam: Annotated[ExamResult | None, _Part] = None
    travel_area: Annotated[TravelArea | None, _Part, TRAVEL_AREA] = None
    reissue: Annotated[Business | None, _Part, BUSINESS] = None
    first_registered_on: Annotated[PastDay | None, _Part, words.FIRST_REGISTERED_ON] = None
    altered: Annotated[AlteredVehicle | None, _Part] = None
    corrected: Annotated[CorrectedEntries | None, _Part] = None
    moves_to: Annotated[
        Annotated[str, Field(pattern=r"^[1-9][0-9]{5}$")] | None, _Part, words.MOVES_TO
    ] = None
    wanted_class: Annotated[LicenceClass | None, _Part, words.WANTED_CLASS] = None
    report: Annotated[StationReport | None, _Part] = None
    penalty: Annotated[Penalty | None, _Part] = None
    stays_until: Annotated[EndOfStay | None, _Part, words.STAYS_UNTIL] = None
