"""A complete body of D04, valid on the day asked for. It belongs to nobody."""

from datetime import date

from domain.periods import add_months
from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    return {
        "service": "licence_overage_exchange",
        **examples.applicant("driver", examples.OVER_SIXTY),
        **examples.licence(add_months(today, 1), "A2", examples.OVER_SIXTY),
        "target_classes": "C1",
        "photo": "use_existing",
        "medical": "hospital",
        "delivery": examples.by_post(),
        "payment": {"method": "online"},
        "declaration": examples.declaration(today),
        "documents": [],
    }
