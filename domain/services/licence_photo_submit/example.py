"""A complete body of D10, valid on the day asked for. It belongs to nobody."""

from datetime import date

from domain.periods import add_years
from domain.services.blocks import examples
from domain.services.blocks.examples import Body
from domain.services.choices import DocumentKind


def example(today: date) -> Body:
    return {
        "service": "licence_photo_submit",
        **examples.applicant("driver"),
        **examples.licence(add_years(today, 1)),
        "source": "camera",
        "taken_on": today.isoformat(),
        "declaration": examples.declaration(today),
        "documents": examples.documents(DocumentKind.PORTRAIT),
    }
