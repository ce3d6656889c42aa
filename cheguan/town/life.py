"""A case of the town on its way: whose it is, and what has been done already."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from cheguan.town.fates import Plan
from domain.message import Command
from domain.people import Actor


class AskRegister(Command, frozen=True):
    """The checker asks the register about the case. The answer becomes the command."""


class Act(NamedTuple):
    """A command that somebody gives at an instant. What it is to seal still stands in the clear."""

    at: datetime
    by: Actor
    command: Command


@dataclass(slots=True)
class Life:
    """One case. ``done`` holds what happens only once, and ``owner`` is who applied."""

    plan: Plan
    owner: str
    case: UUID | None = None
    done: frozenset[str] = frozenset()

    def once(self, what: str) -> bool:
        """Whether this happens for the first time."""
        if what in self.done:
            return False
        self.done |= {what}
        return True
