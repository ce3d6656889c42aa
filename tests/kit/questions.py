"""Questions as they may go, for whoever folds or counts them."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from domain.enquiries import events
from domain.enquiries.kind import (
    CallBackResult,
    EnquiryChannel,
    EnquiryClock,
    EnquiryOutcome,
    EnquiryTopic,
    PassingOn,
    Satisfaction,
)
from domain.enquiries.stage import EnquiryStage
from domain.message import Event
from domain.people import Actor, Role
from domain.recorded_event import Envelope, RecordedEvent
from projections.engine.log_reader import Read
from projections.enquiries.row import contribution, fold
from projections.throughput.definitions.service_quality import OFFERED, TAKEN, WAITED_S

STREAM = UUID(int=3)
MONDAY = datetime(2020, 2, 24, 2, tzinfo=UTC)
ASKED = events.EnquiryReceived(
    office="410100",
    channel=EnquiryChannel.PAGE,
    topic=EnquiryTopic.DELIVERY,
    answer_by=date(2020, 2, 25),
    key_id=UUID(int=7),
    sealed={"enquiry": "pii1.x"},
)
GIVEN = events.EnquiryAssigned(office="410100", handler="li")
PASSED_ON = events.EnquiryTransferred(
    office="410100",
    officer="li",
    to_office="410122",
    topic=EnquiryTopic.DELIVERY,
    reason=PassingOn.NOT_COMPETENT,
    transfer_no=1,
)
MISSED = events.EnquiryDeadlineMissed(
    office="410100", clock=EnquiryClock.ANSWER, due_on=date(2020, 2, 25)
)


def answered(
    stage: EnquiryStage, *, at_once: bool = False, hard: bool = False
) -> events.EnquiryAnswered:
    return events.EnquiryAnswered(
        office="410100",
        stage=stage,
        officer="li",
        outcome=EnquiryOutcome.EXPLAINED,
        answer="pii1.y",
        follow_up_by=date(2020, 3, 2) if stage is EnquiryStage.FOLLOW_UP else None,
        at_once=at_once,
        hard=hard,
    )


EXPLAINED = answered(EnquiryStage.ANSWERED, at_once=True)
PROMISED = answered(EnquiryStage.FOLLOW_UP, hard=True)
SOLVED = answered(EnquiryStage.SOLVED, hard=True)


def read(*told: Event) -> list[Read]:
    """One event a day, from Monday on."""
    return [
        RecordedEvent(
            position=number,
            stream=STREAM,
            version=number,
            envelope=Envelope(
                event=event,
                at=MONDAY + timedelta(days=number - 1),
                by=Actor(Role.APPLICANT, "citizen"),
                office="410100",
                channel="api",
                rules="r",
                build="b",
                cause=UUID(int=number),
            ),
        )
        for number, event in enumerate(told, 1)
    ]


def rated(satisfaction: Satisfaction) -> events.EnquiryRated:
    by = date(2020, 2, 27) if satisfaction.is_bad else None
    return events.EnquiryRated(office="410100", satisfaction=satisfaction, call_back_by=by)


def called_back(result: CallBackResult) -> events.AskerCalledBack:
    by = date(2020, 2, 28) if result is CallBackResult.NOT_REACHED else None
    return events.AskerCalledBack(
        office="410100", officer="li", result=result, note="pii1.n", call_back_by=by
    )


HISTORIES = (
    (ASKED,),
    (ASKED, GIVEN, EXPLAINED, rated(Satisfaction.GOOD)),
    (ASKED, GIVEN, EXPLAINED, rated(Satisfaction.BAD)),
    (ASKED, GIVEN, EXPLAINED, rated(Satisfaction.BAD), called_back(CallBackResult.MENDED)),
    (ASKED, GIVEN, PASSED_ON, PROMISED),
    (ASKED, GIVEN, PROMISED, SOLVED),
    (ASKED, PASSED_ON, events.ShirkingAlarmRaised(office="410122", transfers=2)),
)
"""Among them whatever is counted happens once."""
COUNTED_OF_QUESTIONS = {OFFERED, TAKEN, WAITED_S} | {
    what
    for history in HISTORIES
    if (row := fold(None, read(*history)))
    for _, _, what in contribution(row)
}
"""What is counted of questions, and of calls."""
