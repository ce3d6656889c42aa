"""D04 超龄换领驾驶证: a class ends at sixty or seventy, and another stands for it (139 art. 59)."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.identifiers import licence_classes
from domain.periods import age_on
from domain.register.age_limits import age_exchange
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.form import papers_of
from domain.services.judgement import defect, identified, judgement
from domain.services.licence_document.facts import MedicalSource
from domain.services.licence_document.form import LicenceDocument, shared_documents
from domain.services.licence_document.words import MEDICAL, TARGET_CLASSES
from domain.services.licence_overage_exchange import words
from domain.services.licence_overage_exchange.facts import LicenceOverageExchangeFacts


class LicenceOverageExchange(LicenceDocument):
    """超龄换领驾驶证. The holder chooses between C1 and C2 where the law leaves him the choice."""

    TEXTS: ClassVar = words.TEXTS
    LAWS: ClassVar = words.LAWS

    service: Literal["licence_overage_exchange"]
    target_classes: Annotated[str, Field(min_length=1, max_length=40), TARGET_CLASSES]
    medical: Annotated[MedicalSource, MEDICAL]
    documents: Documents = ()

    @field_validator("target_classes")
    @classmethod
    def _what_age_leaves(cls, text: str, info: ValidationInfo) -> str:
        target = identified("classes", licence_classes.parse, text)
        seen = judgement(info)
        if seen.classes and seen.born_on:
            age = age_on(seen.born_on, seen.today)
            left = age_exchange(seen.classes.classes, age, seen.today)
            if not left.lost:
                raise defect("age_not_reached")
            if not left.choices:
                raise defect("no_class_left")
            if target.classes not in left.choices:
                raise defect("target_classes_choice")
        return target.text

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        said, capacity = info.data, judgement(info).capacity
        asked = shared_documents(said.get("photo"), capacity, said.get("medical"))
        return with_all(asked, value, handler)

    def facts(self) -> LicenceOverageExchangeFacts:
        return LicenceOverageExchangeFacts(
            **self.shared_facts(),
            papers=papers_of(self.documents),
            target_classes=licence_classes.parse(self.target_classes).classes,
            medical=self.medical,
        )
