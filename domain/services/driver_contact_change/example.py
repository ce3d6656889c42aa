"""A complete body of D11, valid on the day asked for. It belongs to nobody."""

from datetime import date

from domain.periods import add_years
from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    return {
        "service": "driver_contact_change",
        **examples.applicant("driver"),
        **examples.licence(add_years(today, 3), "B2"),
        "email": "zhangsan@example.com",
        "postcode": "450000",
        "contact_address": "郑州市金水区示例路3号院4号楼502室",
        "employer": "郑州示例物流有限公司",
        "declaration": examples.declaration(today),
        "documents": [],
    }
