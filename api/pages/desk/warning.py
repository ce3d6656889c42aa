"""The warning of a deadline, as the page of a case tells it to an officer."""

from datetime import date
from typing import NamedTuple

from api.language import Language
from domain.case.case import CASE
from domain.case.state import Case
from domain.case.warnings.commands import AnswerDeadlineWarning
from domain.case.warnings.standing import standing_warning
from domain.case.wording import CLOCKS
from domain.circumstances import Circumstances


class ToldWarning(NamedTuple):
    """``is_his`` says whether whoever looks may say what is done about it."""

    level: str
    clock: str
    due_on: date
    answered: date | None
    is_his: bool


def told_warning(current: Case, at: Circumstances, language: Language) -> ToldWarning | None:
    warning = standing_warning(current)
    if warning is None:
        return None
    return ToldWarning(
        level=warning.level.text(language),
        clock=CLOCKS[warning.clock].text(language),
        due_on=warning.due_on,
        answered=warning.answered,
        is_his=AnswerDeadlineWarning in CASE.possible_to(current, at)
        and at.by.role in CASE.row(AnswerDeadlineWarning).by,
    )
