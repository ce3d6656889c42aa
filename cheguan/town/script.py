"""Acts one after another, as the steps write them down."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from cheguan.town.pace import Pace
from cheguan.town.plans import Plan
from domain.case.commands import CaseCommand
from domain.case.state import Case
from domain.people import Actor


class Act(NamedTuple):
    """A command somebody gives at an instant; what it seals still stands in the clear."""

    at: datetime
    by: Actor
    command: CaseCommand


@dataclass(slots=True)
class Script:
    """Each method adds an act, some time after the one before; see :class:`Pace` for the units."""

    at: datetime
    pace: Pace
    acts: list[Act] = field(default_factory=list)

    def machine(self, by: Actor, command: CaseCommand) -> None:
        self._add(self.pace.machine(self.at), by, command)

    def office(self, by: Actor, command: CaseCommand, least: int, most: int) -> None:
        self._add(self.pace.office(self.at, least, most), by, command)

    def citizen(self, by: Actor, command: CaseCommand, least: int, most: int) -> None:
        self._add(self.pace.citizen(self.at, least, most), by, command)

    def post(self, by: Actor, command: CaseCommand, least: int, most: int) -> None:
        self._add(self.pace.post(self.at, least, most), by, command)

    def wait_until(self, instant: datetime) -> None:
        self.at = self.pace.not_before(self.at, instant)

    def _add(self, at: datetime, by: Actor, command: CaseCommand) -> None:
        self.at = at
        self.acts.append(Act(at, by, command))


@dataclass(frozen=True, slots=True)
class Scene:
    """A case as it stands, and what is to become of it. ``post_serial`` numbers its parcels."""

    current: Case
    plan: Plan
    post_serial: int
