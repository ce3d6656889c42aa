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


class DrawNumbers(Command, frozen=True):
    """He asks for ten more numbers. Those that are drawn become the command."""


class PickNumber(Command, frozen=True):
    """He takes one of the numbers on offer. Which one it is becomes the command."""


class ComeToRegister(Command, frozen=True):
    """He brings what he has told online to a window, and the life goes on with the case there."""


class LookAgain(Command, frozen=True):
    """Nothing is done. By then others have done something, and the life goes on from there."""


class Act(NamedTuple):
    """A command that somebody gives at an instant. What it is to seal still stands in the clear."""

    at: datetime
    by: Actor
    command: Command


@dataclass(slots=True)
class Life:
    """One case. ``done`` holds what happens only once, and ``owner`` is who applied.

    Whoever comes to a window with it goes on with the case that begins there.
    """

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
