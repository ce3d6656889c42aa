"""The queues of an office with their lengths, and how much time a case in them has left."""

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from api.language import Language
from api.queues import QUEUES, Queue
from api.views.thresholds import NEAR_DUE_DAYS
from domain.calendar import Calendar
from domain.titles import Title, counted
from projections.caseload.queries import StageCount

NAMES: Final = {
    "review": Title("待审核", "To review"),
    "intake": Title("待受理", "To accept"),
    "on_site": Title("待到场办理", "Called to a window"),
    "correction": Title("待补正", "To be corrected"),
    "payment": Title("待缴费", "To be paid"),
    "production": Title("待制证", "To produce"),
    "dispatch": Title("待交寄", "To post"),
    "post": Title("寄递中", "In the post"),
    "returned": Title("退回件", "Returned"),
    "pickup": Title("待领取", "To collect"),
    "closing": Title("待办结", "To close"),
    "warned": Title("期限预警", "Deadline warnings"),
    "late": Title("已逾期", "Late"),
    "green": Title("绿色通道", "Green channel"),
    "all": Title("全部在办", "All open"),
}
_WORDS: Final = {
    "good": Title("正常", "In time"),
    "act": Title("临期", "Due soon"),
    "bad": Title("逾期", "Late"),
    "over": Title("暂停", "Paused"),
    "": Title("无期限", "No deadline"),
}
"""The colours in words: green, yellow, red, grey, and none."""


class QueueLength(NamedTuple):
    name: str
    title: str
    cases: int
    is_chosen: bool


class TimeLeft(NamedTuple):
    """``word`` says what the colour of the badge says, and ``text`` how many days are left."""

    word: str
    text: str
    tone: str


def lengths(counts: Iterable[StageCount], chosen: str, language: Language) -> list[QueueLength]:
    found = list(counts)
    return [
        QueueLength(name, title.text(language), _length(QUEUES[name], found), name == chosen)
        for name, title in NAMES.items()
    ]


def _length(queue: Queue, counts: Iterable[StageCount]) -> int:
    there = [each for each in counts if queue.stages is None or each.stage in queue.stages]
    if queue.late:
        return sum(each.late for each in there)
    if queue.warned:
        return sum(each.warned for each in there)
    if queue.green:
        return sum(each.green for each in there)
    return sum(each.cases - (each.reported if queue.at_work else 0) for each in there)


def time_left(
    due_on: date | None, today: date, calendar: Calendar, language: Language, *, rests: bool
) -> TimeLeft:
    """The working days until the last day, which is one of them."""
    if rests:
        return _left("over", Title("暂停计时", "The time does not run"), language)
    if due_on is None:
        return _left("", Title("", ""), language)
    if due_on < today:
        days = calendar.between(due_on, today)
        return _left("bad", _days("已超", days, "over"), language)
    days = calendar.between(today, due_on)
    if not days:
        return _left("act", Title("今日到期", "Due today"), language)
    return _left("act" if days <= NEAR_DUE_DAYS else "good", _days("剩余", days, "left"), language)


def _days(zh: str, days: int, en: str) -> Title:
    return Title(f"{zh} {days} 个工作日", f"{counted(days, 'working day')} {en}")


def _left(tone: str, text: Title, language: Language) -> TimeLeft:
    return TimeLeft(_WORDS[tone].text(language), text.text(language), tone)
