"""What every deferral says: from which day it counts, and until when it is asked for."""

from datetime import date
from typing import Annotated, Final

from domain.services.facts import Facts
from domain.titles import Title

_BASE_ON: Final = Title("延期起算日", "counted from")
REQUESTED_UNTIL: Final = Title("申请延期至", "requested until")


class DeferralFacts(Facts, frozen=True, kw_only=True):
    """``base_on`` is the day on which the duty would fall due without the deferral."""

    base_on: Annotated[date, _BASE_ON]
    requested_until: Annotated[date, REQUESTED_UNTIL]
