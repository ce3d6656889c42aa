"""What people of the town write into the blocks of a form."""

from datetime import datetime
from typing import Any, Final

from cheguan.town.fates import Fate
from domain.calendar import OFFICE_ZONE

Body = dict[str, Any]

GREEN: Final = frozenset({Fate.GREEN_GRANTED, Fate.GREEN_DENIED})


def written(instant: datetime) -> str:
    return instant.astimezone(OFFICE_ZONE).isoformat()
