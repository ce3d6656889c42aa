"""What a service costs, in fen, by the day on which it is judged.

发改价格〔2004〕2831号 sets the prices of plates. 发改价格规〔2019〕1931号 halves that of the
motorcycle plate from 2020-01-01, and 发改价格〔2017〕1186号 lowers that of the driving permit from
2017-07-01. A new-energy plate costs the same as another.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.dated import Dated, Rule
from domain.identifiers.plate import PlateKind

_2004: Final = "发改价格〔2004〕2831号"
_2017: Final = "发改价格〔2017〕1186号"
_2019: Final = "发改价格规〔2019〕1931号"
_SINCE: Final = date(2004, 12, 1)

CAR_PLATES: Final = Dated("fee_plates_car", Rule(100_00, _SINCE, _2004))
TRAILER_PLATE: Final = Dated("fee_plate_trailer", Rule(50_00, _SINCE, _2004))
LOW_SPEED_PLATES: Final = Dated("fee_plates_low_speed", Rule(40_00, _SINCE, _2004))
MOTORCYCLE_PLATES: Final = Dated(
    "fee_plates_motorcycle",
    Rule(70_00, _SINCE, _2004, valid_to=date(2019, 12, 31)),
    Rule(35_00, date(2020, 1, 1), _2019),
)
TEMP_PLATE_SHEET: Final = Dated("fee_temp_plate", Rule(5_00, _SINCE, _2004))
DRIVING_PERMIT: Final = Dated(
    "fee_driving_permit",
    Rule(15_00, _SINCE, _2004, valid_to=date(2017, 6, 30)),
    Rule(10_00, date(2017, 7, 1), _2017),
)
LICENCE: Final = Dated("fee_licence", Rule(10_00, _SINCE, _2004))

_PLATES: Final[Mapping[PlateKind, Dated[int]]] = MappingProxyType(
    {
        PlateKind.LARGE_CAR: CAR_PLATES,
        PlateKind.SMALL_CAR: CAR_PLATES,
        PlateKind.MOTORCYCLE: MOTORCYCLE_PLATES,
        PlateKind.MOPED: MOTORCYCLE_PLATES,
        PlateKind.LOW_SPEED: LOW_SPEED_PLATES,
        PlateKind.TRAILER: TRAILER_PLATE,
        PlateKind.TRAINING_CAR: CAR_PLATES,
        PlateKind.TRAINING_MOTORCYCLE: MOTORCYCLE_PLATES,
        PlateKind.POLICE: CAR_PLATES,
        PlateKind.LARGE_NEV: CAR_PLATES,
        PlateKind.SMALL_NEV: CAR_PLATES,
    }
)


def plates_fen(kind: PlateKind, day: date) -> int:
    """The price of a pair of plates, or of the single plate that the kind has."""
    return _PLATES[kind].on(day)


def licence_fee(facts: object, day: date) -> int:
    """The price of a driving licence, whatever the reason for another one."""
    return LICENCE.on(day)


def no_fee(facts: object, day: date) -> int:
    """The service is free."""
    return 0
