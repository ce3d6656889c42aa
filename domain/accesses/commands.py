"""Commands to the record. The service alone gives them, so nobody adds to it or leaves out."""

from datetime import datetime
from uuid import UUID

from domain.accesses.kind import CaseAspect, RevealPurpose
from domain.message import Command
from domain.people import Role


class AccessCommand(Command, frozen=True, kw_only=True):
    """What the service has to record about an officer."""

    case: UUID
    office: str
    role: Role
    officer: str
    officer_office: str | None = None


class RecordView(AccessCommand, frozen=True, kw_only=True):
    """Record that he looks at a view of the case, in the hour that began at ``hour``.

    It may be told later, when the store can write again.
    """

    view: CaseAspect
    hour: datetime


class RecordReveal(AccessCommand, frozen=True, kw_only=True):
    """Record that he is about to be shown these parts of the application, as far as it has them.

    ``held`` are those that it has.
    """

    held: tuple[str, ...]
    parts: tuple[str, ...]
    purpose: RevealPurpose
