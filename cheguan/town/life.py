"""A case of the town on its way: whose it is, and what has already been done."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from cheguan.town.plans import Plan
from domain.message import Command
from domain.people import Actor


class Act(NamedTuple):
    """A command somebody gives at an instant; what it seals still stands in the clear."""

    at: datetime
    by: Actor
    command: Command


@dataclass(slots=True)
class Life:
    """``done`` holds what happens once in a life; ``owner`` is the pseudonym of who applied."""

    plan: Plan
    owner: str
    case: UUID | None = None
    done: set[str] = field(default_factory=set)

    def once(self, what: str) -> bool:
        """Whether this is the first time."""
        if what in self.done:
            return False
        self.done.add(what)
        return True
