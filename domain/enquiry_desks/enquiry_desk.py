"""ENQUIRY DESK: one a office. It names a handler for every question that comes online.

What was given is told to the question in the same instant, so no question has two handlers.
"""

from collections.abc import Iterable
from typing import Final

from domain.access import may_see
from domain.aggregate import Aggregate, Decision, Effect, Link
from domain.circumstances import Circumstances
from domain.enquiries.commands import AssignEnquiry
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.events import (
    EnquiryAnswered,
    EnquiryReceived,
    EnquiryTransferred,
    FurtherQuestionAsked,
)
from domain.enquiries.stage import EnquiryStage
from domain.enquiry_desks import changes, commands, decisions, events
from domain.enquiry_desks.state import EnquiryDesk, EnquiryDeskStage, enquiry_desk_of
from domain.enquiry_desks.words import WORDS
from domain.people import Actor, Role
from domain.reaction import Cause, Consequence, Reaction

_OFFICERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})
_SYSTEM: Final = frozenset({Role.SYSTEM})
_ANY: Final = frozenset(EnquiryDeskStage)


def _told(before: EnquiryDesk, after: EnquiryDesk, at: Circumstances) -> Iterable[Link]:
    """Each question that was given to somebody else than before is told so."""
    if after.in_hands is before.in_hands:
        return
    for each in after.in_hands:
        was = before.of(each.enquiry)
        if each.handler and each != was:
            told = AssignEnquiry(handler=each.handler, instead_of=each.instead_of)
            yield Link(ENQUIRY, each.enquiry, told)


def _received(cause: Cause[EnquiryReceived]) -> Iterable[Consequence]:
    """Whoever took it down at the telephone or the counter is its handler already."""
    said = cause.event
    if said.taken_in_by is None:
        give = commands.GiveEnquiry(office=said.office, enquiry=cause.stream, topic=said.topic)
        yield Consequence(enquiry_desk_of(said.office), give)


def _passed_on(cause: Cause[EnquiryTransferred]) -> Iterable[Consequence]:
    said = cause.event
    if said.to_office != said.office:
        off = commands.TakeEnquiryOff(enquiry=cause.stream)
        yield Consequence(enquiry_desk_of(said.office), off)
    give = commands.GiveEnquiry(
        office=said.to_office, enquiry=cause.stream, topic=said.topic, anew=True
    )
    yield Consequence(enquiry_desk_of(said.to_office), give)


def _asked(cause: Cause[FurtherQuestionAsked]) -> Iterable[Consequence]:
    said = cause.event
    if said.taken_in_by is None:
        give = commands.GiveEnquiry(
            office=said.office, enquiry=cause.stream, topic=said.topic, known=said.handler
        )
        yield Consequence(enquiry_desk_of(said.office), give)


def _answered(cause: Cause[EnquiryAnswered]) -> Iterable[Consequence]:
    """What is being seen to stays in the hands of whoever has promised it."""
    if cause.event.stage is not EnquiryStage.FOLLOW_UP:
        off = commands.TakeEnquiryOff(enquiry=cause.stream)
        yield Consequence(enquiry_desk_of(cause.event.office), off)


def _sees(by: Actor, current: EnquiryDesk, owner: Actor) -> bool:
    """The officials of the office's subtree, and of those above it."""
    return not current.office or may_see(by, office=current.office, owner=owner)


ENQUIRY_DESK: Final = Aggregate(
    kind="enquiry_desk",
    initial=EnquiryDesk(),
    event=events.EnquiryDeskEvent,
    command=commands.EnquiryDeskCommand,
    decisions=(
        Decision(commands.BeginEnquiryShift, at=_ANY, by=_OFFICERS, decide=decisions.begin_shift),
        Decision(
            commands.EndEnquiryShift,
            at={EnquiryDeskStage.KEPT},
            by=_OFFICERS,
            decide=decisions.end_shift,
        ),
        Decision(
            commands.GiveEnquiry,
            at=_ANY,
            by=_SYSTEM,
            decide=decisions.give,
            reads=decisions.asked_about,
        ),
        Decision(
            commands.TakeEnquiryOff,
            at=_ANY,
            by=_SYSTEM,
            decide=decisions.take_off,
            reads=decisions.asked_about,
        ),
    ),
    effects=(
        Effect(events.EnquiryShiftBegun, to=EnquiryDeskStage.KEPT, change=changes.begun),
        Effect(events.EnquiryShiftEnded, to=EnquiryDeskStage.KEPT, change=changes.ended),
        Effect(events.EnquiryGiven, to=EnquiryDeskStage.KEPT, change=changes.given),
        Effect(events.EnquiryQueued, to=EnquiryDeskStage.KEPT, change=changes.queued),
        Effect(events.EnquiryTakenOff, to=EnquiryDeskStage.KEPT, change=changes.taken_off),
    ),
    words=WORDS,
    links=_told,
    sees=_sees,
    office=lambda current: current.office,
    reactions=(
        Reaction(name="enquiry_received", on=EnquiryReceived, then=_received),
        Reaction(name="enquiry_passed_on", on=EnquiryTransferred, then=_passed_on),
        Reaction(name="enquiry_asked_further", on=FurtherQuestionAsked, then=_asked),
        Reaction(name="enquiry_answered", on=EnquiryAnswered, then=_answered),
    ),
)
