"""Until when a vehicle or a driver from abroad stays, and drives (Order 90).

The plate and the permit are good for as long as the entry was approved, and for three months at
most.
"""

from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, ValidationInfo

from domain.dated import Dated, Rule
from domain.periods import add_months
from domain.services.judgement import defect, judgement

LONGEST_STAY: Final = Dated("entry_months", Rule(3, date(2007, 1, 1), "90:6, as remembered"))


def _within_the_longest(day: date, info: ValidationInfo) -> date:
    today = judgement(info).today
    if day < today:
        raise defect("stay_is_over")
    if day > add_months(today, LONGEST_STAY.on(today)):
        raise defect("stay_too_long")
    return day


EndOfStay = Annotated[date, AfterValidator(_within_the_longest)]
