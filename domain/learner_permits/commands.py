"""Commands to a learner's permit. The register gives them itself."""

from domain.message import Command
from domain.register.learner_permit import ExamSitting, LearnerPermitRecord


class LearnerPermitCommand(Command, frozen=True, kw_only=True):
    """A request about a learner's permit of the register."""


class EnterLearnerPermit(LearnerPermitCommand, frozen=True, kw_only=True):
    """Enter a record as a whole, as the issue or another register hands it over."""

    record: LearnerPermitRecord


class RecordExam(LearnerPermitCommand, frozen=True, kw_only=True):
    """Record an examination and its result."""

    sitting: ExamSitting
