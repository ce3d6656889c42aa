"""What people of the town write into the blocks of a form."""

import hashlib
from datetime import datetime
from typing import Any, Final

from cheguan.town.fates import Fate, Plan
from domain.calendar import OFFICE_ZONE

Body = dict[str, Any]

GREEN: Final = frozenset({Fate.GREEN_GRANTED, Fate.GREEN_DENIED})


def written(instant: datetime) -> str:
    return instant.astimezone(OFFICE_ZONE).isoformat()


def digest_of(plan: Plan, paper: str) -> str:
    """The SHA-256 that stands for a picture that nobody took."""
    return hashlib.sha256(f"{plan.seed}:{plan.number}:{paper}".encode()).hexdigest()
