"""The medical certificate as it is written down. All that it says of a body is personal."""

import re
from collections.abc import Collection
from datetime import date
from typing import Annotated, ClassVar, Final

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.identifiers import licence_classes
from domain.identifiers.licence_classes import LicenceClass, LicenceClasses
from domain.services.blocks.block import Block
from domain.services.blocks.contact.kinds import Name
from domain.services.blocks.medical import words
from domain.services.blocks.medical.facts import CertificateFacts
from domain.services.blocks.medical.findings import Conclusion, Findings, LowerLimbs, UpperLimbs
from domain.services.blocks.medical.limits import LIMITS, fit_for
from domain.services.judgement import defect, identified, judgement
from domain.services.personal import PERSONAL

_CALENDAR: Final = Calendar()
_HOSPITAL: Final = re.compile(r"HN[0-9]{6}-[0-9]{2}")
_CERTIFICATE: Final = re.compile(r"[0-9A-Z-]{6,30}")
_VISION: Final = re.compile(r"4\.[0-9]|5\.[0-3]")


def _of(shape: re.Pattern[str], rule: str) -> AfterValidator:
    """Takes a text of this shape, in capitals and without blanks around it."""

    def read(text: str) -> str:
        if not shape.fullmatch(typed := text.strip().upper()):
            raise defect(rule)
        return typed

    return AfterValidator(read)


def _within(least: int, most: int, rule: str) -> AfterValidator:
    def read(number: int) -> int:
        if not least <= number <= most:
            raise defect(rule)
        return number

    return AfterValidator(read)


Vision = Annotated[str, Field(max_length=10), _of(_VISION, "vision_range"), PERSONAL]


def _tenths(vision: str) -> int:
    return int(vision.replace(".", ""))


class Examination(Block):
    """Vision is that with which he drives. ``fit_for`` is given if the doctor names classes."""

    TITLE: ClassVar = words.EXAMINATION
    TEXTS: ClassVar = words.TEXTS

    hospital_code: Annotated[
        str,
        Field(max_length=20),
        _of(_HOSPITAL, "hospital_code"),
        words.HOSPITAL,
        words.HOSPITAL_HINT,
    ]
    certificate_no: Annotated[
        str,
        Field(max_length=40),
        _of(_CERTIFICATE, "certificate_no"),
        PERSONAL,
        words.CERTIFICATE_NO,
    ]
    examined_on: Annotated[date, words.EXAMINED_ON]
    height_cm: Annotated[int, _within(100, 250, "height_range"), PERSONAL, words.HEIGHT]
    vision_left: Annotated[Vision, words.VISION_LEFT, words.VISION_HINT]
    vision_right: Annotated[Vision, words.VISION_RIGHT, words.VISION_HINT]
    corrected_left: Annotated[bool, PERSONAL, words.CORRECTED_LEFT]
    corrected_right: Annotated[bool, PERSONAL, words.CORRECTED_RIGHT]
    visual_field: Annotated[
        Annotated[int, _within(0, 180, "visual_field_range")] | None,
        Field(validate_default=True),
        PERSONAL,
        words.VISUAL_FIELD,
    ] = None
    colour_vision: Annotated[bool, PERSONAL, words.COLOUR_VISION]
    hearing_left: Annotated[bool, PERSONAL, words.HEARING_LEFT]
    hearing_right: Annotated[bool, PERSONAL, words.HEARING_RIGHT]
    aid_used: Annotated[bool, PERSONAL, words.AID_USED]
    upper_limbs: Annotated[UpperLimbs, PERSONAL, words.UPPER_LIMBS]
    lower_limbs: Annotated[LowerLimbs, PERSONAL, words.LOWER_LIMBS]
    trunk_neck: Annotated[bool, PERSONAL, words.TRUNK_NECK]
    doctor_name: Annotated[Name, words.DOCTOR]
    conclusion: Annotated[Conclusion, PERSONAL, words.CONCLUSION]
    fit_for: Annotated[
        Annotated[str, Field(min_length=1, max_length=40)] | None,
        Field(validate_default=True),
        PERSONAL,
        words.FIT_FOR,
        words.FIT_FOR_HINT,
    ] = None

    @field_validator("examined_on")
    @classmethod
    def _lately(cls, day: date, info: ValidationInfo) -> date:
        today = judgement(info).today
        if day > today:
            raise defect("in_future")
        if due(Clock.MEDICAL_CERT, day, judged_on=today, calendar=_CALENDAR) < today:
            raise defect("certificate_expired")
        return day

    @field_validator("visual_field")
    @classmethod
    def _measured_for_one_eye(cls, degrees: int | None, info: ValidationInfo) -> int | None:
        eyes = [info.data.get(name) for name in ("vision_left", "vision_right")]
        least = LIMITS.on(judgement(info).today).vision
        impaired = [_tenths(eye) < least for eye in eyes if eye is not None]
        if degrees is None and impaired in ([True, False], [False, True]):
            raise defect("visual_field_needed")
        return degrees

    @field_validator("fit_for")
    @classmethod
    def _classes_that_he_holds(cls, text: str | None, info: ValidationInfo) -> str | None:
        some = info.data.get("conclusion") is Conclusion.FIT_FOR_SOME
        if text is None:
            if some:
                raise defect("missing")
            return None
        if not some and "conclusion" in info.data:
            raise defect("not_applicable")
        found = identified("classes", licence_classes.parse, text)
        held = judgement(info).classes
        if held and not set(found.classes) <= held.permitted:
            raise defect("fit_for_held")
        return found.text

    def findings(self) -> Findings:
        return Findings(
            height_cm=self.height_cm,
            vision=(_tenths(self.vision_left), _tenths(self.vision_right)),
            visual_field=self.visual_field,
            colour_vision=self.colour_vision,
            hearing=self.hearing_left and self.hearing_right,
            aid_used=self.aid_used,
            upper_limbs=self.upper_limbs,
            lower_limbs=self.lower_limbs,
            trunk_neck=self.trunk_neck,
        )

    def certified(self, held: LicenceClasses) -> CertificateFacts:
        """What of it stays in the clear, for somebody who holds these classes."""
        fit = fit_for(self.findings(), self.concluded(held.permitted), self.examined_on)
        return CertificateFacts(
            hospital=self.hospital_code,
            examined_on=self.examined_on,
            fit=set(held.classes) <= set(fit),
            fit_for=fit,
        )

    def concluded(self, permitted: Collection[LicenceClass]) -> tuple[LicenceClass, ...]:
        """Those of the classes for which the doctor finds him fit, in the order of the licence."""
        if self.conclusion is Conclusion.FIT:
            return tuple(each for each in LicenceClass if each in permitted)
        if self.fit_for is None:
            return ()
        named = licence_classes.parse(self.fit_for).permitted
        return tuple(each for each in LicenceClass if each in permitted and each in named)
