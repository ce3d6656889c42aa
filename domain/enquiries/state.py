"""An enquiry as its history says it is."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Final, NamedTuple
from uuid import UUID

from domain.aggregate import State
from domain.calendar import end_of_day
from domain.enquiries.kind import (
    EnquiryChannel,
    EnquiryClock,
    EnquiryOutcome,
    EnquiryTopic,
    Satisfaction,
)
from domain.enquiries.stage import EnquiryStage
from domain.hidden import HIDDEN, SEALED
from domain.timer import Timer
from domain.titles import Title

QUESTION: Final = "question"
"""The part in which every further question is sealed."""
ANSWER: Final = "answer"
"""The part in which every answer is sealed."""
NOTE: Final = "note"
"""The part in which it is sealed what came of calling back."""


class OwedToAsker(NamedTuple):
    """What the office owes by the end of a day."""

    clock: EnquiryClock
    on: date


class Enquiry(State, frozen=True):
    """``missed`` are the clocks whose day has passed with nothing done.

    ``alarm``: a duty leader has to say who answers. ``closely`` means that he has, so that
    nobody else passes the question on.
    """

    stage: EnquiryStage = EnquiryStage.NEW
    office: Annotated[str, Title("承办单位", "office")] = ""
    channel: Annotated[EnquiryChannel | None, Title("来源", "channel")] = None
    topic: Annotated[EnquiryTopic, Title("咨询类别", "topic")] = EnquiryTopic.OTHER
    case: Annotated[UUID | None, Title("关联业务", "case")] = None
    key_id: Annotated[UUID | None, HIDDEN] = None
    sealed: Annotated[dict[str, str], SEALED] = {}
    taken_in_by: Annotated[str | None, Title("登记人工号", "taken down by")] = None
    handler: Annotated[str | None, Title("承办人工号", "handler")] = None
    questions: Annotated[int, Title("提问次数", "questions")] = 0
    answers: Annotated[int, Title("答复次数", "answers")] = 0
    transfers: Annotated[int, Title("转接次数", "times passed on")] = 0
    outcome: Annotated[EnquiryOutcome | None, Title("答复结果", "outcome")] = None
    hard: Annotated[bool, Title("疑难问题", "hard problem")] = False
    answer_by: Annotated[date | None, Title("答复期限", "answer by")] = None
    follow_up_by: Annotated[date | None, Title("跟进期限", "follow-up by")] = None
    satisfaction: Annotated[Satisfaction | None, Title("评价", "rating")] = None
    call_back_by: Annotated[date | None, Title("回访期限", "call back by")] = None
    alarm: Annotated[bool, Title("推诿警报", "shirking alarm")] = False
    closely: Annotated[bool, Title("已由领导指定承办人", "handler named by a leader")] = False
    missed: Annotated[tuple[EnquiryClock, ...], Title("逾期事项", "missed")] = ()

    @property
    def owed(self) -> Iterator[OwedToAsker]:
        """What the office owes, with the day by which it does."""
        if self.answer_by and self.stage is EnquiryStage.OPEN:
            yield OwedToAsker(EnquiryClock.ANSWER, self.answer_by)
        if self.follow_up_by and self.stage is EnquiryStage.FOLLOW_UP:
            yield OwedToAsker(EnquiryClock.FOLLOW_UP, self.follow_up_by)
        if self.call_back_by:
            yield OwedToAsker(EnquiryClock.CALL_BACK, self.call_back_by)


def next_owed(current: Enquiry) -> OwedToAsker | None:
    """What is owed first, and was not missed yet."""
    left = [each for each in current.owed if each.clock not in current.missed]
    return min(left, key=lambda each: each.on, default=None)


def timer(current: Enquiry) -> Timer | None:
    """The end of the first day by which the office owes something."""
    owed = next_owed(current)
    return Timer(owed.clock, end_of_day(owed.on)) if owed else None
