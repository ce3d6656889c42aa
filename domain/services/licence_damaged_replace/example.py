"""A complete body of D03, valid on the day asked for. It belongs to nobody."""

from datetime import date, timedelta

from domain.periods import add_months
from domain.services.blocks import examples
from domain.services.blocks.examples import Body
from domain.services.choices import DocumentKind


def example(today: date) -> Body:
    return {
        "service": "licence_damaged_replace",
        **examples.applicant("driver"),
        **examples.licence(add_months(today, 1)),
        "photo": "use_existing",
        "damaged_on": (today - timedelta(days=7)).isoformat(),
        "damage_note": "证件被水浸泡，照片和文字无法辨认",
        "delivery": examples.by_post(),
        "payment": {"method": "online"},
        "declaration": examples.declaration(today),
        "documents": examples.documents(DocumentKind.LICENCE_PHOTO),
    }
