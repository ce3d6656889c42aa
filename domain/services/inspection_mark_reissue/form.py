"""V03 补领检验合格标志: the mark once more, good until the same month (124 art. 51)."""

from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import Field, ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.identifiers.text import plain
from domain.offices.tree import REGIONS
from domain.services.about_vehicle import AboutVehicle
from domain.services.blocks.delivery.fields import Delivery
from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.choices import Capacity, DocumentKind, UserKind
from domain.services.form import papers_of
from domain.services.inspection_mark_reissue import words
from domain.services.inspection_mark_reissue.facts import InspectionMarkReissueFacts, MarkReason
from domain.services.judgement import defect, judgement

ALWAYS: Final = frozenset(
    {DocumentKind.ID_FRONT, DocumentKind.ID_BACK, DocumentKind.DRIVING_PERMIT}
)


def documents_for(capacity: Capacity | None) -> frozenset[DocumentKind]:
    return ALWAYS | {DocumentKind.MANDATE} if capacity is Capacity.AGENT else ALWAYS


class InspectionMarkReissue(AboutVehicle):
    """补领检验合格标志. Either the office of registration does it, or the one that issued it."""

    TEXTS: ClassVar = words.TEXTS
    LAWS: ClassVar = words.LAWS
    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME, UserKind.UNIT})

    service: Literal["inspection_mark_reissue"]
    reason: Annotated[MarkReason, words.REASON]
    mark_office_id: Annotated[
        Annotated[str, Field(min_length=1, max_length=20)] | None, words.MARK_OFFICE
    ] = None
    delivery: Delivery
    documents: Documents = ()

    @field_validator("mark_office_id")
    @classmethod
    def _an_office_that_issues_marks(cls, text: str | None, info: ValidationInfo) -> str | None:
        if text is None:
            return None
        if (office := plain(text)) not in REGIONS:
            raise defect("mark_office_unknown")
        judgement(info).prefecture = office
        return office

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        return with_all(documents_for(judgement(info).capacity), value, handler)

    def facts(self) -> InspectionMarkReissueFacts:
        return InspectionMarkReissueFacts(
            channel=self.channel,
            user_kind=self.user_kind,
            capacity=self.applicant.capacity,
            papers=papers_of(self.documents),
            plate_kind=self.vehicle.plate_kind,
            reason=self.reason,
            mark_office=self.mark_office_id,
            delivery=self.delivery.facts(),
        )

    def office(self) -> str:
        """Gives the office that issued the mark where it is named, or else that of registration."""
        return self.mark_office_id or self.vehicle.office_of_registration
