"""A complete body of V06, valid on the day asked for. It belongs to nobody."""

from datetime import date

from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    return {
        "service": "vehicle_contact_change",
        **examples.applicant("owner"),
        **examples.vehicle(),
        "email": "zhangsan@example.com",
        "postcode": "450000",
        "contact_address": "郑州市金水区示例路3号院4号楼502室",
        "declaration": examples.declaration(today),
        "documents": [],
    }
