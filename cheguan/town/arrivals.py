"""When the lives of a story begin. There may be a hundred thousand, so each takes eight bytes."""

from array import array
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Final, NamedTuple

from cheguan.town.plans import FIRST_DAY
from domain.calendar import OFFICE_ZONE

_FIRST: Final = datetime.combine(FIRST_DAY, time(), OFFICE_ZONE)
_MILLISECOND: Final = timedelta(milliseconds=1)
_NUMBERS: Final = 1 << 24


class Arrival(NamedTuple):
    """A life begins at an instant, which is one of whole milliseconds."""

    at: datetime
    number: int


class Arrivals:
    """The lives that have not begun, in the order in which they do."""

    def __init__(self, arrivals: Iterable[tuple[datetime, int]]) -> None:
        packed = ((at - _FIRST) // _MILLISECOND * _NUMBERS + number for at, number in arrivals)
        self._left = array("q", sorted(packed, reverse=True))

    def __len__(self) -> int:
        return len(self._left)

    @property
    def first(self) -> Arrival | None:
        if not self._left:
            return None
        milliseconds, number = divmod(self._left[-1], _NUMBERS)
        return Arrival(_FIRST + milliseconds * _MILLISECOND, number)

    def pop(self) -> None:
        """Takes the first away."""
        self._left.pop()
