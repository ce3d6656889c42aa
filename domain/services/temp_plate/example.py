"""A complete body of V04, valid on the day asked for. It belongs to nobody."""

from datetime import date

from domain.services.blocks import examples
from domain.services.blocks.examples import Body
from domain.services.choices import DocumentKind


def example(today: date) -> Body:
    return {
        "service": "temp_plate",
        **examples.applicant("owner"),
        **examples.new_vehicle(),
        "case_kind": "not_registered",
        "travel_area": "across",
        "valid_from": today.isoformat(),
        "office_id": "410100",
        "delivery": examples.by_post(),
        "payment": {"method": "online"},
        "declaration": examples.declaration(today),
        "documents": examples.documents(
            DocumentKind.ID_FRONT,
            DocumentKind.ID_BACK,
            DocumentKind.INSURANCE_POLICY,
            DocumentKind.PURCHASE_INVOICE,
            DocumentKind.FACTORY_CERTIFICATE,
        ),
    }
