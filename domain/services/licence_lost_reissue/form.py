"""D02 遗失补领驾驶证: against a written statement of the loss (139 art. 63)."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.blocks.licence.in_force import LicenceInForce
from domain.services.blocks.note import Note
from domain.services.blocks.past_day import PastDay
from domain.services.choices import Capacity, DocumentKind
from domain.services.form import papers_of
from domain.services.judgement import judgement
from domain.services.licence_document.facts import PhotoUse
from domain.services.licence_document.form import LicenceDocument, shared_documents
from domain.services.licence_lost_reissue import words
from domain.services.licence_lost_reissue.facts import LicenceLostReissueFacts


def documents_for(
    photo: PhotoUse | None, capacity: Capacity | None, *, loss_declared: bool
) -> frozenset[DocumentKind]:
    """The declaration in the form counts as the written statement, as the telephone is verified."""
    asked = shared_documents(photo, capacity)
    return asked if loss_declared else asked | {DocumentKind.LOSS_STATEMENT}


class LicenceLostReissue(LicenceDocument):
    """遗失补领驾驶证. The lost licence is void, and may not be used if it is found again."""

    LAWS: ClassVar = words.LAWS

    service: Literal["licence_lost_reissue"]
    licence: LicenceInForce
    loss_declared: Annotated[bool, words.LOSS_DECLARED]
    loss_date: Annotated[PastDay | None, words.LOSS_DATE] = None
    loss_place: Annotated[Note | None, words.LOSS_PLACE] = None
    documents: Documents = ()

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        said, capacity = info.data, judgement(info).capacity
        declared = said.get("loss_declared", True)
        asked = documents_for(said.get("photo"), capacity, loss_declared=declared)
        return with_all(asked, value, handler)

    def facts(self) -> LicenceLostReissueFacts:
        return LicenceLostReissueFacts(
            **self.shared_facts(),
            papers=papers_of(self.documents),
            loss_declared=self.loss_declared,
        )
