"""The appointment of a case, as its history says it is."""

from datetime import date

import msgspec

from domain.offices.plan_kind import PlanKind
from domain.seats.commands import SeatAt


class Booking(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """When and where somebody comes. Whoever waits for a seat has no ``number`` yet.

    ``postponed`` counts how often he has put it off at his own wish.
    """

    kind: PlanKind
    place: str
    on: date
    period: str
    number: int | None = None
    checked_in: bool = False
    postponed: int = 0

    def at(self, number: int) -> SeatAt:
        """The seat of this number at that time."""
        return SeatAt(self.kind, self.place, self.on, self.period, number)

    @property
    def comes(self) -> bool:
        """Whether somebody is to come who has not come yet."""
        return self.number is not None and not self.checked_in

    @property
    def seat(self) -> SeatAt | None:
        """The seat that is bound to the case, if it has one."""
        return None if self.number is None else self.at(self.number)
