"""Commands of this chapter."""

from datetime import date, timedelta
from typing import Annotated

from domain.case.vocabulary import CaseCommand, Code
from domain.case.warnings.reasons import DeadlineMeasure
from domain.plausible import FromNow


class RaiseDeadlineWarning(CaseCommand, frozen=True, kw_only=True):
    """Tell whoever must know that the deadline is near or over."""

    clock: Code
    due_on: date


class AnswerDeadlineWarning(CaseCommand, frozen=True, kw_only=True):
    """Say what is done about a deadline that is near or over, and by when it will be done."""

    measure: DeadlineMeasure
    done_by: Annotated[date, FromNow(timedelta(0), timedelta(days=31))]
