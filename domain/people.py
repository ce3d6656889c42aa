"""Who acts. Every event names its actor, because each step of an office must be accounted for."""

from enum import StrEnum

import msgspec


class Role(StrEnum):
    """What an actor is to the office. A bearer token names one of these, but never ``system``."""

    APPLICANT = "applicant"
    CLERK = "clerk"
    SUPERVISOR = "supervisor"
    HQ = "hq"
    AUDITOR = "auditor"
    CARRIER = "carrier"
    PARTNER = "partner"
    SYSTEM = "system"


class Actor(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A pseudonym: ``id`` is the subject of the token, never an ID number or a name.

    ``office`` is the id of the office for whose subtree a clerk or supervisor acts.
    """

    role: Role
    id: str
    office: str | None = None


def system(name: str) -> Actor:
    """The actor of what the service does by itself, such as ``timekeeper``."""
    return Actor(role=Role.SYSTEM, id=name)
