"""D03 损毁换领驾驶证: a licence that is damaged beyond recognition (139 art. 60)."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.blocks.licence.in_force import LicenceInForce
from domain.services.blocks.note import Note
from domain.services.blocks.past_day import PastDay
from domain.services.choices import Capacity, DocumentKind
from domain.services.form import papers_of
from domain.services.judgement import judgement
from domain.services.licence_damaged_replace import words
from domain.services.licence_damaged_replace.facts import LicenceDamagedReplaceFacts
from domain.services.licence_document.facts import PhotoUse
from domain.services.licence_document.form import LicenceDocument, shared_documents


def documents_for(photo: PhotoUse | None, capacity: Capacity | None) -> frozenset[DocumentKind]:
    return shared_documents(photo, capacity) | {DocumentKind.LICENCE_PHOTO}


class LicenceDamagedReplace(LicenceDocument):
    """损毁换领驾驶证. It is asked for within thirty days; later applications are taken too."""

    LAWS: ClassVar = words.LAWS

    service: Literal["licence_damaged_replace"]
    licence: LicenceInForce
    damaged_on: Annotated[PastDay | None, words.DAMAGED_ON] = None
    damage_note: Annotated[Note, words.DAMAGE_NOTE]
    documents: Documents = ()

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        asked = documents_for(info.data.get("photo"), judgement(info).capacity)
        return with_all(asked, value, handler)

    def facts(self) -> LicenceDamagedReplaceFacts:
        return LicenceDamagedReplaceFacts(
            **self.shared_facts(), papers=papers_of(self.documents), damaged_on=self.damaged_on
        )
