"""A complete body of V11, in order on the day asked for. It belongs to nobody."""

from datetime import date, timedelta

from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    return {
        "service": "inspection_booking",
        **examples.applicant("owner"),
        **examples.vehicle(),
        "station_id": "410100.ins1",
        "slot_date": (today + timedelta(days=7)).isoformat(),
        "slot_period": "14",
        "contact_name": "张三",
        "contact_mobile": "13800001234",
        "declaration": examples.declaration(today),
        "documents": [],
    }
