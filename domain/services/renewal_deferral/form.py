"""D09 延期换领驾驶证: deferral of a renewal, at the issuing office only (139 art. 73)."""

from datetime import date
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.services.blocks.applicant.fields import DriverApplicant
from domain.services.blocks.deferral import REQUESTED_UNTIL
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.blocks.licence.fields import LATEST, Licence
from domain.services.blocks.licence.office import ISSUING_OFFICES
from domain.services.blocks.licence.words import VALID_UNTIL
from domain.services.choices import ONLINE, Capacity, DocumentKind, UserKind
from domain.services.form import Form, papers_of
from domain.services.judgement import defect, judgement
from domain.services.renewal_deferral import words
from domain.services.renewal_deferral.facts import DeferralReason, RenewalDeferralFacts
from domain.services.subjects import Subjects

_CALENDAR: Final = Calendar()

ALWAYS: Final = frozenset(
    {
        DocumentKind.DEFERRAL_PROOF,
        DocumentKind.ID_FRONT,
        DocumentKind.ID_BACK,
        DocumentKind.LICENCE_PHOTO_PAGE,
    }
)


def documents_for(capacity: Capacity | None) -> frozenset[DocumentKind]:
    return ALWAYS | {DocumentKind.MANDATE} if capacity is Capacity.AGENT else ALWAYS


def _due(clock: Clock, expiry: date, today: date) -> date:
    return due(clock, expiry, judged_on=today, calendar=_CALENDAR)


class LicenceToDefer(Licence):
    """A licence that was issued in Henan, and whose expiry is not too near."""

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

    @field_validator("file_no")
    @classmethod
    def _issued_in_henan(cls, file_no: str) -> str:
        if file_no[:4] not in ISSUING_OFFICES:
            raise defect("issued_elsewhere")
        return file_no

    @field_validator("valid_until")
    @classmethod
    def _in_time(cls, day: date | None, info: ValidationInfo) -> date:
        if day is None:
            raise defect("licence_long_term")
        seen = judgement(info)
        seen.valid_until = day
        last = _due(Clock.DEFER_APPLY, day, seen.today) if seen.channel in ONLINE else day
        if seen.today > last:
            raise defect("R-TOO-LATE")
        return day


class RenewalDeferral(Form):
    """延期换领驾驶证. While it runs the holder may not drive."""

    TEXTS: ClassVar = words.TEXTS
    LAWS: ClassVar = words.LAWS
    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME})

    service: Literal["renewal_deferral"]
    applicant: DriverApplicant
    licence: LicenceToDefer
    reason: Annotated[DeferralReason, words.REASON]
    requested_until: Annotated[date, REQUESTED_UNTIL]
    documents: Documents = ()

    @field_validator("requested_until")
    @classmethod
    def _within_the_longest(cls, day: date, info: ValidationInfo) -> date:
        seen = judgement(info)
        if day > LATEST:
            raise defect("date_range")
        if (base := seen.valid_until) is None:
            return day
        if day <= base:
            raise defect("deferral_not_later")
        if day > _due(Clock.DEFER_END, base, seen.today):
            raise defect("deferral_too_long")
        return day

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        seen = judgement(info)
        return with_all(documents_for(seen.capacity), value, handler)

    def facts(self) -> RenewalDeferralFacts:
        return RenewalDeferralFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            reason=self.reason,
            base_on=self.licence.expires_on,
            requested_until=self.requested_until,
        )

    def subjects(self) -> Subjects:
        return Subjects(
            id_no=self.applicant.id_no,
            mobile=self.applicant.mobile,
            licence_no=self.licence.licence_no,
        )

    def office(self) -> str:
        """Gives the issuing office, which the first four digits of the file number name."""
        return ISSUING_OFFICES[self.licence.file_no[:4]]
