"""What each event changes in an enquiry."""

from msgspec.structs import replace

from domain.enquiries import events
from domain.enquiries.kind import EnquiryClock
from domain.enquiries.state import Enquiry


def received(current: Enquiry, event: events.EnquiryReceived) -> Enquiry:
    return replace(
        current,
        office=event.office,
        channel=event.channel,
        topic=event.topic,
        case=event.case,
        key_id=event.key_id,
        sealed=event.sealed,
        taken_in_by=event.taken_in_by,
        questions=1,
        answer_by=event.answer_by,
    )


def assigned(current: Enquiry, event: events.EnquiryAssigned) -> Enquiry:
    return replace(current, handler=event.handler)


def answered(current: Enquiry, event: events.EnquiryAnswered) -> Enquiry:
    return replace(
        _anew(current, EnquiryClock.ANSWER, EnquiryClock.FOLLOW_UP),
        answers=current.answers + 1,
        outcome=event.outcome,
        hard=event.hard,
        answer_by=None,
        follow_up_by=event.follow_up_by,
    )


def asked_further(current: Enquiry, event: events.FurtherQuestionAsked) -> Enquiry:
    """What was rated is the answer before, so the next one can be rated too."""
    return replace(
        _anew(current, EnquiryClock.ANSWER),
        questions=current.questions + 1,
        answer_by=event.answer_by,
        follow_up_by=None,
        satisfaction=None if current.call_back_by is None else current.satisfaction,
    )


def transferred(current: Enquiry, event: events.EnquiryTransferred) -> Enquiry:
    return replace(
        current, office=event.to_office, handler=None, transfers=event.transfer_no, closely=False
    )


def alarmed(current: Enquiry, event: events.ShirkingAlarmRaised) -> Enquiry:
    return replace(current, alarm=True)


def alarm_settled(current: Enquiry, event: events.ShirkingAlarmSettled) -> Enquiry:
    return replace(current, alarm=False, closely=True)


def rated(current: Enquiry, event: events.EnquiryRated) -> Enquiry:
    return replace(
        _anew(current, EnquiryClock.CALL_BACK),
        satisfaction=event.satisfaction,
        call_back_by=event.call_back_by,
    )


def called_back(current: Enquiry, event: events.AskerCalledBack) -> Enquiry:
    return replace(_anew(current, EnquiryClock.CALL_BACK), call_back_by=event.call_back_by)


def missed(current: Enquiry, event: events.EnquiryDeadlineMissed) -> Enquiry:
    return replace(current, missed=(*current.missed, event.clock))


def _anew(current: Enquiry, *clocks: EnquiryClock) -> Enquiry:
    """These clocks run no more, or from the beginning."""
    left = tuple(each for each in current.missed if each not in clocks)
    return replace(current, missed=left)
