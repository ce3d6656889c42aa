"""What each event changes at the desk."""

from msgspec.structs import replace

from domain.enquiry_desks import events
from domain.enquiry_desks.state import EnquiryDesk, HandlerOnShift, InHands


def begun(current: EnquiryDesk, event: events.EnquiryShiftBegun) -> EnquiryDesk:
    """Whoever begins again keeps his place in the turn."""
    before = next((each for each in current.shifts if each.handler == event.handler), None)
    last = before.last_given if before else 0
    mine = HandlerOnShift(event.handler, event.until, event.topics, last)
    others = tuple(each for each in current.shifts if each.handler != event.handler)
    return replace(current, office=event.office, shifts=(*others, mine))


def ended(current: EnquiryDesk, event: events.EnquiryShiftEnded) -> EnquiryDesk:
    left = tuple(each for each in current.shifts if each.handler != event.handler)
    return replace(current, office=event.office, shifts=left)


def given(current: EnquiryDesk, event: events.EnquiryGiven) -> EnquiryDesk:
    count = current.given + 1
    shifts = tuple(
        replace(each, last_given=count) if each.handler == event.handler else each
        for each in current.shifts
    )
    in_hands = _with(current, InHands(event.enquiry, event.topic, event.handler, event.instead_of))
    return replace(current, office=event.office, shifts=shifts, in_hands=in_hands, given=count)


def queued(current: EnquiryDesk, event: events.EnquiryQueued) -> EnquiryDesk:
    in_hands = _with(current, InHands(event.enquiry, event.topic, None, event.instead_of))
    return replace(current, office=event.office, in_hands=in_hands)


def taken_off(current: EnquiryDesk, event: events.EnquiryTakenOff) -> EnquiryDesk:
    left = tuple(each for each in current.in_hands if each.enquiry != event.enquiry)
    return replace(current, office=event.office, in_hands=left)


def _with(current: EnquiryDesk, mine: InHands) -> tuple[InHands, ...]:
    others = (each for each in current.in_hands if each.enquiry != mine.enquiry)
    return (*others, mine)
