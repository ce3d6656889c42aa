"""A complete body of V02, valid on the day asked for. It belongs to nobody."""

from datetime import date

from domain.services.blocks import examples
from domain.services.blocks.examples import Body
from domain.services.choices import DocumentKind


def example(today: date) -> Body:
    return {
        "service": "driving_permit_reissue",
        **examples.applicant("owner"),
        **examples.vehicle(),
        "business": "reissue",
        "reason": "lost",
        "delivery": examples.by_post(),
        "payment": {"method": "online"},
        "declaration": examples.declaration(today),
        "documents": examples.documents(
            DocumentKind.ID_FRONT, DocumentKind.ID_BACK, DocumentKind.VEHICLE_PHOTO_45DEG
        ),
    }
