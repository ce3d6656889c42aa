"""Lost and damaged plates."""

from datetime import datetime
from random import Random
from typing import Final

from cheguan.town import blocks
from cheguan.town.blocks import Body
from cheguan.town.custom import Custom
from cheguan.town.deliveries import delivery
from cheguan.town.fates import Plan, shares
from cheguan.town.people import Person
from domain.case.production.reasons import OldDocument
from domain.services.choices import DocumentKind
from domain.services.plate_reissue.facts import PlateReason, PlateReissueFacts


def _body(plan: Plan, draw: Random, who: Person, at: datetime) -> Body:
    reason = draw.choices(("lost", "destroyed", "damaged"), (60, 5, 35))[0]
    papers = [
        DocumentKind.ID_FRONT,
        DocumentKind.ID_BACK,
        DocumentKind.REGISTRATION_CERTIFICATE,
        *([DocumentKind.PLATE_PHOTO] if reason == "damaged" else []),
    ]
    to = delivery(plan, draw, who, at)
    paid = draw.choices(("online", "on_delivery"), (92, 8))[0]
    is_unit = plan.fate in blocks.GREEN or draw.random() < 0.04
    return {
        "service": "plate_reissue",
        **blocks.head(draw, plan, who, "owner", is_unit=is_unit),
        "vehicle": blocks.vehicle(plan, draw),
        "business": "replace" if reason == "damaged" else "reissue",
        "reason": reason,
        "plates_affected": draw.choice(("front", "rear", "both")),
        "need_temp_plate": draw.random() < 0.5,
        "delivery": to,
        "payment": {"method": paid if to["mode"] == "post" else "online"},
        "declaration": blocks.declaration(at),
        "documents": blocks.documents(plan, draw, papers),
    }


def _old_document(facts: PlateReissueFacts) -> OldDocument:
    return OldDocument.RETURNED if facts.reason is PlateReason.DAMAGED else OldDocument.LOST


CUSTOM: Final[Custom[PlateReissueFacts]] = Custom(
    share=38,
    fates=shares(
        "straight 560 unpaid 45 paid_at_second_try 35 corrected 60 never_corrected 12 "
        "not_accepted 15 refused 20 reopened 8 withdrawn 20 withdrawal_granted 8 "
        "withdrawal_denied 6 on_site 10 overridden 8 reposted 55 reposted_twice 10 "
        "never_fetched 8 area_closed 25 collected 40 never_collected 8 green_granted 8 "
        "green_denied 6 transferred 12 held 8 deemed_accepted 13"
    ),
    body=_body,
    old_document=_old_document,
)
