"""A licence that has not expired. One that has is renewed, and neither reissued nor replaced."""

from datetime import date

from pydantic import ValidationInfo, field_validator

from domain.services.blocks.licence.fields import Licence
from domain.services.judgement import defect, judgement


class LicenceInForce(Licence):
    """The day of expiry itself is still in force."""

    @field_validator("valid_until")
    @classmethod
    def _not_expired(cls, day: date | None, info: ValidationInfo) -> date | None:
        if day is not None and day < judgement(info).today:
            raise defect("licence_expired")
        return day
