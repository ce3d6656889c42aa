"""Who acts. Every event names its actor, because each step of an office must be accounted for."""

from typing import Final

import msgspec

from domain.choice import Choice


class Role(Choice):
    """What an actor is to the office. A bearer token names one of these, but never ``system``."""

    APPLICANT = "applicant", "申请人", "Applicant"
    CLERK = "clerk", "经办民警", "Clerk"
    SUPERVISOR = "supervisor", "值班领导", "Duty leader"
    HQ = "hq", "交警总队", "Headquarters"
    AUDITOR = "auditor", "审计人员", "Auditor"
    CARRIER = "carrier", "邮政", "Postal express"
    PARTNER = "partner", "合作单位", "Partner"
    SYSTEM = "system", "系统", "System"


class Actor(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A pseudonym: ``id`` is the subject of the token, never an ID number or a name.

    ``office`` is the id of the office for whose subtree a clerk or supervisor acts. ``issuer``
    vouches for the subject. It is empty for the store's own issuer, and in every event from
    before it was stored (ADR 40).
    """

    role: Role
    id: str
    office: str | None = None
    issuer: str = ""

    @property
    def person(self) -> str:
        """Issuer and subject: one human being, in whichever role he comes.

        A subject holds no ``@``, so two people never share a text.
        """
        return f"{self.id}@{self.issuer}" if self.issuer else self.id

    @property
    def caller(self) -> str:
        """Issuer, role and subject: what is his in one role is not his in another."""
        return f"{self.role}:{self.person}"


NOBODY: Final = Actor(role=Role.SYSTEM, id="")
"""Who began what has not begun. No token gives this role or this subject."""


def system(name: str) -> Actor:
    """The actor of what the service does by itself, such as ``timekeeper``."""
    return Actor(role=Role.SYSTEM, id=name)
