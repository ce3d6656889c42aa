"""A complete body of P02, in order on the day asked for. It belongs to nobody."""

from datetime import date

from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    driver = examples.applicant("driver")
    return {
        "service": "fine_payment",
        **driver,
        "decision": {"decision_no": "4101051234567890"},
        "payer": {name: driver["applicant"][name] for name in ("name", "id_no")},
        "payment_channel": "bank",
        "declaration": examples.declaration(today),
        "documents": [],
    }
