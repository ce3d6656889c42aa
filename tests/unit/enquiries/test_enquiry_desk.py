"""A question goes to somebody on shift who knows the topic and has the least to do (R15)."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from domain.aggregate import Link
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.enquiries.commands import AssignEnquiry
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.events import EnquiryAnswered, EnquiryReceived, EnquiryTransferred
from domain.enquiries.kind import EnquiryChannel, EnquiryOutcome, EnquiryTopic, PassingOn
from domain.enquiries.stage import EnquiryStage
from domain.enquiries.state import Enquiry
from domain.enquiry_desks import commands, events
from domain.enquiry_desks.enquiry_desk import ENQUIRY_DESK
from domain.enquiry_desks.refusals import (
    EnquiryDeskDiffers,
    EnquiryDeskOfOthers,
    EnquiryShiftTooLong,
)
from domain.enquiry_desks.state import EnquiryDesk, enquiry_desk_of
from domain.message import Event
from domain.people import Actor, Role, system
from domain.reaction import Cause, Reaction
from domain.services.catalogue import CATALOGUE

NOW = datetime(2020, 2, 24, 1, tzinfo=UTC)
UNTIL = NOW + timedelta(hours=8)
FIRST, SECOND, THIRD = UUID(int=1), UUID(int=2), UUID(int=3)
CLERK = Actor(Role.CLERK, "clerk", "410100")
OWED = Enquiry(stage=EnquiryStage.OPEN, office="410100")
VEHICLE, LICENCE = EnquiryTopic.VEHICLE, EnquiryTopic.LICENCE


def on_shift(
    handler: str, *topics: EnquiryTopic, until: datetime = UNTIL
) -> events.EnquiryShiftBegun:
    return events.EnquiryShiftBegun(office="410100", handler=handler, until=until, topics=topics)


def give(
    enquiry: UUID, topic: EnquiryTopic = VEHICLE, *, known: str | None = None, anew: bool = False
) -> commands.GiveEnquiry:
    return commands.GiveEnquiry(
        office="410100", enquiry=enquiry, topic=topic, known=known, anew=anew
    )


def at(by: Actor, enquiry: Enquiry = OWED, now: datetime = NOW) -> Circumstances:
    return Circumstances(
        now,
        by,
        enquiry_desk_of("410100"),
        CATALOGUE,
        Calendar(),
        seen=dict.fromkeys((FIRST, SECOND, THIRD), enquiry),
    )


def given(
    *told: Event, of: commands.EnquiryDeskCommand, seen: Enquiry = OWED, now: datetime = NOW
) -> tuple[Event, ...]:
    desk = ENQUIRY_DESK.fold(told)
    return ENQUIRY_DESK.decide(desk, of, at(system("reactor"), seen, now)).events


def handler(*told: Event, of: commands.GiveEnquiry, now: datetime = NOW) -> str | None:
    (event,) = given(*told, of=of, now=now)
    return event.handler if isinstance(event, events.EnquiryGiven) else None


@pytest.mark.requirement("R15")
def test_of_those_on_shift_the_one_who_knows_the_topic_gets_it() -> None:
    desk = (on_shift("zhang", LICENCE), on_shift("wang", VEHICLE))
    assert handler(*desk, of=give(FIRST, VEHICLE)) == "wang"
    assert handler(*desk, of=give(FIRST, LICENCE)) == "zhang"


def test_a_topic_that_nobody_knows_goes_to_anybody() -> None:
    assert handler(on_shift("zhang", LICENCE), of=give(FIRST, VEHICLE)) == "zhang"


def test_the_one_with_the_least_in_hand_gets_it_and_then_the_others_in_turn() -> None:
    told: list[Event] = [on_shift("li"), on_shift("wang"), on_shift("zhang")]
    got = []
    for enquiry in (FIRST, SECOND, THIRD):
        told += given(*told, of=give(enquiry))
        got.append(ENQUIRY_DESK.fold(told).in_hands[-1].handler)
    assert got == ["li", "wang", "zhang"]
    told.append(events.EnquiryTakenOff(office="410100", enquiry=SECOND))
    assert handler(*told, of=give(SECOND)) == "wang"


def test_whoever_is_off_shift_gets_nothing() -> None:
    desk = (on_shift("zhang"), on_shift("wang", until=NOW))
    assert handler(*desk, of=give(FIRST)) == "zhang"
    ended = events.EnquiryShiftEnded(office="410100", handler="zhang")
    assert handler(*desk, ended, of=give(FIRST)) is None


@pytest.mark.requirement("R15")
def test_what_waited_for_somebody_goes_to_the_first_who_comes() -> None:
    waiting = given(of=give(FIRST))
    assert waiting == (events.EnquiryQueued(office="410100", enquiry=FIRST, topic=VEHICLE),)
    begin = commands.BeginEnquiryShift(office="410100", until=UNTIL)
    decided = ENQUIRY_DESK.decide(ENQUIRY_DESK.fold(waiting), begin, at(CLERK))
    assert decided.events[-1] == events.EnquiryGiven(
        office="410100", enquiry=FIRST, topic=VEHICLE, handler="clerk"
    )
    assert decided.links == (Link(ENQUIRY, FIRST, AssignEnquiry(handler="clerk")),)


def test_a_question_that_is_asked_on_goes_back_to_whoever_knows_it() -> None:
    desk = (on_shift("li"), on_shift("wang"))
    assert handler(*desk, of=give(FIRST, known="wang")) == "wang"
    ended = events.EnquiryShiftEnded(office="410100", handler="wang")
    assert handler(*desk, ended, of=give(FIRST, known="wang")) == "li"


def test_what_was_passed_on_does_not_come_back_to_the_same_if_another_is_there() -> None:
    desk = [on_shift("li"), on_shift("wang")]
    told = (*desk, *given(*desk, of=give(FIRST)))
    assert handler(*told, of=give(FIRST, anew=True)) == "wang"
    alone = (desk[0], *given(desk[0], of=give(FIRST)))
    assert handler(*alone, of=give(FIRST, anew=True)) == "li"


def test_what_was_answered_meanwhile_is_nothing_for_the_desk() -> None:
    answered = Enquiry(stage=EnquiryStage.ANSWERED, office="410100")
    assert given(on_shift("li"), of=give(FIRST), seen=answered) == ()
    told = (on_shift("li"), *given(on_shift("li"), of=give(FIRST)))
    off = commands.TakeEnquiryOff(enquiry=FIRST)
    assert given(*told, of=off, seen=answered) == (
        events.EnquiryTakenOff(office="410100", enquiry=FIRST),
    )
    assert given(*told, of=off) == ()
    assert given(*told, of=commands.TakeEnquiryOff(enquiry=SECOND), seen=answered) == ()


def test_a_shift_is_one_of_the_own_office_and_not_longer_than_half_a_day() -> None:
    begin = commands.BeginEnquiryShift(office="410100", until=UNTIL, topics=(VEHICLE,))
    (begun,) = ENQUIRY_DESK.decide(EnquiryDesk(), begin, at(CLERK)).events
    assert begun == on_shift("clerk", VEHICLE)
    with pytest.raises(EnquiryDeskOfOthers):
        ENQUIRY_DESK.decide(EnquiryDesk(), begin, at(Actor(Role.CLERK, "clerk", "410300")))
    other = commands.BeginEnquiryShift(office="410300", until=UNTIL)
    with pytest.raises(EnquiryDeskDiffers):
        ENQUIRY_DESK.decide(EnquiryDesk(), other, at(CLERK))
    for until in (NOW, NOW + timedelta(hours=13)):
        wrong = commands.BeginEnquiryShift(office="410100", until=until)
        with pytest.raises(EnquiryShiftTooLong):
            ENQUIRY_DESK.decide(EnquiryDesk(), wrong, at(CLERK))


def test_an_officer_ends_his_own_shift_once() -> None:
    desk = ENQUIRY_DESK.fold([on_shift("clerk"), on_shift("wang")])
    ended = ENQUIRY_DESK.decide(desk, commands.EndEnquiryShift(), at(CLERK))
    assert ended.events == (events.EnquiryShiftEnded(office="410100", handler="clerk"),)
    assert ENQUIRY_DESK.decide(ended.after, commands.EndEnquiryShift(), at(CLERK)).events == ()


def follows(event: Event) -> list[tuple[UUID, str]]:
    (found,) = (
        each
        for each in ENQUIRY_DESK.reactions
        if isinstance(each, Reaction) and each.on is type(event)
    )
    told = found.then(Cause(FIRST, 1, event))
    return [(each.stream, type(each.command).__name__) for each in told]


def test_the_desk_follows_what_becomes_of_a_question() -> None:
    asked = EnquiryReceived(
        office="410100",
        channel=EnquiryChannel.PAGE,
        topic=VEHICLE,
        answer_by=date(2020, 2, 25),
        key_id=SECOND,
        sealed={},
    )
    here, there = enquiry_desk_of("410100"), enquiry_desk_of("410122")
    assert follows(asked) == [(here, "GiveEnquiry")]
    called = EnquiryReceived(
        office="410100",
        channel=EnquiryChannel.TELEPHONE,
        topic=VEHICLE,
        answer_by=date(2020, 2, 25),
        taken_in_by="clerk",
        key_id=SECOND,
        sealed={},
    )
    assert follows(called) == []

    def passed_on(to: str) -> EnquiryTransferred:
        return EnquiryTransferred(
            office="410100",
            officer="clerk",
            to_office=to,
            topic=VEHICLE,
            reason=PassingOn.NOT_COMPETENT,
            transfer_no=1,
        )

    assert follows(passed_on("410122")) == [(here, "TakeEnquiryOff"), (there, "GiveEnquiry")]
    assert follows(passed_on("410100")) == [(here, "GiveEnquiry")]

    def answered(stage: EnquiryStage) -> EnquiryAnswered:
        return EnquiryAnswered(
            office="410100",
            stage=stage,
            officer="clerk",
            outcome=EnquiryOutcome.EXPLAINED,
            answer="pii1.x",
        )

    assert follows(answered(EnquiryStage.ANSWERED)) == [(here, "TakeEnquiryOff")]
    assert follows(answered(EnquiryStage.FOLLOW_UP)) == []
