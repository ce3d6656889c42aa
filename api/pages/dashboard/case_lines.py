"""The line of a case in a list: what it is, where it stands, who has it, and how long still."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from api.language import Language
from api.pages.kit.places import office_text
from api.views.thresholds import NEAR_DUE_DAYS, Alarm
from domain.calendar import Calendar
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.case.wording import CLOCKS
from domain.services.catalogue import EVERY_SERVICE
from domain.titles import Title, counted
from projections.caseload.listed import ListedCase

_CALENDAR: Final = Calendar()
_APPLICANT: Final = Title("申请人", "Applicant")
_POST: Final = Title("邮政", "Postal express")
_NOBODY: Final = Title("本单位，待领取", "The office; nobody yet")
_HANDS: Final[Mapping[str, Title]] = {
    Stage.PAYMENT_PENDING: _APPLICANT,
    Stage.CORRECTION_REQUESTED: _APPLICANT,
    Stage.ON_SITE_REQUIRED: _APPLICANT,
    Stage.READY_FOR_PICKUP: _APPLICANT,
    Stage.IN_POST: _POST,
}


class CaseLine(NamedTuple):
    """``left`` are the working days left or over in words, and ``tone`` that of their badge."""

    address: str
    reference: str
    service: str
    office: str
    stage: str
    hands: str
    clock: str | None
    due_on: date | None
    left: str
    tone: str
    green: bool


def case_line(case: ListedCase, today: date, language: Language) -> CaseLine:
    left, tone = _left(case, today)
    return CaseLine(
        address=f"/desk/case/{case.case_id}",
        reference=case.reference or str(case.case_id),
        service=EVERY_SERVICE[case.service].title.text(language),
        office=office_text(case.office, language),
        stage=CASE.words.stages[case.stage].text(language),
        hands=_hands(case, today, language),
        clock=CLOCKS[case.due_clock].text(language) if case.due_clock else None,
        due_on=case.due_on,
        left=left.text(language),
        tone=tone,
        green=case.green,
    )


def _hands(case: ListedCase, today: date, language: Language) -> str:
    """An officer is told by his id, as on the desk. A loan that is over is not told."""
    if case.lent_to and case.lent_until and today <= case.lent_until:
        return case.lent_to
    return (
        _HANDS[case.stage].text(language)
        if case.stage in _HANDS
        else (case.reviewer or case.handler or _NOBODY.text(language))
    )


def _left(case: ListedCase, today: date) -> tuple[Title, str]:
    """The last day is one of the working days that are left."""
    if case.held:
        return Title("暂停计时", "On hold"), "over"
    if case.due_on is None:
        return Title("无期限", "No time limit"), ""
    if case.due_on < today:
        days = _CALENDAR.between(case.due_on, today)
        return Title(f"逾期{days}个工作日", f"{counted(days, 'working day')} late"), Alarm.BAD
    days = _CALENDAR.between(today, case.due_on)
    if not days:
        return Title("今日到期", "Due today"), Alarm.ACT
    text = Title(f"剩余{days}个工作日", f"{counted(days, 'working day')} left")
    return text, Alarm.ACT if days <= NEAR_DUE_DAYS else "good"
