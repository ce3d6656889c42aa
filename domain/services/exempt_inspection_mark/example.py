"""A complete body of V05, valid on the day asked for. It belongs to nobody."""

from datetime import date, timedelta

from domain.periods import add_months, add_years
from domain.services.blocks import examples
from domain.services.blocks.examples import Body
from domain.services.choices import DocumentKind


def example(today: date) -> Body:
    insured_from = add_months(today, -6)
    return {
        "service": "exempt_inspection_mark",
        **examples.applicant("owner"),
        **examples.vehicle(),
        "insurance_start": insured_from.isoformat(),
        "insurance_end": (add_years(insured_from, 1) - timedelta(days=1)).isoformat(),
        "tax_status": "paid",
        "delivery": examples.by_post(),
        "declaration": examples.declaration(today),
        "documents": examples.documents(DocumentKind.DRIVING_PERMIT, DocumentKind.INSURANCE_POLICY),
    }
