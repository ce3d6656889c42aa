"""A complete body of D09, valid on the day asked for. It belongs to nobody."""

from datetime import date

from domain.periods import add_months, add_years
from domain.services.blocks import examples
from domain.services.blocks.examples import Body
from domain.services.choices import DocumentKind


def example(today: date) -> Body:
    expiry = add_months(today, 4)
    return {
        "service": "renewal_deferral",
        **examples.applicant("driver"),
        **examples.licence(expiry),
        "reason": "abroad",
        "requested_until": add_years(expiry, 2).isoformat(),
        "declaration": examples.declaration(today),
        "documents": examples.documents(
            DocumentKind.ID_FRONT,
            DocumentKind.ID_BACK,
            DocumentKind.LICENCE_PHOTO_PAGE,
            DocumentKind.DEFERRAL_PROOF,
        ),
    }
