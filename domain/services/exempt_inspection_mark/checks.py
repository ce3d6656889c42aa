"""Which vehicles are exempt, and when their mark can be applied for.

Each ground has a text of its own, because whoever is refused must know which one it is.
"""

from datetime import date
from typing import Final

from domain.clocks.clock import Clock
from domain.clocks.inspection import EXEMPT_SEATS, EXEMPT_YEARS, needs_no_test, opens_on
from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule
from domain.periods import add_years
from domain.register.vehicle import UseNature, VehicleType
from domain.services.checks.check import Check
from domain.services.exempt_inspection_mark.facts import ExemptInspectionMarkFacts
from domain.services.given import Given
from domain.titles import Title

_Given = Given[ExemptInspectionMarkFacts]

TYPES: Final = frozenset({VehicleType.SEDAN, VehicleType.SMALL_PASSENGER})
"""The types that are exempt. A van is a small passenger car too, and is not."""
UNREGISTERED_YEARS: Final = Dated("exempt_unregistered_years", Rule(4, date(2014, 9, 1), PRACTICE))
"""One that was registered later than so many years after it was made is not exempt for certain."""


def _type_and_use(given: _Given) -> bool | None:
    if given.vehicle is None:
        return None
    return given.vehicle.type in TYPES and given.vehicle.use is UseNature.NON_OPERATING


def _seats(given: _Given) -> bool | None:
    return given.vehicle.seats <= EXEMPT_SEATS.on(given.today) if given.vehicle else None


def _age(given: _Given) -> bool | None:
    """Younger than six years, and the inspection that falls due is not that of the sixth."""
    if given.vehicle is None or given.vehicle.registered_on is None:
        return None
    registered, inspected = given.vehicle.registered_on, given.vehicle.inspected_until
    if given.today >= add_years(registered, EXEMPT_YEARS.on(given.today)):
        return False
    if inspected is None:
        return None
    if not needs_no_test(registered, inspected, judged_on=given.today):
        return False
    made = given.vehicle.made_on
    if made is None or registered > add_years(made, UNREGISTERED_YEARS.on(given.today)):
        return None
    return True


def _unhurt(given: _Given) -> bool | None:
    return not given.vehicle.injury if given.vehicle else None


def _open(given: _Given) -> bool | None:
    """Three months before the validity ends (124 art. 49). Whoever is late talks to a person."""
    if given.vehicle is None or given.vehicle.inspected_until is None:
        return None
    until = given.vehicle.inspected_until
    if given.today < opens_on(until, judged_on=given.today):
        return False
    return True if given.still(Clock.INSP_EXEMPT, until) else None


EXEMPT_TYPE: Final = Check(
    "C-EXTYPE",
    Title("免检车型核对", "Exempt by type and use"),
    "R-NOT-EXEMPT-TYPE",
    Title(
        zh="该机动车不属于免检范围：免检限于非营运的轿车和其他小型、微型载客汽车，不含面包车。"
        "请到机动车检验机构检验。",
        en="The vehicle is not exempt: only private sedans and other small passenger cars are, and "
        "no vans. Please have it inspected at a station.",
    ),
    _type_and_use,
)
EXEMPT_SEAT: Final = Check(
    "C-EXSEAT",
    Title("免检座位数核对", "Exempt by seats"),
    "R-NOT-EXEMPT-SEATS",
    Title(
        zh="该机动车的核定载人数超过免检的上限，不属于免检范围。请到机动车检验机构检验。",
        en="The vehicle has more seats than an exempt one may have. Please have it inspected at a "
        "station.",
    ),
    _seats,
)
EXEMPT_AGE: Final = Check(
    "C-EXAGE",
    Title("免检年限核对", "Exempt by age"),
    "R-NOT-EXEMPT-AGE",
    Title(
        zh="该机动车注册登记已满六年，或者本次应当进行第六年的检验，不属于免检范围。请到机动车检验机构检验。",
        en="The vehicle was registered six years ago, or this inspection is that of the sixth "
        "year, so it is not exempt. Please have it inspected at a station.",
    ),
    _age,
)
EXEMPT_INJURY: Final = Check(
    "C-EXINJ",
    Title("人员伤亡事故核对", "No injury accident"),
    "R-NOT-EXEMPT-INJURY",
    Title(
        zh="该机动车发生过造成人员伤亡的交通事故，应当按照规定周期检验，不属于免检范围。请到机动车检验机构检验。",
        en="Somebody was hurt or killed in an accident with the vehicle, so it is inspected as "
        "usual and not exempt. Please have it inspected at a station.",
    ),
    _unhurt,
)
OPEN: Final = Check(
    "C-INSPOPEN",
    Title("免检标志申请时间核对", "Within three months of the end"),
    "R-TOO-EARLY-MARK",
    Title(
        zh="尚未到可以申请的时间。检验有效期满前三个月内方可申领免检标志，请届时再申请。",
        en="It is too early. The mark can be applied for in the last three months of its validity.",
    ),
    _open,
)
