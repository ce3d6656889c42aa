"""The one form of all window services. The line of the table says which parts a service asks."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Final

from pydantic import (
    Field,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
)
from pydantic_core import InitErrorDetails

from domain.identifiers import licence_classes
from domain.offices.tree import prefecture_of
from domain.services.blocks.applicant.fields import Applicant
from domain.services.blocks.business import Business
from domain.services.blocks.delivery.fields import Delivery
from domain.services.blocks.licence.office import ISSUING_OFFICES
from domain.services.blocks.vehicle.fields import Vehicle
from domain.services.choices import Capacity, Channel, PaymentMethod, UserKind
from domain.services.judgement import defect, identified, judgement
from domain.services.subjects import Subjects
from domain.services.window import parts, words
from domain.services.window.blocks import NewPlate
from domain.services.window.facts import WindowFacts
from domain.services.window.form_parts import WindowParts
from domain.services.window.matter import FormPart
from domain.services.window.originals import Original
from domain.services.window.table import ROWS
from domain.services.window.window_service import WindowService

WINDOWS: Final = frozenset({Channel.WINDOW, Channel.EXTENDED_HOURS_WINDOW, Channel.EMERGENCY})
"""The channels of what is taken in at a window."""


class WindowForm(WindowParts):
    """An application that a clerk enters for the person who stands at his window."""

    TEXTS: ClassVar = words.TEXTS
    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME, UserKind.UNIT})

    delivery: Delivery | None = None
    originals: Annotated[
        tuple[Original, ...],
        Field(max_length=len(Original), validate_default=True, strict=False),
        words.ORIGINALS,
    ] = ()

    @property
    def row(self) -> WindowService:
        return ROWS[self.service]

    @field_validator("service")
    @classmethod
    def _in_the_table(cls, code: str) -> str:
        if code not in ROWS:
            raise defect("service")
        return code

    @field_validator("channel")
    @classmethod
    def _at_a_window(cls, channel: Channel) -> Channel:
        if channel not in WINDOWS:
            raise defect("channel_not_window")
        return channel

    @field_validator("user_kind")
    @classmethod
    def _units_have_no_licence(cls, user_kind: UserKind, info: ValidationInfo) -> UserKind:
        row = _row(info)
        if user_kind is UserKind.UNIT and row and not row.matter.units:
            raise defect("unit_not_served")
        return user_kind

    @field_validator("applicant")
    @classmethod
    def _whose_it_is(cls, applicant: Applicant, info: ValidationInfo) -> Applicant:
        row = _row(info)
        if row and applicant.capacity not in row.capacities:
            raise defect("capacity_of_service")
        return applicant

    @field_validator(*FormPart)
    @classmethod
    def _asked_by_the_service(cls, part: Any, info: ValidationInfo) -> Any:
        row = _row(info)
        if row and (info.field_name in row.matter.parts) != (part is not None):
            raise defect("not_applicable" if part is not None else "missing")
        return part

    @field_validator("new_plate")
    @classmethod
    def _another_number(cls, plate: NewPlate | None, info: ValidationInfo) -> NewPlate | None:
        """It is of the office of registration, and not the number that goes."""
        known: Vehicle | None = info.data.get("vehicle")
        if plate and known:
            if plate.key == known.key:
                raise defect("plate_kept")
            if plate.office_of_registration != known.office_of_registration:
                raise defect("plate_elsewhere")
        return plate

    @field_validator("moves_to")
    @classmethod
    def _somewhere_else(cls, region: str | None, info: ValidationInfo) -> str | None:
        known: Vehicle | None = info.data.get("vehicle")
        if region and known and region[:4] == known.office_of_registration[:4]:
            raise defect("moves_nowhere")
        return region

    @field_validator("target_classes", "classes")
    @classmethod
    def _classes_as_printed(cls, text: str | None, info: ValidationInfo) -> str | None:
        """Whether they may be given is for the checks, which know what he holds."""
        if text is None:
            return None
        found = identified("classes", licence_classes.parse, text)
        if info.field_name == "classes":
            judgement(info).classes = found
        return found.text

    @field_validator("reissue")
    @classmethod
    def _in_person(cls, reissue: Business | None, info: ValidationInfo) -> Business | None:
        """A lost certificate is reissued to nobody but the owner (124 art. 54)."""
        row = _row(info)
        acted_for = judgement(info).capacity is Capacity.AGENT
        if row and reissue and acted_for and reissue in row.end.in_person:
            raise defect("reissue_in_person")
        return reissue

    @field_validator("originals", mode="wrap")
    @classmethod
    def _all_shown(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Original, ...]:
        """Each original that is missing is a defect of its own (ALL art. 32)."""
        shown: tuple[Original, ...] = handler(value)
        if wrong := list(_lines(shown, _row(info), info)):
            raise ValidationError.from_exception_data("originals", wrong)
        return shown

    def facts(self) -> WindowFacts:
        """The facts but the counter, which is that of the clerk who takes it in."""
        row = self.row
        return WindowFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=(),
            delivery=self.delivery.facts() if self.delivery and row.end.document else None,
            pays=PaymentMethod.WINDOW if row.end.document else None,
            business=self.service,
            shown=self.originals,
            new_vehicle=parts.new_vehicle(self.new_vehicle, self.registration),
            vehicle=parts.known_vehicle(self.vehicle),
            travel_area=self.travel_area,
            exam=parts.examination(self.exam, row.end.subject),
            reissue=self.reissue,
            new_plate_kind=self.new_plate.plate_kind if self.new_plate else None,
            inspected_on=self.inspected_on,
            cancelled_for=self.cancelled_for,
            target_classes=parts.classes(self.target_classes),
            certificate=parts.certificate(self.examination, self.classes),
            first_registered_on=self.first_registered_on,
            alteration=self.altered.alteration if self.altered else None,
            new_use=self.altered.use_nature if self.altered else None,
            corrected=parts.corrected(self.corrected),
            moves_to=self.moves_to,
            wanted_class=self.wanted_class,
            report=parts.report(self.report),
            penalty=parts.penalty(self.penalty),
            stays_until=self.stays_until,
        )

    def subjects(self) -> Subjects:
        known, new = self.vehicle, self.new_vehicle
        return Subjects(
            id_no=self.applicant.id_no,
            mobile=self.applicant.mobile,
            plate=known.key if known else None,
            vin=known.vin if known else new.vin if new else None,
            licence_no=self._licence_no,
            matter_no=self._matter_no,
        )

    @property
    def _licence_no(self) -> str | None:
        """Whoever gets his first licence here has one with the number of his identity document."""
        if self.licence:
            return self.licence.licence_no
        return self.applicant.id_no if self.row.first_licence else None

    @property
    def _matter_no(self) -> str | None:
        """The subject that one person sits, or the violation that is handled."""
        if self.exam:
            return f"{self.applicant.id_no}:{self.row.end.subject}"
        return self.penalty.violation_no if self.penalty else None

    def office(self) -> str:
        """The prefecture with power; none where any window has it, or a licence is of elsewhere."""
        if self.vehicle:
            return self.vehicle.office_of_registration
        if self.registration:
            return self.registration.office_of_registration
        if self.exam:
            return prefecture_of(self.exam.site_id)
        return ISSUING_OFFICES.get(self.licence.file_no[:4], "") if self.licence else ""


def _row(info: ValidationInfo) -> WindowService | None:
    return ROWS.get(info.data.get("service", ""))


def _lines(
    shown: tuple[Original, ...], row: WindowService | None, info: ValidationInfo
) -> Iterator[InitErrorDetails]:
    if len(set(shown)) < len(shown):
        yield InitErrorDetails(type=defect("original_twice"), loc=(), input=None)
    asked = {*(row.asked_of(info.data.get("reissue")) if row else ())}
    if row and judgement(info).capacity is Capacity.AGENT:
        asked.add(Original.MANDATE)
    for each in sorted(asked.difference(shown)):
        yield InitErrorDetails(type=defect(f"original_missing_{each}"), loc=(), input=None)
