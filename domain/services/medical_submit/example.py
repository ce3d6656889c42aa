"""A complete body of D06, valid on the day asked for. It belongs to nobody."""

from datetime import date

from domain.periods import add_years
from domain.services.blocks import examples
from domain.services.blocks.examples import Body
from domain.services.choices import DocumentKind


def example(today: date) -> Body:
    """A holder of C5, who was examined five days ago."""
    return {
        "service": "medical_submit",
        **examples.applicant("driver"),
        **examples.licence(add_years(today, 2), "C5"),
        **examples.examination(today),
        "declaration": examples.declaration(today),
        "documents": examples.documents(DocumentKind.MEDICAL_CERTIFICATE),
    }
