"""A message is recorded as taken once, and waits a little longer after each try in vain."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from domain.calendar import Calendar
from domain.case.stage import Stage
from domain.circumstances import Circumstances
from domain.message import Command, Event, PassDeadline
from domain.people import Actor, Role, system
from domain.refusal import NotAtThisStage
from domain.services.catalogue import CATALOGUE
from domain.webhook_messages import commands, events
from domain.webhook_messages.decisions import CLOCK
from domain.webhook_messages.kinds import MessageFailure, WebhookMessageStage
from domain.webhook_messages.waits import wait_after
from domain.webhook_messages.webhook_message import WEBHOOK_MESSAGE

NOW = datetime(2020, 2, 24, 1, tzinfo=UTC)
STREAM = UUID(int=5)
OF = commands.MessageFacts(
    webhook=UUID(int=1), case=UUID(int=2), version=3, reached=Stage.ACCEPTED, partner="insurer-1"
)
WRITTEN = events.WebhookMessageWritten(
    webhook=OF.webhook, case=OF.case, version=3, reached=Stage.ACCEPTED, partner="insurer-1"
)
TAKE = commands.RecordWebhookDelivery(of=OF, status=204)
FAIL = commands.RecordFailure(of=OF, failure=MessageFailure.STATUS, status=500)


def told(
    command: Command, *history: Event, by: Actor | None = None, now: datetime = NOW
) -> tuple[Event, ...]:
    at = Circumstances(now, by or system("webhooks"), STREAM, CATALOGUE, Calendar())
    return WEBHOOK_MESSAGE.decide(WEBHOOK_MESSAGE.fold(history), command, at).events


def failed(tries: int) -> events.WebhookMessageFailed:
    wait = wait_after(STREAM, tries)
    assert wait is not None
    return events.WebhookMessageFailed(failure=MessageFailure.STATUS, status=500, until=NOW + wait)


def test_it_is_taken_once() -> None:
    taken = events.WebhookMessageDelivered(status=204, tries=1)
    assert told(TAKE) == (WRITTEN, taken)
    assert told(TAKE, WRITTEN, taken) == ()


def test_it_waits_longer_each_time_and_is_kept_in_the_end() -> None:
    history: list[Event] = [WRITTEN]
    for tries in range(1, 7):
        (event,) = told(FAIL, *history)
        assert event == failed(tries)
        history += [event, events.WebhookMessageReleased()]
    assert told(FAIL, *history) == (
        events.WebhookMessageHeld(failure=MessageFailure.STATUS, status=500),
    )


def test_the_waits_grow_and_have_some_chance_in_them() -> None:
    """What failed together does not come again together."""
    waits = [wait_after(STREAM, tries) for tries in range(1, 7)]
    assert waits == sorted(waits, key=lambda wait: wait or timedelta())
    first = [wait_after(UUID(int=each), 1) for each in range(50)]
    assert len(set(first)) > 30
    assert all(
        wait is not None and timedelta(minutes=1) <= wait <= timedelta(seconds=72) for wait in first
    )
    assert wait_after(STREAM, 7) is None


def test_what_was_not_tried_is_no_try() -> None:
    behind = commands.RecordFailure(of=OF, failure=MessageFailure.BEHIND)
    (_, waits) = told(behind)
    state = WEBHOOK_MESSAGE.fold([WRITTEN, waits])
    assert (state.stage, state.tries) == (WebhookMessageStage.WAITING, 0)


def test_its_timer_runs_while_it_waits_and_never_fires_early() -> None:
    state = WEBHOOK_MESSAGE.fold([WRITTEN, failed(1)])
    assert WEBHOOK_MESSAGE.timer is not None
    timer = WEBHOOK_MESSAGE.timer(state)
    assert timer is not None
    assert timer == WEBHOOK_MESSAGE.timer(WEBHOOK_MESSAGE.timed(state))
    command = PassDeadline(clock=CLOCK)
    assert told(command, WRITTEN, failed(1), now=timer.at - timedelta(seconds=1)) == ()
    assert told(command, WRITTEN, failed(1), now=timer.at) == (events.WebhookMessageReleased(),)


def test_an_official_has_it_sent_again_unless_it_was_taken() -> None:
    again, hq = commands.RepeatWebhookMessage(), Actor(Role.HQ, "hq-1")
    held = events.WebhookMessageHeld(failure=MessageFailure.GONE, status=410)
    repeated = events.WebhookMessageRepeated(officer="hq-1")
    assert told(again, WRITTEN, held, by=hq) == (repeated,)
    assert WEBHOOK_MESSAGE.fold([WRITTEN, failed(1), repeated]).tries == 0
    with pytest.raises(NotAtThisStage):
        told(again, WRITTEN, events.WebhookMessageDelivered(status=200, tries=1), by=hq)


def test_one_that_has_ended_is_dropped() -> None:
    assert told(commands.DropMessage(of=OF)) == (WRITTEN, events.WebhookMessageDropped())
