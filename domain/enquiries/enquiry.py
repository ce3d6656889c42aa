"""ENQUIRY: a question to the office, its handler, the answers, and how satisfied the asker is."""

from typing import Final

from domain.access import may_see
from domain.aggregate import CARRIED, LINKED, Aggregate, Decision, Effect
from domain.conflict import Interests, OfficialAct
from domain.enquiries import changes, commands, decisions, events, rating
from domain.enquiries.decisions import OFFICERS
from domain.enquiries.stage import EnquiryStage
from domain.enquiries.state import Enquiry, timer
from domain.enquiries.words import WORDS
from domain.message import PassDeadline
from domain.people import Actor, Role

_ASKERS: Final = frozenset({Role.APPLICANT}) | OFFICERS
_LEADERS: Final = frozenset({Role.SUPERVISOR})
_RECEIVED: Final = frozenset(EnquiryStage) - {EnquiryStage.NEW}
OWED: Final = frozenset({EnquiryStage.OPEN, EnquiryStage.FOLLOW_UP})
"""The office owes an answer, or what it has promised."""
_ONCE_ANSWERED: Final = _RECEIVED - {EnquiryStage.OPEN}


def _sees(by: Actor, current: Enquiry, owner: Actor) -> bool:
    """Whoever asked on a page, and the officials of the office's subtree."""
    return may_see(by, office=current.office, owner=owner)


ENQUIRY: Final = Aggregate(
    kind="enquiry",
    initial=Enquiry(),
    event=events.EnquiryEvent,
    command=commands.EnquiryCommand,
    decisions=(
        Decision(
            commands.ReceiveEnquiry,
            at={EnquiryStage.NEW},
            by=_ASKERS,
            decide=decisions.receive,
            act=OfficialAct.ENTER,
        ),
        Decision(commands.AssignEnquiry, at=_RECEIVED, by=LINKED, decide=decisions.assign),
        Decision(commands.TakeEnquiry, at=_RECEIVED, by=OFFICERS, decide=decisions.take),
        Decision(
            commands.AnswerEnquiry,
            at=OWED,
            by=OFFICERS,
            decide=decisions.answer,
            act=OfficialAct.ANSWER,
        ),
        Decision(commands.AskFurther, at=_ONCE_ANSWERED, by=_ASKERS, decide=decisions.ask_further),
        Decision(
            commands.TransferEnquiry,
            at=OWED,
            by=OFFICERS,
            who=decisions.may_pass_on,
            decide=decisions.transfer,
        ),
        Decision(
            commands.SettleShirkingAlarm,
            at=_RECEIVED,
            by=_LEADERS,
            when=lambda current: current.alarm,
            decide=decisions.settle_alarm,
        ),
        Decision(
            commands.RateEnquiry,
            at=_ONCE_ANSWERED,
            by=_ASKERS,
            when=rating.not_rated,
            who=rating.may_rate,
            decide=rating.rate,
        ),
        Decision(
            commands.CallAskerBack,
            at=_RECEIVED,
            by=OFFICERS,
            when=rating.calls_back,
            decide=rating.call_back,
            act=OfficialAct.ANSWER,
        ),
        Decision(
            commands.ShowCaller,
            at=_RECEIVED,
            by=OFFICERS,
            decide=decisions.show_caller,
            act=OfficialAct.REVEAL,
        ),
        Decision(PassDeadline, at=_RECEIVED, by={Role.SYSTEM}, decide=decisions.pass_deadline),
    ),
    effects=(
        Effect(events.EnquiryReceived, to=EnquiryStage.OPEN, change=changes.received),
        Effect(events.EnquiryAssigned, change=changes.assigned),
        Effect(events.EnquiryAnswered, to=CARRIED, change=changes.answered),
        Effect(events.FurtherQuestionAsked, to=EnquiryStage.OPEN, change=changes.asked_further),
        Effect(events.EnquiryTransferred, change=changes.transferred),
        Effect(events.ShirkingAlarmRaised, change=changes.alarmed),
        Effect(events.ShirkingAlarmSettled, change=changes.alarm_settled),
        Effect(events.EnquiryRated, change=changes.rated),
        Effect(events.AskerCalledBack, change=changes.called_back),
        Effect(events.CallerShown),
        Effect(events.EnquiryDeadlineMissed, change=changes.missed),
    ),
    words=WORDS,
    settle=decisions.raised,
    timer=timer,
    sees=_sees,
    interests=lambda current: Interests(clerk=current.taken_in_by),
    office=lambda current: current.office,
    time_ordered=True,
)
