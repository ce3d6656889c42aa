"""Drivers who cannot renew their licence in time."""

from datetime import datetime, timedelta
from random import Random
from typing import Final

from cheguan.town import blocks, numbers
from cheguan.town.blocks import Body
from cheguan.town.custom import Custom
from cheguan.town.fates import Plan, shares
from cheguan.town.people import Person
from domain.calendar import local_day
from domain.periods import add_months, add_years
from domain.services.choices import DocumentKind
from domain.services.renewal_deferral.facts import RenewalDeferralFacts


def _body(plan: Plan, draw: Random, who: Person, at: datetime) -> Body:
    expiry = add_months(local_day(at), draw.randint(2, 14)) + timedelta(days=draw.randint(0, 27))
    papers = (
        DocumentKind.ID_FRONT,
        DocumentKind.ID_BACK,
        DocumentKind.LICENCE_PHOTO_PAGE,
        DocumentKind.DEFERRAL_PROOF,
    )
    return {
        "service": "renewal_deferral",
        **blocks.head(draw, plan, who, "driver"),
        "licence": {
            "licence_no": who.id_no,
            "file_no": numbers.file_number(plan.seed, plan.number, plan.city.file_prefix),
            "classes": draw.choices(("C1", "C2", "B2", "A2", "C1D"), (70, 14, 9, 3, 4))[0],
            "valid_until": expiry.isoformat(),
        },
        "reason": draw.choices(("abroad", "military", "other"), (30, 25, 45))[0],
        "requested_until": add_years(expiry, draw.randint(1, 3)).isoformat(),
        "declaration": blocks.declaration(at),
        "documents": blocks.documents(plan, draw, papers),
    }


CUSTOM: Final[Custom[RenewalDeferralFacts]] = Custom(
    share=20,
    fates=shares(
        "straight 800 corrected 60 never_corrected 10 not_accepted 25 refused 35 reopened 8 "
        "withdrawn 20 withdrawal_granted 6 withdrawal_denied 4 on_site 6 overridden 6 held 8 "
        "deemed_accepted 12"
    ),
    body=_body,
)
