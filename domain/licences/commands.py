"""Commands to a licence. The register gives them itself, by what becomes of cases."""

from uuid import UUID

from domain.message import Command
from domain.register.changes import AnyChange
from domain.register.licence import LicenceRecord


class LicenceCommand(Command, frozen=True, kw_only=True):
    """A request about a licence of the register."""


class EnterLicence(LicenceCommand, frozen=True, kw_only=True):
    """Enter a record as a whole, as the issue or another register hands it over."""

    record: LicenceRecord


class ChangeLicence(LicenceCommand, frozen=True, kw_only=True):
    """Carry out what the outcome of a case changes. All of it is carried out, or nothing."""

    case: UUID
    changes: tuple[AnyChange, ...]
