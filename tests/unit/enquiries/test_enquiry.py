"""A question is answered by somebody who has a name, and nobody is sent round (R15, R19)."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain.accesses.kind import RevealPurpose
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.conflict import ConflictOfInterest
from domain.enquiries import commands, events
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.kind import (
    CallBackResult,
    EnquiryChannel,
    EnquiryClock,
    EnquiryOutcome,
    EnquiryTopic,
    PassingOn,
    Satisfaction,
)
from domain.enquiries.refusals import CallerRatesHimself, EnquiryOfficeUnknown, PassedOnEnough
from domain.enquiries.stage import EnquiryStage
from domain.enquiries.state import timer
from domain.message import Command, Event, PassDeadline
from domain.people import NOBODY, Actor, Role, system
from domain.refusal import NotAsThingsStand, NotAtThisStage
from domain.services.catalogue import CATALOGUE

CASE, KEY = UUID(int=1), UUID(int=7)
NOW = datetime(2020, 2, 24, 2, tzinfo=UTC)
LATER = datetime(2020, 2, 26, 2, tzinfo=UTC)
CITIZEN = Actor(Role.APPLICANT, "citizen")
CLERK = Actor(Role.CLERK, "clerk", "410100")
OTHER = Actor(Role.CLERK, "other", "410100")
LEADER = Actor(Role.SUPERVISOR, "leader", "410100")
ASKED = events.EnquiryReceived(
    office="410100",
    channel=EnquiryChannel.PAGE,
    topic=EnquiryTopic.DELIVERY,
    answer_by=date(2020, 2, 25),
    case=CASE,
    key_id=KEY,
    sealed={"enquiry": "pii1.x"},
)
GIVEN = events.EnquiryAssigned(office="410100", handler="clerk")
EXPLAIN = commands.AnswerEnquiry(outcome=EnquiryOutcome.EXPLAINED, answer="pii1.y")
COORDINATE = commands.AnswerEnquiry(outcome=EnquiryOutcome.COORDINATED, answer="pii1.y")
SOLVE = commands.AnswerEnquiry(outcome=EnquiryOutcome.SOLVED, answer="pii1.y")
PASS_ON = commands.TransferEnquiry(to_office="410122", reason=PassingOn.NOT_COMPETENT)


def receive(channel: EnquiryChannel = EnquiryChannel.PAGE) -> commands.ReceiveEnquiry:
    return commands.ReceiveEnquiry(
        office="410100",
        channel=channel,
        topic=EnquiryTopic.DELIVERY,
        case=CASE,
        key_id=KEY,
        sealed={"enquiry": "pii1.x"},
    )


def after(
    command: Command,
    *history: Event,
    by: Actor = CLERK,
    now: datetime = NOW,
    owner: Actor = CITIZEN,
) -> tuple[Event, ...]:
    at = Circumstances(now, by, UUID(int=2), CATALOGUE, Calendar(), owner=owner)
    return ENQUIRY.decide(ENQUIRY.fold(history), command, at).events


def history(*commands_by: tuple[Command, Actor]) -> tuple[Event, ...]:
    told: tuple[Event, ...] = (ASKED,)
    for command, by in commands_by:
        told = (*told, *after(command, *told, by=by))
    return told


@pytest.mark.requirement("R15")
def test_a_question_of_a_page_is_answered_within_a_working_day() -> None:
    assert after(receive(), by=CITIZEN, owner=NOBODY) == (ASKED,)
    assert ENQUIRY.fold([ASKED]).stage is EnquiryStage.OPEN


@pytest.mark.requirement("R15")
def test_whoever_takes_a_call_is_its_handler_from_the_first_moment() -> None:
    called = after(receive(EnquiryChannel.TELEPHONE), owner=NOBODY)
    assert ENQUIRY.fold(called).handler == "clerk"
    assert ENQUIRY.fold(called).taken_in_by == "clerk"


@pytest.mark.parametrize(
    ("channel", "by"), [(EnquiryChannel.PAGE, CLERK), (EnquiryChannel.COUNTER, CITIZEN)]
)
def test_nobody_asks_in_the_channel_of_others(channel: EnquiryChannel, by: Actor) -> None:
    with pytest.raises(NotAsThingsStand):
        after(receive(channel), by=by, owner=NOBODY)


def test_a_question_goes_to_an_office_that_there_is() -> None:
    nowhere = commands.ReceiveEnquiry(
        office="999999",
        channel=EnquiryChannel.PAGE,
        topic=EnquiryTopic.OTHER,
        key_id=KEY,
        sealed={},
    )
    with pytest.raises(EnquiryOfficeUnknown):
        after(nowhere, by=CITIZEN, owner=NOBODY)
    elsewhere = commands.TransferEnquiry(to_office="999999", reason=PassingOn.OTHER_SKILL)
    with pytest.raises(EnquiryOfficeUnknown):
        after(elsewhere, ASKED)


@pytest.mark.requirement("R19")
def test_what_can_be_explained_is_explained_and_nothing_is_owed() -> None:
    (answered,) = after(EXPLAIN, ASKED, GIVEN)
    assert isinstance(answered, events.EnquiryAnswered)
    assert (answered.stage, answered.at_once, answered.hard) == (
        EnquiryStage.ANSWERED,
        True,
        False,
    )
    assert timer(ENQUIRY.fold([ASKED, GIVEN, answered])) is None


@pytest.mark.requirement("R19")
def test_what_can_be_coordinated_is_owed_by_a_day_until_it_is_solved() -> None:
    (promised,) = after(COORDINATE, ASKED, GIVEN)
    assert isinstance(promised, events.EnquiryAnswered)
    assert promised.follow_up_by == date(2020, 3, 2)
    assert (promised.at_once, promised.hard) == (False, True)
    (solved,) = after(SOLVE, ASKED, GIVEN, promised)
    assert isinstance(solved, events.EnquiryAnswered)
    assert (solved.stage, solved.hard, solved.at_once) == (EnquiryStage.SOLVED, True, False)


def test_whoever_answers_the_question_of_a_colleague_is_its_handler_from_then_on() -> None:
    taken, _ = after(EXPLAIN, ASKED, GIVEN, by=OTHER)
    assert taken == events.EnquiryAssigned(office="410100", handler="other")
    assert after(commands.TakeEnquiry(), ASKED, GIVEN) == ()


def test_nobody_answers_for_the_office_what_he_has_asked_himself() -> None:
    with pytest.raises(ConflictOfInterest):
        after(EXPLAIN, ASKED, by=Actor(Role.CLERK, "citizen", "410100"))


@pytest.mark.requirement("R19")
def test_two_times_passed_on_raise_the_alarm_and_nobody_but_a_leader_passes_on_again() -> None:
    back = commands.TransferEnquiry(to_office="410100", reason=PassingOn.OTHER_SKILL)
    once = history((PASS_ON, CLERK))
    assert not any(isinstance(each, events.ShirkingAlarmRaised) for each in once)
    twice = history((PASS_ON, CLERK), (back, CLERK))
    assert twice[-1] == events.ShirkingAlarmRaised(office="410100", transfers=2)
    assert ENQUIRY.fold(twice).alarm
    with pytest.raises(PassedOnEnough):
        after(PASS_ON, *twice)
    settle = commands.SettleShirkingAlarm(handler="other")
    settled = history((PASS_ON, CLERK), (back, CLERK), (settle, LEADER))
    found = ENQUIRY.fold(settled)
    assert (found.alarm, found.handler) == (False, "other")
    with pytest.raises(PassedOnEnough):
        after(PASS_ON, *settled)
    assert after(PASS_ON, *settled, by=LEADER)
    with pytest.raises(NotAsThingsStand):
        after(settle, *settled, by=LEADER)


def test_a_conversation_goes_on_in_turns_and_each_answer_has_its_day() -> None:
    further = commands.AskFurther(question="pii1.z")
    told = history((EXPLAIN, CLERK), (further, CITIZEN))
    found = ENQUIRY.fold(told)
    assert (found.stage, found.questions, found.answers) == (EnquiryStage.OPEN, 2, 1)
    assert found.handler == "clerk"
    with pytest.raises(NotAtThisStage):
        after(further, *told, by=CITIZEN)
    (again,) = after(EXPLAIN, *told)
    assert isinstance(again, events.EnquiryAnswered)
    assert not again.at_once


@pytest.mark.requirement("R15")
def test_a_bad_rating_is_called_back_until_somebody_is_reached() -> None:
    rate = commands.RateEnquiry(satisfaction=Satisfaction.VERY_BAD)
    rated = history((EXPLAIN, CLERK), (rate, CITIZEN))
    assert ENQUIRY.fold(rated).call_back_by == date(2020, 2, 25)
    tried = commands.CallAskerBack(result=CallBackResult.NOT_REACHED, note="pii1.n")
    reached = commands.CallAskerBack(result=CallBackResult.MENDED, note="pii1.n")
    (unreached,) = after(tried, *rated, now=LATER)
    assert ENQUIRY.fold([*rated, unreached]).call_back_by == date(2020, 2, 27)
    (called,) = after(reached, *rated, unreached)
    assert ENQUIRY.fold([*rated, unreached, called]).call_back_by is None
    with pytest.raises(NotAsThingsStand):
        after(reached, *rated, unreached, called)


def test_a_good_rating_is_given_once_and_asks_for_no_call() -> None:
    rate = commands.RateEnquiry(satisfaction=Satisfaction.GOOD)
    rated = history((EXPLAIN, CLERK), (rate, CITIZEN))
    assert ENQUIRY.fold(rated).call_back_by is None
    with pytest.raises(NotAsThingsStand):
        after(rate, *rated, by=CITIZEN)


def test_an_officer_enters_the_rating_of_a_caller_and_of_nobody_else() -> None:
    rate = commands.RateEnquiry(satisfaction=Satisfaction.FAIR)
    with pytest.raises(CallerRatesHimself):
        after(rate, *history((EXPLAIN, CLERK)))
    called = after(receive(EnquiryChannel.TELEPHONE), owner=NOBODY)
    answered = (*called, *after(EXPLAIN, *called, owner=CLERK))
    (rated,) = after(rate, *answered, owner=CLERK)
    assert isinstance(rated, events.EnquiryRated)
    assert rated.taken_in_by == "clerk"


def test_what_is_not_done_in_time_is_said_once_and_still_owed() -> None:
    passed = PassDeadline(clock=EnquiryClock.ANSWER)
    with pytest.raises(NotAsThingsStand):
        after(passed, ASKED, by=system("timekeeper"))
    (missed,) = after(passed, ASKED, by=system("timekeeper"), now=LATER)
    assert missed == events.EnquiryDeadlineMissed(
        office="410100", clock=EnquiryClock.ANSWER, due_on=date(2020, 2, 25)
    )
    assert timer(ENQUIRY.fold([ASKED, missed])) is None
    assert after(EXPLAIN, ASKED, missed, now=LATER)


def test_the_timer_is_that_of_the_first_day_by_which_something_is_owed() -> None:
    running = timer(ENQUIRY.fold([ASKED]))
    assert running is not None
    assert running.at == datetime(2020, 2, 25, 16, tzinfo=UTC)


def test_who_asks_is_shown_to_nobody_before_it_is_on_record() -> None:
    purpose = RevealPurpose.CONTACT
    assert after(commands.ShowCaller(purpose=purpose), ASKED) == (
        events.CallerShown(office="410100", officer="clerk", purpose=purpose),
    )
