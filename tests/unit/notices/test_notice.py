"""A notice goes to one provider at a time, waits as long as it has to, and ends with a receipt."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Command, Event, PassDeadline
from domain.notices import commands, events
from domain.notices.decisions import CLOCK, wait_after
from domain.notices.kinds import Addressee, NoticeChannel, UndeliveredReason, WaitReason
from domain.notices.notice import NOTICE
from domain.notices.refusals import AnotherProviderHasIt
from domain.notices.state import (
    TagUnreadable,
    message_id,
    notice_of,
    notice_tag,
    tagged_notice,
)
from domain.people import Actor, Role, system
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.catalogue import CATALOGUE

NOON = datetime(2020, 2, 24, 4, tzinfo=UTC)
CASE = UUID(int=1)
NOTIFIER = system("notifier")
FACTS = commands.NoticeFacts(
    case=CASE, version=2, step="CaseAccepted", office="410100", to=Addressee.APPLICANT
)
WRITTEN = events.NoticeWritten(
    case=CASE, version=2, step="CaseAccepted", office="410100", to=Addressee.APPLICANT
)
ENTRUSTED = events.NoticeEntrusted(channel=NoticeChannel.SMS, provider="first", round=1)
TAKEN = events.NoticeHandedOver(provider="first")
OFF = events.NoticeUndelivered(reason=UndeliveredReason.SWITCHED_OFF)
ENTRUST = commands.EntrustNotice(of=FACTS, channel=NoticeChannel.SMS, provider="first")
QUIET = commands.DeferNotice(of=FACTS, reason=WaitReason.QUIET_HOURS, until=NOON)


def after(
    command: Command,
    *history: Event,
    by: Actor = NOTIFIER,
    now: datetime = NOON,
) -> tuple[Event, ...]:
    at = Circumstances(now, by, UUID(int=9), CATALOGUE, Calendar())
    return NOTICE.decide(NOTICE.fold(history), command, at).events


def receipt(
    round: int = 1, arrived: bool = True, provider: str = "first"
) -> commands.RecordReceipt:
    if arrived:
        return commands.RecordReceipt(provider=provider, round=round, arrived_at=NOON)
    off = UndeliveredReason.SWITCHED_OFF
    return commands.RecordReceipt(provider=provider, round=round, reason=off)


def test_to_whom_it_is_given_stands_there_before_it_is_given() -> None:
    assert after(ENTRUST) == (WRITTEN, ENTRUSTED)
    assert after(ENTRUST, WRITTEN, ENTRUSTED) == ()


def test_another_provider_gets_it_only_by_an_event_of_its_own() -> None:
    second = commands.EntrustNotice(of=FACTS, channel=NoticeChannel.SMS, provider="second")
    (event,) = after(second, WRITTEN, ENTRUSTED)
    assert event == events.NoticeEntrusted(channel=NoticeChannel.SMS, provider="second", round=1)


def test_in_the_quiet_hours_it_waits_and_is_released_in_time_and_once() -> None:
    deferred = events.NoticeDeferred(reason=WaitReason.QUIET_HOURS, until=NOON)
    assert after(QUIET) == (WRITTEN, deferred)
    assert NOTICE.timer
    timer = NOTICE.timer(NOTICE.fold([WRITTEN, deferred]))
    assert timer is not None
    assert timer.at == NOON
    release = PassDeadline(clock=CLOCK)
    early = NOON - timedelta(seconds=1)
    assert after(release, WRITTEN, deferred, now=early) == ()
    assert after(release, WRITTEN, deferred) == (events.NoticeReleased(),)
    released = NOTICE.fold([WRITTEN, deferred, events.NoticeReleased()])
    assert NOTICE.timer(released) is None


def test_what_no_provider_answers_is_tried_for_three_days() -> None:
    waits: list[timedelta] = []
    while (wait := wait_after(len(waits))) is not None:
        waits.append(wait)
    assert waits == sorted(waits)
    assert timedelta(days=2) < sum(waits, timedelta()) < timedelta(days=3)


def test_a_receipt_counts_once_and_only_of_the_round_that_it_names() -> None:
    sent = (WRITTEN, ENTRUSTED, TAKEN)
    arrived = events.NoticeArrived(arrived_at=NOON)
    assert after(receipt(), *sent) == (arrived,)
    assert after(receipt(), *sent, arrived) == ()
    assert after(receipt(round=2), *sent) == ()
    assert after(receipt(arrived=False), *sent, arrived) == ()


def test_a_receipt_that_says_no_is_corrected_by_one_that_says_yes() -> None:
    sent = (WRITTEN, ENTRUSTED, TAKEN)
    assert after(receipt(arrived=False), *sent) == (OFF,)
    assert after(receipt(arrived=False), *sent, OFF) == ()
    assert after(receipt(), *sent, OFF) == (events.NoticeArrived(arrived_at=NOON),)


def test_a_receipt_may_come_before_it_is_known_that_the_provider_took_it() -> None:
    arrived = events.NoticeArrived(arrived_at=NOON)
    assert after(receipt(), WRITTEN, ENTRUSTED) == (arrived,)
    hand_over = commands.RecordHandOver(provider="first")
    assert after(hand_over, WRITTEN, ENTRUSTED, arrived) == ()
    assert after(hand_over, WRITTEN, ENTRUSTED) == (TAKEN,)
    assert after(hand_over, WRITTEN, ENTRUSTED, TAKEN) == ()


def test_nobody_tells_of_a_notice_that_another_has() -> None:
    with pytest.raises(AnotherProviderHasIt):
        after(receipt(provider="second"), WRITTEN, ENTRUSTED, TAKEN)
    with pytest.raises(AnotherProviderHasIt):
        after(commands.RecordHandOver(provider="second"), WRITTEN, ENTRUSTED)


def test_an_officer_sends_it_again_only_when_nobody_has_received_it() -> None:
    clerk = Actor(Role.CLERK, "clerk", "410100")
    again = events.NoticeRepeated(officer=clerk.person)
    sent = (WRITTEN, ENTRUSTED, TAKEN)
    assert after(commands.RepeatNotice(), *sent, OFF, by=clerk) == (again,)
    with pytest.raises(NotAtThisStage):
        after(commands.RepeatNotice(), *sent, by=clerk)
    with pytest.raises(NotPermitted):
        after(commands.RepeatNotice(), *sent, OFF, by=Actor(Role.APPLICANT, "somebody"))
    second_round = after(ENTRUST, *sent, OFF, again)
    assert second_round == (
        events.NoticeEntrusted(channel=NoticeChannel.SMS, provider="first", round=2),
    )


def test_what_is_not_sent_says_why() -> None:
    erased = commands.AbandonNotice(of=FACTS, reason=UndeliveredReason.ERASED)
    assert after(erased) == (WRITTEN, events.NoticeUndelivered(reason=UndeliveredReason.ERASED))


def test_each_person_has_one_notice_of_a_step_and_each_round_one_message() -> None:
    to_applicant = notice_of(CASE, 2, Addressee.APPLICANT)
    assert to_applicant == notice_of(CASE, 2, Addressee.APPLICANT)
    assert len({to_applicant, notice_of(CASE, 3, Addressee.APPLICANT)}) == 2
    assert to_applicant != notice_of(CASE, 2, Addressee.AGENT)
    assert message_id(to_applicant, 1) != message_id(to_applicant, 2)


def test_a_receipt_names_the_notice_and_the_round() -> None:
    assert tagged_notice(notice_tag(CASE, 2)) == (CASE, 2)
    for wrong in ("", "x.1", f"{CASE}", f"{CASE}.x"):
        with pytest.raises(TagUnreadable):
            tagged_notice(wrong)
