"""Which warnings are reported to whom: to the officer, the head of his office, or the city."""

from typing import Final

from domain.case.grounds import WarningLevel
from domain.case.roles import LEADERS, OFFICERS
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES
from domain.people import Actor

_OF_THE_CITY: Final = frozenset(
    {OfficeKind.VEHICLE_OFFICE, OfficeKind.DETACHMENT, OfficeKind.HEADQUARTERS}
)


def reported_levels(to: Actor) -> frozenset[WarningLevel]:
    """The levels that are reported to an official. A duty leader of the city has two.

    What is due on the next working day is for whoever handles the case, and no news to a leader.
    """
    if to.role in LEADERS:
        office = OFFICES.get(to.office or "")
        overdue = {WarningLevel.OVERDUE} if office and office.kind in _OF_THE_CITY else set()
        return frozenset({WarningLevel.DUE_TODAY} | overdue)
    return frozenset({WarningLevel.DUE_TOMORROW}) if to.role in OFFICERS else frozenset()
