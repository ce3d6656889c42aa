"""Commands to a learner's permit. The register gives them itself."""

from uuid import UUID

from domain.message import Command
from domain.register.changes import AnyChange, Registrant
from domain.register.learner_permit import LearnerPermitRecord


class LearnerPermitCommand(Command, frozen=True, kw_only=True):
    """A request about a learner's permit of the register."""


class EnterLearnerPermit(LearnerPermitCommand, frozen=True, kw_only=True):
    """Enter a record as a whole, as the issue or another register hands it over."""

    record: LearnerPermitRecord


class ChangeLearnerPermit(LearnerPermitCommand, frozen=True, kw_only=True):
    """Carry out what an outcome changes, or undo it. All of it is carried out, or nothing.

    ``registrant`` is named where somebody is admitted.
    """

    case: UUID
    changes: tuple[AnyChange, ...]
    registrant: Registrant | None = None
