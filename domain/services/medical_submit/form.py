"""D06 提交身体条件证明: what a doctor found of a holder who owes a certificate (139 art. 72)."""

from typing import Any, ClassVar, Final, Literal

from msgspec import structs
from pydantic import ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.clocks.duties import owes_medical
from domain.identifiers import licence_classes
from domain.services.about_licence import AboutLicence
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.blocks.licence.henan import HenanLicence
from domain.services.blocks.medical.duty import MEDICAL_DUTY_TEXTS
from domain.services.blocks.medical.examination import Examination
from domain.services.choices import Capacity, DocumentKind, UserKind
from domain.services.form import papers_of
from domain.services.judgement import defect, judgement
from domain.services.medical_submit import words
from domain.services.medical_submit.facts import MedicalSubmitFacts

ALWAYS: Final = frozenset({DocumentKind.MEDICAL_CERTIFICATE})


def documents_for(capacity: Capacity | None) -> frozenset[DocumentKind]:
    return ALWAYS | {DocumentKind.MANDATE} if capacity is Capacity.AGENT else ALWAYS


class LicenceToCertify(HenanLicence):
    """A licence whose holder owes certificates. The register knows since when."""

    @field_validator("classes")
    @classmethod
    def _whose_holder_owes_one(cls, text: str, info: ValidationInfo) -> str:
        seen = judgement(info)
        classes = licence_classes.parse(text).classes
        if not owes_medical(classes, seen.born_on, seen.today, judged_on=seen.today):
            raise defect("medical_not_required")
        return text


class MedicalSubmit(AboutLicence):
    """提交身体条件证明."""

    TEXTS: ClassVar = MEDICAL_DUTY_TEXTS
    LAWS: ClassVar = words.LAWS
    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME})

    service: Literal["medical_submit"]
    licence: LicenceToCertify
    examination: Examination
    documents: Documents = ()

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        return with_all(documents_for(judgement(info).capacity), value, handler)

    def facts(self) -> MedicalSubmitFacts:
        certified = self.examination.certified(licence_classes.parse(self.licence.classes))
        return MedicalSubmitFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            **structs.asdict(certified),
        )
