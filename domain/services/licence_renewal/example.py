"""A complete body of D01, valid on the day asked for. It belongs to nobody."""

from datetime import date

from domain.periods import add_months
from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    return {
        "service": "licence_renewal",
        **examples.applicant("driver"),
        **examples.licence(add_months(today, 1)),
        "photo": "use_existing",
        "medical": "hospital",
        "delivery": examples.by_post(),
        "payment": {"method": "online"},
        "declaration": examples.declaration(today),
        "documents": [],
    }
