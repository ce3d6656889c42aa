"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date

from domain.case.grounds import WarningLevel
from domain.case.vocabulary import CaseEvent
from domain.case.warnings.reasons import DeadlineMeasure


class DeadlineWarningRaised(CaseEvent, frozen=True, kw_only=True):
    """The officer, the head of his office or the city is told of a deadline, each of them once."""

    clock: str
    due_on: date
    level: WarningLevel


class DeadlineWarningAnswered(CaseEvent, frozen=True, kw_only=True):
    """Somebody says what is done about it, and by when it will be done. ``officer`` is he."""

    clock: str
    measure: DeadlineMeasure
    done_by: date
    officer: str
