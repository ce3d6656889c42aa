"""All reliefs of the province, as they stand."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.aggregate import State
from domain.choice import Choice
from domain.clocks.clock import Clock
from domain.clocks.relief import Addition, Relief, Suspension
from domain.clocks.terms import Days, Months
from domain.name_based import uuid5
from domain.offices.tree import OFFICES
from domain.reliefs.kind import ReliefBody, ReliefMode
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a57").bytes


class ReliefsStage(Choice):
    """``NONE`` is the list before its first event, and is never stored."""

    NONE = "none", "尚无期限延长措施", "No relief"
    ANNOUNCED = "announced", "已公布期限延长措施", "Reliefs announced"


class StandingRelief(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A relief that was announced, and whose place no other has taken."""

    relief: str
    mode: ReliefMode
    clocks: tuple[Clock, ...]
    regions: tuple[str, ...] = ()
    announced_on: date
    first: date
    last: date | None = None
    days: int = 0
    months: int = 0
    revive: bool = False
    body: ReliefBody
    document_no: str = ""
    text: str

    @property
    def is_open(self) -> bool:
        return self.mode is ReliefMode.SUSPEND and self.last is None

    def holds_in(self, region: str) -> bool:
        return not self.regions or region in self.regions

    @property
    def effect(self) -> Relief:
        """What it does to deadlines."""
        clocks = frozenset(self.clocks)
        if self.mode is ReliefMode.SUSPEND or self.last is None:
            return Suspension(clocks, self.first, self.last, self.revive)
        term = Months(self.months) if self.months else Days(self.days)
        return Addition(clocks, self.first, self.last, term)


class Reliefs(State, frozen=True):
    """``standing`` are in the order in which they were announced. ``announced`` counts all.

    ``replaced`` are those whose place another has taken. They move nothing any more, but what they
    have moved names them.
    """

    stage: ReliefsStage = ReliefsStage.NONE
    standing: Annotated[
        tuple[StandingRelief, ...], Title("现行期限延长措施", "reliefs in force")
    ] = ()
    announced: Annotated[int, Title("已公布件数", "reliefs announced")] = 0
    replaced: Annotated[
        tuple[StandingRelief, ...], Title("已被替代的期限延长措施", "reliefs replaced")
    ] = ()

    def at_office(self, office: str) -> tuple[StandingRelief, ...]:
        """Those that hold where the office is. An unknown office is in no prefecture."""
        record = OFFICES.get(office)
        region = record.region_code if record else ""
        return tuple(each for each in self.standing if each.holds_in(region))


def reliefs_of(province: str) -> UUID:
    """The stream of all reliefs of the province with this GB/T 2260 code."""
    return uuid5(_SPACE, province)
