"""The fields and the papers that the four services share."""

from typing import Annotated, Any, ClassVar

from domain.identifiers import licence_classes
from domain.services.blocks.applicant.fields import DriverApplicant
from domain.services.blocks.delivery.fields import Delivery
from domain.services.blocks.licence.fields import Licence
from domain.services.blocks.licence.office import office_with_power
from domain.services.blocks.payment import Payment
from domain.services.choices import Capacity, DocumentKind, UserKind
from domain.services.form import Form
from domain.services.licence_document import words
from domain.services.licence_document.facts import MedicalSource, PhotoUse
from domain.services.subjects import Subjects


def shared_documents(
    photo: PhotoUse | None, capacity: Capacity | None, medical: MedicalSource | None = None
) -> frozenset[DocumentKind]:
    """The papers that follow from what was chosen. What the register has is not asked for."""
    return frozenset(
        kind
        for kind, asked in (
            (DocumentKind.PORTRAIT, photo is PhotoUse.NEW),
            (DocumentKind.MEDICAL_CERTIFICATE, medical is MedicalSource.UPLOAD),
            (DocumentKind.MANDATE, capacity is Capacity.AGENT),
        )
        if asked
    )


class LicenceDocument(Form):
    """An application for another licence, which goes by post or is collected."""

    USER_KINDS: ClassVar = frozenset({UserKind.REAL_NAME})

    applicant: DriverApplicant
    licence: Licence
    photo: Annotated[PhotoUse, words.PHOTO]
    delivery: Delivery
    payment: Payment

    def shared_facts(self) -> dict[str, Any]:
        """Gives the facts that every one of the four has."""
        return {
            "channel": self.channel,
            "user_kind": self.user_kind,
            "capacity": self.applicant.capacity,
            "delivery": self.delivery.facts(),
            "pays": self.payment.method,
            "classes": licence_classes.parse(self.licence.classes).classes,
            "valid_until": self.licence.valid_until,
            "photo": self.photo,
        }

    def subjects(self) -> Subjects:
        return Subjects(
            id_no=self.applicant.id_no,
            mobile=self.applicant.mobile,
            licence_no=self.licence.licence_no,
        )

    def office(self) -> str:
        """Gives the issuing office, or that of the delivery for a licence of another province."""
        return office_with_power(self.licence.file_no, self.delivery.facts())
