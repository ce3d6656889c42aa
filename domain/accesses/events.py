"""Events about who has looked at a case. These names and fields are stored for ever.

They name nobody but by role, office and pseudonym, and hold nothing of what was seen. When a
person is erased they stay: who has seen the data is told also of data that are gone.
"""

from datetime import datetime
from uuid import UUID

from domain.accesses.kind import CaseAspect, RevealPurpose
from domain.message import Event
from domain.people import Role


class AccessEvent(Event, frozen=True, kw_only=True):
    """Somebody of an office has looked. ``office`` handled the case at the time.

    ``officer`` is a pseudonym, and ``officer_office`` the office for which he came, if any.
    """

    case: UUID
    office: str
    role: Role
    officer: str
    officer_office: str | None = None


class CaseViewed(AccessEvent, frozen=True, kw_only=True):
    """He looked at one view of the case, once or more in the hour that began at ``hour``."""

    view: CaseAspect
    hour: datetime


class PersonalDataRevealed(AccessEvent, frozen=True, kw_only=True):
    """He was shown these parts of the application unmasked, after this was stored."""

    parts: tuple[str, ...]
    purpose: RevealPurpose
