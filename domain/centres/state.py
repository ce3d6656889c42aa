"""A network office centre as its history says it is, and where it stands."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.aggregate import State
from domain.centres.capacity import EquipmentItem, Means, cases_a_day, means_of
from domain.centres.choices import CentreIncidentKind, CentreShift, EquipmentCondition
from domain.choice import Choice
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed
from domain.name_based import uuid5
from domain.titles import Title

_SPACE: Final = UUID("c6a2f0de-7b1e-5b35-9a57-2f1d1a6be101").bytes


class CentreStage(Choice):
    """``NEW`` is a centre of which nothing was recorded, and is never stored."""

    NEW = "new", "尚无记录", "Nothing recorded"
    RUNNING = "running", "运行中", "Running"


class WorkRules(msgspec.Struct, frozen=True, gc=False):
    """A version of the rules and who has read it, in the order in which they did."""

    version: int
    document_no: str
    effective_on: date
    readers: tuple[str, ...] = ()


class ShiftOfDay(msgspec.Struct, frozen=True, gc=False):
    """Who works on the shift of a day."""

    day: date
    shift: CentreShift
    officers: tuple[str, ...]


class OpenIncident(msgspec.Struct, frozen=True, gc=False):
    """An incident about which something is still to be done."""

    incident: int
    kind: CentreIncidentKind
    lacking: int = 0
    item: str = ""


class Centre(State, frozen=True):
    """``rules`` holds the versions, the newest last. ``shifts`` those of the last two months.

    ``incidents`` counts all that were ever reported, ``open`` are those that were not remedied.
    """

    stage: CentreStage = CentreStage.NEW
    office: Annotated[str, Title("网办中心", "network office centre")] = ""
    rules: Annotated[tuple[WorkRules, ...], Title("工作规范", "work rules")] = ()
    shifts: Annotated[tuple[ShiftOfDay, ...], Title("排班", "shifts")] = ()
    items: Annotated[tuple[EquipmentItem, ...], Title("设备", "equipment")] = ()
    open: Annotated[tuple[OpenIncident, ...], Title("未解决问题", "open incidents")] = ()
    incidents: Annotated[int, Title("已报问题数", "incidents reported")] = 0

    @property
    def version(self) -> int:
        """The newest version of the rules. 0 before the first."""
        return self.rules[-1].version if self.rules else 0

    @property
    def means(self) -> Means:
        return means_of(self.items, sum(each.lacking for each in self.open))

    def item(self, number: str) -> EquipmentItem | None:
        return next((each for each in self.items if each.item == number), None)

    @property
    def in_use(self) -> list[str]:
        """The numbers of the items that were not withdrawn."""
        gone = EquipmentCondition.WITHDRAWN
        return [each.item for each in self.items if each.condition is not gone]

    def officers_on(self, day: date) -> Mapping[CentreShift, int]:
        """How many are on the shifts of the day, or else of the last day before it with any."""
        days = [each.day for each in self.shifts if each.day <= day]
        last = max(days, default=None)
        return {each.shift: len(each.officers) for each in self.shifts if each.day == last}

    def capacity_on(self, day: date) -> int | None:
        """How many applications it can handle on the day. None where no shift is known."""
        officers = self.officers_on(day)
        return cases_a_day(officers, self.means, day) if officers else None


def centre_of(office: str) -> UUID:
    """The stream of a centre, by the id of its office as somebody has typed it."""
    with suppress(InvalidIdentifier):
        office = squeezed(office)
    return uuid5(_SPACE, office.lower())
