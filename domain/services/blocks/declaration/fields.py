"""What the applicant agreed to, and the SMS code that proves that the telephone is at hand.

A form is judged by the day alone, so an instant counts by its office-local day. A code that is
entered just before midnight is good for the day after, and no longer. A telephone whose clock is
a little ahead is believed.
"""

from datetime import date, timedelta
from typing import Annotated, ClassVar, Final

from pydantic import AwareDatetime, Field, ValidationInfo, field_validator

from domain.calendar import local_day
from domain.plausible import SKEW
from domain.services.blocks.block import Block
from domain.services.blocks.declaration import words
from domain.services.judgement import defect, judgement

SMS_GOOD_FOR: Final = timedelta(days=1)
YEARS: Final = range(2000, 2101)
"""An instant outside these years is a slip. Near the ends of time it has no local day at all."""

Version = Annotated[str, Field(min_length=1, max_length=20, pattern=r"^[0-9A-Za-z._-]+$")]
Moment = Annotated[AwareDatetime | None, Field(validate_default=True)]


def _day_by(value: AwareDatetime, today: date) -> date:
    """The day of an instant that has come. Raises the defect of one that has not."""
    if value.year not in YEARS:
        raise defect("date_range")
    if local_day(value - SKEW) > today:
        raise defect("in_future")
    return local_day(value)


def verified_lately(value: AwareDatetime, info: ValidationInfo) -> AwareDatetime:
    """Takes the instant of an SMS verification if it is of today or of the night before."""
    seen = judgement(info)
    if _day_by(value, seen.today) < seen.today - SMS_GOOD_FOR:
        raise defect("sms_stale")
    return value


class Declaration(Block):
    """The applicant agreed to the notice (业务须知), declared that nothing stands in the way
    (用户申告), and verified his telephone.
    """

    TITLE: ClassVar = words.DECLARATION
    TEXTS: ClassVar = words.TEXTS

    notice_version: Annotated[Version, words.NOTICE_VERSION]
    agreed_at: Annotated[Moment, words.AGREED_AT] = None
    declaration_version: Annotated[Version, words.DECLARATION_VERSION]
    sms_verified_at: Annotated[Moment, words.SMS_VERIFIED_AT] = None

    @field_validator("agreed_at")
    @classmethod
    def _agreed(cls, value: AwareDatetime | None, info: ValidationInfo) -> AwareDatetime:
        if value is None:
            raise defect("not_agreed")
        _day_by(value, judgement(info).today)
        return value

    @field_validator("sms_verified_at")
    @classmethod
    def _verified(cls, value: AwareDatetime | None, info: ValidationInfo) -> AwareDatetime:
        if value is None:
            raise defect("sms_unverified")
        return verified_lately(value, info)
