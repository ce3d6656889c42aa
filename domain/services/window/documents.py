"""What windows hand out, and what it costs."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.services.fees import DRIVING_PERMIT, LICENCE, TEMP_PLATE_SHEET, plates_fen
from domain.services.window.facts import WindowFacts
from domain.titles import Title

CERTIFICATE_FEE: Final = Dated(
    "fee_registration_certificate", Rule(10_00, date(2004, 12, 1), "发改价格〔2004〕2831号")
)
ALL_OF_A_VEHICLE: Final = Title(
    "机动车登记证书、号牌、行驶证和检验合格标志",
    "registration certificate, plates, driving permit and inspection mark",
)
PLATES_PERMIT_AND_MARK: Final = Title(
    "机动车号牌、行驶证和检验合格标志", "plates, driving permit and inspection mark"
)
PLATES_AND_PERMIT: Final = Title("机动车号牌和行驶证", "plates and driving permit")
CERTIFICATE: Final = Title("机动车登记证书", "registration certificate")
PLATES: Final = Title("机动车号牌", "plates")
PERMIT: Final = Title("行驶证", "driving permit")
TEMPORARY_PLATE: Final = Title("临时行驶车号牌", "temporary plate")
LICENCE_CARD: Final = Title("驾驶证", "driving licence")
MARK: Final = Title("检验合格标志", "inspection mark")
BUS_PLATE: Final = Title("校车标牌", "school-bus plate")
ENTRY_PLATE: Final = Title("临时入境机动车号牌和行驶证", "temporary entry plate and permit")
ENTRY_LICENCE: Final = Title("临时机动车驾驶许可", "temporary driving permit")


def new_vehicle_fee(facts: WindowFacts, day: date) -> int:
    """Plates, driving permit and certificate."""
    return plates_fee(facts, day) + DRIVING_PERMIT.on(day) + CERTIFICATE_FEE.on(day)


def plates_fee(facts: WindowFacts, day: date) -> int:
    known = facts.vehicle or facts.new_vehicle
    kind = facts.new_plate_kind or (known.plate_kind if known else None)
    return plates_fen(kind, day) if kind else 0


def transfer_fee(facts: WindowFacts, day: date) -> int:
    """The plates of the other number, and the driving permit (124 art. 19)."""
    return plates_fee(facts, day) + DRIVING_PERMIT.on(day)


def permit_fee(facts: WindowFacts, day: date) -> int:
    return DRIVING_PERMIT.on(day)


def certificate_fee(facts: WindowFacts, day: date) -> int:
    return CERTIFICATE_FEE.on(day)


def temporary_plate_fee(facts: WindowFacts, day: date) -> int:
    return TEMP_PLATE_SHEET.on(day)


def licence_card_fee(facts: WindowFacts, day: date) -> int:
    return LICENCE.on(day)
