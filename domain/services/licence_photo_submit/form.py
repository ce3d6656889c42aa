"""D10 提交驾驶证照片: a front view, bare-headed, in colour on white (GA 482-2012, 5.2.3)."""

from datetime import date
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.services.about_licence import AboutLicence
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.choices import Capacity, DocumentKind, UserKind
from domain.services.form import papers_of
from domain.services.judgement import defect, judgement
from domain.services.licence_photo_submit import words
from domain.services.licence_photo_submit.facts import LicencePhotoSubmitFacts, PhotoSource

_CALENDAR: Final = Calendar()
ALWAYS: Final = frozenset({DocumentKind.PORTRAIT})


def documents_for(capacity: Capacity | None) -> frozenset[DocumentKind]:
    return ALWAYS | {DocumentKind.MANDATE} if capacity is Capacity.AGENT else ALWAYS


class LicencePhotoSubmit(AboutLicence):
    """提交驾驶证照片."""

    TEXTS: ClassVar = words.TEXTS
    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME})

    service: Literal["licence_photo_submit"]
    source: Annotated[PhotoSource, words.SOURCE]
    taken_on: Annotated[date, words.TAKEN_ON]
    documents: Documents = ()

    @field_validator("taken_on")
    @classmethod
    def _lately(cls, day: date, info: ValidationInfo) -> date:
        today = judgement(info).today
        if day > today:
            raise defect("in_future")
        if info.data.get("source") is PhotoSource.CAMERA and day < today:
            raise defect("photo_taken_today")
        if due(Clock.PHOTO, day, judged_on=today, calendar=_CALENDAR) < today:
            raise defect("photo_too_old")
        return day

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        return with_all(documents_for(judgement(info).capacity), value, handler)

    def facts(self) -> LicencePhotoSubmitFacts:
        return LicencePhotoSubmitFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            source=self.source,
            taken_on=self.taken_on,
        )
