"""A complete body of P01, in order on the day asked for. It belongs to nobody."""

from datetime import date, timedelta

from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    licence = examples.licence(today)["licence"]
    return {
        "service": "violation_handling",
        **examples.applicant("driver"),
        "licence": {name: licence[name] for name in ("licence_no", "file_no")},
        "violation": {
            "violation_no": "4101051234567890",
            "plate_kind": "02",
            "plate_no": "豫A1B2C3",
            "occurred_at": examples.morning(today - timedelta(days=7)),
            "region_code": "410105",
            "place": "郑州市金水区示例路与示范街交叉口",
            "act_code": "1344",
            "fine_yuan": 100,
            "points": 3,
        },
        "accept_facts": True,
        "electronic_service": True,
        "declaration": examples.declaration(today),
        "documents": [],
    }
