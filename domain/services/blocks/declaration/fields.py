"""What the applicant agreed to, and the SMS code that proves that the telephone is at hand.

A form is judged by the day alone, so an instant counts by its office-local day. A telephone whose
clock is a little ahead is believed.
"""

from datetime import date
from typing import Annotated, ClassVar, Final
from uuid import UUID

from pydantic import AwareDatetime, Field, ValidationInfo, field_validator

from domain.calendar import local_day
from domain.code_purpose import CodePurpose
from domain.plausible import SKEW
from domain.services.blocks.block import Block
from domain.services.blocks.contact.proof import ProvesNumber
from domain.services.blocks.declaration import words
from domain.services.judgement import defect, judgement

YEARS: Final = range(2000, 2101)
"""An instant outside these years is a slip. Near the ends of time it has no local day at all."""

Version = Annotated[str, Field(min_length=1, max_length=20, pattern=r"^[0-9A-Za-z._-]+$")]
Moment = Annotated[AwareDatetime | None, Field(validate_default=True)]


def _has_come(value: AwareDatetime, today: date) -> None:
    """Raises the defect of an instant that lies in the future."""
    if value.year not in YEARS:
        raise defect("date_range")
    if local_day(value - SKEW) > today:
        raise defect("in_future")


class Declaration(Block):
    """The applicant agreed to the notice (业务须知) and declared that nothing stands in the way
    (用户申告).

    ``sms_code_id`` is the one-time code by which he has shown that his telephone is at hand. Who
    applies online without having been identified is known by nothing else, so he must have one.
    A code that is named must be good (ADR 43).
    """

    TITLE: ClassVar = words.DECLARATION
    TEXTS: ClassVar = words.TEXTS

    notice_version: Annotated[Version, words.NOTICE_VERSION]
    agreed_at: Annotated[Moment, words.AGREED_AT] = None
    declaration_version: Annotated[Version, words.DECLARATION_VERSION]
    sms_code_id: Annotated[
        UUID | None,
        Field(validate_default=True),
        words.SMS_CODE_ID,
        ProvesNumber(CodePurpose.SUBMISSION, ("agent.mobile", "applicant.mobile")),
    ] = None

    @field_validator("agreed_at")
    @classmethod
    def _agreed(cls, value: AwareDatetime | None, info: ValidationInfo) -> AwareDatetime:
        if value is None:
            raise defect("not_agreed")
        _has_come(value, judgement(info).today)
        return value

    @field_validator("sms_code_id")
    @classmethod
    def _proves_who_is_not_known(cls, value: UUID | None, info: ValidationInfo) -> UUID | None:
        if value is None and judgement(info).not_identified:
            raise defect("sms_unverified")
        return value
