"""D06 提交身体条件证明: what a doctor found of a holder who owes a certificate (139 art. 72)."""

from typing import Any, ClassVar, Final, Literal

from pydantic import ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.clocks.duties import owes_medical
from domain.identifiers import licence_classes
from domain.services.blocks.applicant.fields import DriverApplicant
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.blocks.licence.henan import HenanLicence
from domain.services.choices import Capacity, DocumentKind, UserKind
from domain.services.form import Form, papers_of
from domain.services.judgement import defect, judgement
from domain.services.medical_submit import words
from domain.services.medical_submit.examination import Examination
from domain.services.medical_submit.facts import MedicalSubmitFacts
from domain.services.medical_submit.limits import fit_for
from domain.services.subjects import Subjects

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


class MedicalSubmit(Form):
    """提交身体条件证明."""

    TEXTS: ClassVar = words.TEXTS
    LAWS: ClassVar = words.LAWS
    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME})

    service: Literal["medical_submit"]
    applicant: DriverApplicant
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
        held = licence_classes.parse(self.licence.classes)
        concluded = self.examination.concluded(held.permitted)
        fit = fit_for(self.examination.findings(), concluded, self.examination.examined_on)
        return MedicalSubmitFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            hospital=self.examination.hospital_code,
            examined_on=self.examination.examined_on,
            fit=set(held.classes) <= set(fit),
            fit_for=fit,
        )

    def subjects(self) -> Subjects:
        return Subjects(
            id_no=self.applicant.id_no,
            mobile=self.applicant.mobile,
            licence_no=self.licence.licence_no,
        )

    def office(self) -> str:
        """Gives the issuing office."""
        return self.licence.issuing_office
