"""The facts of a mark without inspection that are stored in the clear."""

from datetime import date
from typing import Annotated

from domain.choice import Choice
from domain.identifiers.plate import PlateKind
from domain.services.blocks.vehicle.words import PLATE_KIND
from domain.services.exempt_inspection_mark import words
from domain.services.facts import Facts


class TaxStatus(Choice):
    PAID = "paid", "已纳税", "paid"
    EXEMPT = "exempt", "免税", "exempt"


class ExemptInspectionMarkFacts(Facts, frozen=True, kw_only=True, tag="exempt_inspection_mark"):
    plate_kind: Annotated[PlateKind, PLATE_KIND]
    insurance_start: Annotated[date, words.INSURANCE_START]
    insurance_end: Annotated[date, words.INSURANCE_END]
    tax_status: Annotated[TaxStatus, words.TAX_STATUS]
