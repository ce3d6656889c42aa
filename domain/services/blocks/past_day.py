"""A day on which something happened that the applicant tells of."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from domain.services.blocks.licence.fields import EARLIEST
from domain.services.judgement import defect, judgement


def _has_come(day: date, info: ValidationInfo) -> date:
    if day > judgement(info).today:
        raise defect("in_future")
    if day < EARLIEST:
        raise defect("date_range")
    return day


PastDay = Annotated[date, AfterValidator(_has_come)]
