"""The last warning that a deadline of the office is near or over."""

from datetime import date

import msgspec

from domain.case.grounds import WarningLevel


class DeadlineWarning(msgspec.Struct, frozen=True, gc=False):
    """Somebody was told of a deadline. It was ``answered`` by the day by which it will be done."""

    clock: str
    due_on: date
    level: WarningLevel
    answered: date | None = None
