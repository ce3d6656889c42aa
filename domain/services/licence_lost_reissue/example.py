"""A complete body of D02, valid on the day asked for. It belongs to nobody."""

from datetime import date, timedelta

from domain.periods import add_months
from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    return {
        "service": "licence_lost_reissue",
        **examples.applicant("driver"),
        **examples.licence(add_months(today, 1)),
        "photo": "use_existing",
        "loss_declared": True,
        "loss_date": (today - timedelta(days=3)).isoformat(),
        "loss_place": "郑州火车站",
        "delivery": examples.by_post(),
        "payment": {"method": "online"},
        "declaration": examples.declaration(today),
        "documents": [],
    }
