"""A complete body of V03, valid on the day asked for. It belongs to nobody."""

from datetime import date

from domain.services.blocks import examples
from domain.services.blocks.examples import Body
from domain.services.choices import DocumentKind


def example(today: date) -> Body:
    return {
        "service": "inspection_mark_reissue",
        **examples.applicant("owner"),
        **examples.vehicle(),
        "reason": "lost",
        "delivery": examples.by_post(),
        "declaration": examples.declaration(today),
        "documents": examples.documents(
            DocumentKind.ID_FRONT, DocumentKind.ID_BACK, DocumentKind.DRIVING_PERMIT
        ),
    }
