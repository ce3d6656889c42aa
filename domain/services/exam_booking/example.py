"""A complete body of D05, in order on the day asked for. It belongs to nobody."""

from datetime import date, timedelta

from domain.services.blocks import examples
from domain.services.blocks.examples import Body


def example(today: date) -> Body:
    return {
        "service": "exam_booking",
        **examples.applicant("learner"),
        "permit": {"permit_no": "410100123456"},
        "subject": "SUBJ2",
        "exam_class": "C1",
        "site_id": "410100.exs1",
        "exam_date": (today + timedelta(days=20)).isoformat(),
        "session": "morning",
        "declaration": examples.declaration(today),
        "documents": [],
    }
