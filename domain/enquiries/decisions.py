"""How a question is taken down, given to a handler, answered and passed on."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from domain.circumstances import Circumstances
from domain.enquiries import commands, events, terms
from domain.enquiries.kind import EnquiryChannel, EnquiryOutcome
from domain.enquiries.refusals import EnquiryOfficeUnknown, PassedOnEnough
from domain.enquiries.stage import EnquiryStage
from domain.enquiries.state import Enquiry, next_owed
from domain.message import PassDeadline
from domain.offices.tree import OFFICES
from domain.people import Role
from domain.refusal import NotAsThingsStand

_Events: TypeAlias = Sequence[events.EnquiryEvent]
_LEADS_TO: Final = {
    EnquiryOutcome.EXPLAINED: EnquiryStage.ANSWERED,
    EnquiryOutcome.COORDINATED: EnquiryStage.FOLLOW_UP,
    EnquiryOutcome.REFERRED: EnquiryStage.FOLLOW_UP,
    EnquiryOutcome.SOLVED: EnquiryStage.SOLVED,
}
OFFICERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})


def receive(current: Enquiry, command: commands.ReceiveEnquiry, at: Circumstances) -> _Events:
    """Whoever takes a question down at the telephone or the counter is its first handler."""
    officer = at.by.person if at.by.role in OFFICERS else None
    if (officer is None) is not (command.channel is EnquiryChannel.PAGE):
        raise NotAsThingsStand(command=type(command).__name__)
    if command.office not in OFFICES:
        raise EnquiryOfficeUnknown(to_office=command.office)
    received = events.EnquiryReceived(
        office=command.office,
        channel=command.channel,
        topic=command.topic,
        answer_by=at.calendar.add(at.today, terms.ANSWER.on(at.today)),
        case=command.case,
        taken_in_by=officer,
        key_id=command.key_id,
        sealed=command.sealed,
    )
    if officer is None:
        return [received]
    return [received, events.EnquiryAssigned(office=command.office, handler=officer)]


def assign(current: Enquiry, command: commands.AssignEnquiry, at: Circumstances) -> _Events:
    """A question that somebody has answered or taken meanwhile keeps its handler."""
    if current.handler != command.instead_of:
        return []
    return _in_the_hands_of(current, command.handler)


def take(current: Enquiry, command: commands.TakeEnquiry, at: Circumstances) -> _Events:
    return _in_the_hands_of(current, at.by.person)


def answer(current: Enquiry, command: commands.AnswerEnquiry, at: Circumstances) -> _Events:
    """What the office says that it will see to is owed by a day of its own."""
    owes = command.outcome in {EnquiryOutcome.COORDINATED, EnquiryOutcome.REFERRED}
    follow_up = at.calendar.add(at.today, terms.FOLLOW_UP.on(at.today)) if owes else None
    first = current.answers == 0 and current.transfers == 0
    return [
        *_in_the_hands_of(current, at.by.person),
        events.EnquiryAnswered(
            office=current.office,
            stage=_LEADS_TO[command.outcome],
            officer=at.by.person,
            outcome=command.outcome,
            answer=command.answer,
            follow_up_by=follow_up,
            at_once=first and not owes,
            hard=current.hard or owes,
        ),
    ]


def ask_further(current: Enquiry, command: commands.AskFurther, at: Circumstances) -> _Events:
    return [
        events.FurtherQuestionAsked(
            office=current.office,
            topic=current.topic,
            answer_by=at.calendar.add(at.today, terms.ANSWER.on(at.today)),
            question=command.question,
            handler=current.handler,
            taken_in_by=at.by.person if at.by.role in OFFICERS else None,
        )
    ]


def may_pass_on(current: Enquiry, at: Circumstances) -> None:
    """The rule of a row: what was passed on too often is passed on by duty leaders alone."""
    enough = current.alarm or current.closely
    if enough and at.by.role is not Role.SUPERVISOR:
        raise PassedOnEnough(transfers=current.transfers)


def transfer(current: Enquiry, command: commands.TransferEnquiry, at: Circumstances) -> _Events:
    """Each time counts, also within the office: whoever asks has to wait for another person."""
    if command.to_office not in OFFICES:
        raise EnquiryOfficeUnknown(to_office=command.to_office)
    return [
        events.EnquiryTransferred(
            office=current.office,
            officer=at.by.person,
            to_office=command.to_office,
            topic=current.topic,
            reason=command.reason,
            transfer_no=current.transfers + 1,
        )
    ]


def raised(current: Enquiry, at: Circumstances) -> _Events:
    """The alarm follows from the transfers by itself, once."""
    often = current.transfers >= terms.SHIRKING.on(at.today)
    if not often or current.alarm or current.closely:
        return []
    return [events.ShirkingAlarmRaised(office=current.office, transfers=current.transfers)]


def settle_alarm(
    current: Enquiry, command: commands.SettleShirkingAlarm, at: Circumstances
) -> _Events:
    return [
        *_in_the_hands_of(current, command.handler),
        events.ShirkingAlarmSettled(
            office=current.office, officer=at.by.person, handler=command.handler
        ),
    ]


def show_caller(current: Enquiry, command: commands.ShowCaller, at: Circumstances) -> _Events:
    shown = events.CallerShown(office=current.office, officer=at.by.person, purpose=command.purpose)
    return [shown]


def pass_deadline(current: Enquiry, command: PassDeadline, at: Circumstances) -> _Events:
    """It says that the day has passed, and the office owes it as before."""
    owed = next_owed(current)
    if owed is None or owed.clock != command.clock or at.today <= owed.on:
        raise NotAsThingsStand(command=type(command).__name__)
    missed = events.EnquiryDeadlineMissed(office=current.office, clock=owed.clock, due_on=owed.on)
    return [missed]


def _in_the_hands_of(current: Enquiry, handler: str) -> _Events:
    if current.handler == handler:
        return []
    return [events.EnquiryAssigned(office=current.office, handler=handler)]
