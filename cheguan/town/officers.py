"""Who acts in the town: the officers of each office, the post, the bank."""

from collections.abc import Collection
from typing import Final

from domain.people import Actor, Role, system

POST: Final = Actor(role=Role.CARRIER, id="ems-henan")
BANK: Final = system("bank")
LAWYERS: Final = Actor(role=Role.HQ, id="hq-reconsideration", office="41")
_CLERKS: Final = 6


def applicant(owner: str) -> Actor:
    return Actor(role=Role.APPLICANT, id=owner)


def clerks(office: str, turn: int = 0) -> list[str]:
    """The subjects of all who review there, in order from the one whose turn it is."""
    return [f"{office}-clerk-{(turn + n) % _CLERKS + 1}" for n in range(_CLERKS)]


def clerk(office: str, turn: int, but_not: Collection[str | None] = ()) -> Actor:
    """The clerk whose turn it is, or else the next one who may."""
    who = next(id for id in clerks(office, turn) if id not in but_not)
    return Actor(role=Role.CLERK, id=who, office=office)


def producer(office: str) -> Actor:
    """The officer who makes the plates and gives them to the post."""
    return Actor(role=Role.CLERK, id=f"{office}-production", office=office)


def leader(office: str) -> Actor:
    return Actor(role=Role.SUPERVISOR, id=f"{office}-leader", office=office)


def deputy(office: str) -> Actor:
    """Another duty leader, who decides what the first one has taken in."""
    return Actor(role=Role.SUPERVISOR, id=f"{office}-deputy", office=office)
