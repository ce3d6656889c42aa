"""D09 延期换领驾驶证: deferral of a renewal."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, ValidationInfo, field_validator

from domain.services.blocks.licence.henan import HenanLicence
from domain.services.blocks.licence.words import VALID_UNTIL
from domain.services.deferral.form import DeferralForm, counted_from
from domain.services.judgement import defect, judgement
from domain.services.renewal_deferral import words
from domain.services.renewal_deferral.facts import RenewalDeferralFacts


class ExpiringLicence(HenanLicence):
    """A licence whose expiry is not too near."""

    valid_until: Annotated[
        date | None,
        Field(description="the day of expiry; null is a long-term licence"),
        VALID_UNTIL,
    ]

    @property
    def expires_on(self) -> date:
        """The day of expiry. A licence that was read always has one."""
        if self.valid_until is None:
            raise ValueError("a long-term licence")
        return self.valid_until

    @field_validator("valid_until")
    @classmethod
    def _in_time(cls, day: date | None, info: ValidationInfo) -> date:
        if day is None:
            raise defect("licence_long_term")
        return counted_from(day, judgement(info))


class RenewalDeferral(DeferralForm):
    """延期换领驾驶证."""

    TEXTS: ClassVar = {**DeferralForm.TEXTS, **words.TEXTS}
    FACTS: ClassVar = RenewalDeferralFacts

    service: Literal["renewal_deferral"]
    licence: ExpiringLicence

    @property
    def base_on(self) -> date:
        return self.licence.expires_on
