"""D01 期满换领驾驶证: from 90 days before the licence expires (139 art. 57)."""

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.clocks.clock import Clock
from domain.clocks.licence import licence_due, renewal_window
from domain.periods import age_on
from domain.register.age_limits import age_exchange
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.blocks.licence.fields import Licence
from domain.services.form import papers_of
from domain.services.judgement import defect, judgement
from domain.services.licence_document.facts import MedicalSource
from domain.services.licence_document.form import LicenceDocument, shared_documents
from domain.services.licence_document.words import MEDICAL
from domain.services.licence_renewal import words
from domain.services.licence_renewal.facts import LicenceRenewalFacts


class LicenceToRenew(Licence):
    """A licence that expires soon, or has expired and may not be cancelled yet.

    Only the register knows of a deferral or a relief. So the form turns down what no deferral
    could save, and leaves the rest to the check.
    """

    @field_validator("classes")
    @classmethod
    def _below_the_age_limits(cls, text: str, info: ValidationInfo) -> str:
        seen = judgement(info)
        if seen.classes and seen.born_on:
            age = age_on(seen.born_on, seen.today)
            if age_exchange(seen.classes.classes, age, seen.today).lost:
                raise defect("overage_first")
        return text

    @field_validator("valid_until")
    @classmethod
    def _in_the_window(cls, day: date | None, info: ValidationInfo) -> date:
        if day is None:
            raise defect("renewal_long_term")
        today = judgement(info).today
        longest = licence_due(Clock.DEFER_END, day, judged_on=today)
        window = renewal_window(day, judged_on=today, online=False, deferred_until=longest)
        if today < window.first:
            raise defect("renewal_too_early")
        if today > window.last:
            raise defect("renewal_too_late")
        return day


class LicenceRenewal(LicenceDocument):
    """期满换领驾驶证. Renewal includes the review of the licence (139 art. 70)."""

    TEXTS: ClassVar = words.TEXTS
    LAWS: ClassVar = words.LAWS

    service: Literal["licence_renewal"]
    licence: LicenceToRenew
    medical: Annotated[MedicalSource, MEDICAL]
    documents: Documents = ()

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        said, capacity = info.data, judgement(info).capacity
        asked = shared_documents(said.get("photo"), capacity, said.get("medical"))
        return with_all(asked, value, handler)

    def facts(self) -> LicenceRenewalFacts:
        return LicenceRenewalFacts(
            **self.shared_facts(), papers=papers_of(self.documents), medical=self.medical
        )
