"""A complete body of V09, in order on the day asked for. It belongs to nobody."""

from datetime import date, timedelta

from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    return {
        "service": "nev_swap_booking",
        **examples.applicant("owner"),
        **examples.vehicle(),
        "energy": "bev",
        "select_at_hall": True,
        "outlet_id": "410100.st1",
        "slot_date": (today + timedelta(days=7)).isoformat(),
        "slot_period": "09",
        "declaration": examples.declaration(today),
        "documents": [],
    }
