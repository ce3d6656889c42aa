"""A subscription is entered by the headquarters, changed, paused, resumed and ended."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from domain.calendar import Calendar
from domain.case.stage import Stage
from domain.circumstances import Circumstances
from domain.message import Command, Event
from domain.people import Actor, Role, system
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.catalogue import CATALOGUE
from domain.webhooks import commands, events
from domain.webhooks.kinds import PauseReason, WebhookStage
from domain.webhooks.refusals import (
    WebhookAddressUnfit,
    WebhookOfAnotherPartner,
    WebhookSecretOutrun,
    WebhookStageUnknown,
)
from domain.webhooks.state import webhook_of
from domain.webhooks.webhook import WEBHOOK

NOW = datetime(2020, 2, 24, 1, tzinfo=UTC)
HQ = Actor(Role.HQ, "hq-1")
KEY = UUID(int=7)
ADDRESS = "https://hooks.insurer.example/cheguan"
REGISTER = commands.RegisterWebhook(
    partner="insurer-1",
    address=ADDRESS,
    stages=(Stage.COMPLETED, Stage.ACCEPTED),
    secret=1,
    key_id=KEY,
    sealed={"secret-1": "one"},
)
REGISTERED = events.WebhookRegistered(
    partner="insurer-1",
    address=ADDRESS,
    stages=(Stage.ACCEPTED, Stage.COMPLETED),
    secret=1,
    officer="hq-1",
    key_id=KEY,
    sealed={"secret-1": "one"},
)


def told(command: Command, *history: Event, by: Actor = HQ) -> tuple[Event, ...]:
    at = Circumstances(NOW, by, webhook_of("insurer-1"), CATALOGUE, Calendar())
    return WEBHOOK.decide(WEBHOOK.fold(history), command, at).events


def replaced(secret: int) -> events.WebhookSecretReplaced:
    return events.WebhookSecretReplaced(
        secret=secret,
        former_until=NOW + timedelta(days=1),
        officer="hq-1",
        key_id=KEY,
        sealed={f"secret-{secret}": str(secret)},
    )


def test_a_partner_gets_one_with_its_stages_in_their_order() -> None:
    assert told(REGISTER) == (REGISTERED,)
    with pytest.raises(NotAtThisStage):
        told(REGISTER, REGISTERED)


@pytest.mark.parametrize("role", [Role.CLERK, Role.SUPERVISOR, Role.PARTNER, Role.AUDITOR])
def test_nobody_but_the_headquarters_enters_one(role: Role) -> None:
    with pytest.raises(NotPermitted):
        told(REGISTER, by=Actor(role, "x", "410100"))


def test_another_partner_s_stream_or_a_bad_address_or_stage_is_refused() -> None:
    another = commands.RegisterWebhook(
        partner="insurer-2", address=ADDRESS, stages=(Stage.ACCEPTED,), secret=1,
        key_id=KEY, sealed={},
    )  # fmt: skip
    with pytest.raises(WebhookOfAnotherPartner):
        told(another)
    inside = commands.ChangeWebhook(address="https://10.0.0.1/", stages=(Stage.ACCEPTED,))
    with pytest.raises(WebhookAddressUnfit):
        told(inside, REGISTERED)
    never = commands.ChangeWebhook(address=ADDRESS, stages=(Stage.NEW,))
    with pytest.raises(WebhookStageUnknown):
        told(never, REGISTERED)


def test_what_stays_as_it_was_is_no_change() -> None:
    same = commands.ChangeWebhook(address=ADDRESS, stages=(Stage.ACCEPTED, Stage.COMPLETED))
    assert told(same, REGISTERED) == ()


def test_of_the_secrets_the_last_two_are_kept_and_nobody_overtakes() -> None:
    command = commands.ReplaceWebhookSecret(secret=2, key_id=KEY, sealed={"secret-2": "2"})
    assert told(command, REGISTERED) == (replaced(2),)
    with pytest.raises(WebhookSecretOutrun):
        told(command, REGISTERED, replaced(2))
    state = WEBHOOK.fold([REGISTERED, replaced(2), replaced(3)])
    assert state.sealed == {"secret-2": "2", "secret-3": "3"}


def test_the_service_says_why_it_pauses_and_an_official_has_his_own_reason() -> None:
    pause = commands.PauseWebhook(reason=PauseReason.UNREACHABLE)
    itself = events.WebhookPaused(reason=PauseReason.UNREACHABLE)
    assert told(pause, REGISTERED, by=system("webhooks")) == (itself,)
    assert told(pause, REGISTERED) == (events.WebhookPaused(reason=PauseReason.BY_OFFICIAL),)
    assert told(commands.ResumeWebhook(), REGISTERED, itself) == (
        events.WebhookResumed(officer="hq-1"),
    )
    assert told(commands.ResumeWebhook(), REGISTERED) == ()
    assert told(pause, REGISTERED, itself) == ()


def test_one_that_has_ended_begins_again_with_another_secret() -> None:
    ended = events.WebhookEnded(officer="hq-1")
    assert WEBHOOK.fold([REGISTERED, ended]).stage is WebhookStage.ENDED
    with pytest.raises(WebhookSecretOutrun):
        told(REGISTER, REGISTERED, ended)
    with pytest.raises(NotAtThisStage):
        told(commands.AskForWebhookTest(), REGISTERED, ended)
