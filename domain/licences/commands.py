"""Commands to a licence. The register gives them itself, by what becomes of cases."""

from uuid import UUID

from domain.message import Command
from domain.register.changes import AnyChange, Registrant
from domain.register.licence import LicenceDuty, LicenceRecord


class LicenceCommand(Command, frozen=True, kw_only=True):
    """A request about a licence of the register."""


class EnterLicence(LicenceCommand, frozen=True, kw_only=True):
    """Enter a record as a whole, as the issue or another register hands it over."""

    record: LicenceRecord


class ChangeLicence(LicenceCommand, frozen=True, kw_only=True):
    """Carry out what the outcome of a case changes. All of it is carried out, or nothing.

    ``registrant`` is named where somebody gets a licence.
    """

    case: UUID
    changes: tuple[AnyChange, ...]
    registrant: Registrant | None = None


class ConfirmCancellation(LicenceCommand, frozen=True, kw_only=True):
    """Cancel a licence that is on the list, because this duty was not done (139 art. 77)."""

    duty: LicenceDuty
