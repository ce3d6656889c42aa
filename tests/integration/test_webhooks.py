"""A partner is told of his cases: each message is recorded as taken once, whatever happens."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.inbox.webhook_signature import NotSigned
from domain.people import Role
from domain.webhook_messages.kinds import MessageFailure, WebhookMessageStage
from domain.webhooks.commands import AskForWebhookTest, EndWebhook, ResumeWebhook
from domain.webhooks.kinds import PauseReason, WebhookStage
from tests.kit import webhooks as w
from tests.kit.partner import Partner, partner_server
from tests.kit.served import Service, served
from workers.webhooks import sender

NINE = datetime(2020, 2, 24, 1, tzinfo=UTC)


class Site:
    """A service whose clock the test moves, and the server of a partner."""

    def __init__(self, service: Service, partner: Partner, now: list[datetime]) -> None:
        self.service = service
        self.partner = partner
        self._now = now

    async def later(self, **by: float) -> int:
        self._now[0] += timedelta(**by)
        return await w.waited(self.service, self._now[0])


@pytest.fixture
async def site(database_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    now = [NINE]
    async with (
        served(database_url, tmp_path, clock=lambda: now[0]) as service,
        partner_server() as partner,
    ):
        await w.registered(service, partner.address)
        yield Site(service, partner, now)


async def test_he_is_told_of_each_step_of_his_case_and_of_nothing_personal(site: Site) -> None:
    case = await w.case_of(site.service)
    await w.accept(site.service, case)
    await w.told(site.service)
    first, *_, last = site.partner.asked
    assert {each.signed_by(w.FIRST) for each in site.partner.asked} == set(site.partner.ids)
    assert first.told["type"] == "case.stage_reached"
    assert first.told["timestamp"] == "2020-02-24T01:00:00Z"
    data = first.told["data"]
    assert isinstance(data, dict)
    assert data.keys() == {"reference", "service", "stage"}
    assert (data["service"], data["stage"]) == (w.FREE, "submitted")
    assert last.told["data"] != data
    assert {each.stage for each in await w.messages(site.service)} == {
        WebhookMessageStage.DELIVERED
    }


@pytest.mark.parametrize(
    ("role", "who"), [(Role.APPLICANT, w.PARTNER), (Role.PARTNER, "insurer-2")]
)
async def test_of_the_cases_of_others_he_hears_nothing(site: Site, role: Role, who: str) -> None:
    """Not even of one whose subject is called as he is."""
    await w.case_of(site.service, role, who)
    await w.told(site.service)
    assert site.partner.asked == []


@pytest.mark.parametrize("point", ["H1", "H2"])
async def test_whoever_is_killed_sends_again_under_the_same_id_and_records_it_once(
    site: Site, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    passed: list[str] = []

    def killed(at: str) -> None:
        passed.append(at)
        if at == point and passed.count(point) == 1:
            raise RuntimeError("killed")

    monkeypatch.setattr(sender, "failpoint", killed)
    await w.accept(site.service, await w.case_of(site.service))
    with pytest.raises(RuntimeError):
        await w.told(site.service)
    await w.told(site.service)
    written = await w.messages(site.service)
    assert (
        len(set(site.partner.ids))
        == len(written)
        == await w.happened(site.service, "WebhookMessageDelivered")
    )
    assert len(site.partner.ids) == len(written) + (point == "H1")


async def test_the_whole_log_read_again_sends_nothing_again(site: Site) -> None:
    await w.case_of(site.service)
    await w.told(site.service)
    async with w.teller(site.service) as made:
        await made.catch_up()
        assert made._connection is not None
        await made._connection.execute("UPDATE reaction_position SET epoch = 0")
    await w.told(site.service)
    assert len(site.partner.asked) == 1


@pytest.mark.parametrize(
    ("status", "failure", "tries"),
    [
        (500, MessageFailure.STATUS, 3),
        (503, MessageFailure.STATUS, 3),
        (400, MessageFailure.STATUS, 1),
    ],
)
async def test_a_partner_who_fails_is_tried_again_until_he_has_taken_it(
    site: Site, status: int, failure: MessageFailure, tries: int
) -> None:
    site.partner.status = status
    await w.case_of(site.service)
    await w.told(site.service)
    (waits,) = await w.messages(site.service)
    assert (waits.stage, waits.failure) == (WebhookMessageStage.WAITING, failure)
    assert len(site.partner.asked) == tries
    assert await site.later(seconds=59) == 0
    site.partner.status = 200
    assert await site.later(minutes=1) == 1
    await w.told(site.service)
    (taken,) = await w.messages(site.service)
    assert taken.stage is WebhookMessageStage.DELIVERED
    assert len(set(site.partner.ids)) == 1
    assert await w.happened(site.service, "WebhookMessageDelivered") == 1


async def test_a_slow_partner_may_have_taken_it_and_gets_it_again_under_the_same_id(
    site: Site,
) -> None:
    site.partner.waits = 2
    await w.case_of(site.service)
    await w.told(site.service)
    (waits,) = await w.messages(site.service)
    assert waits.failure is MessageFailure.TIMED_OUT
    site.partner.waits = 0
    await site.later(minutes=2)
    await w.told(site.service)
    assert len(site.partner.ids) == 4
    assert len(set(site.partner.ids)) == 1
    assert await w.happened(site.service, "WebhookMessageDelivered") == 1


async def test_one_that_is_cut_off_or_down_is_unreachable(site: Site) -> None:
    site.partner.cuts = True
    await w.case_of(site.service)
    await w.told(site.service)
    (waits,) = await w.messages(site.service)
    assert waits.failure is MessageFailure.UNREACHABLE


async def test_a_redirection_inside_is_not_followed(site: Site) -> None:
    async with partner_server() as inside:
        site.partner.status, site.partner.location = 307, inside.address
        await w.case_of(site.service)
        await w.told(site.service)
        assert inside.asked == []
    (waits,) = await w.messages(site.service)
    assert (waits.failure, waits.status) == (MessageFailure.REDIRECTED, 307)


async def test_an_address_that_is_gone_pauses_it_at_once(site: Site) -> None:
    site.partner.status = 410
    await w.accept(site.service, await w.case_of(site.service))
    await w.told(site.service)
    current = await w.subscription(site.service)
    assert (current.stage, current.reason) == (WebhookStage.PAUSED, PauseReason.GONE)
    assert len(site.partner.asked) == 1
    assert {each.stage for each in await w.messages(site.service)} == {WebhookMessageStage.HELD}


async def test_one_that_is_down_for_long_is_paused_and_resumed_sends_all_that_was_kept(
    site: Site,
) -> None:
    service, partner = site.service, site.partner
    partner.status = 500
    case = await w.case_of(service)
    for _ in range(7):
        await w.told(service)
        await site.later(hours=13)
    current = await w.subscription(service)
    assert (current.stage, current.reason) == (WebhookStage.PAUSED, PauseReason.UNREACHABLE)
    tried = len(partner.asked)
    await w.accept(service, case)
    await w.told(service)
    assert len(partner.asked) == tried, "nothing is sent while it is paused"
    kept = await w.messages(service)
    assert {each.stage for each in kept} == {WebhookMessageStage.HELD}
    partner.status = 204
    await w.done(service, ResumeWebhook())
    await service.fold()
    await w.told(service)
    assert {each.stage for each in await w.messages(service)} == {WebhookMessageStage.DELIVERED}
    assert await w.happened(service, "WebhookMessageDelivered") == len(kept) >= 2


async def test_while_a_secret_is_replaced_both_sign_and_a_day_later_one(site: Site) -> None:
    await w.replaced(site.service)
    case = await w.case_of(site.service)
    await w.told(site.service)
    (both,) = site.partner.asked
    assert both.signed_by(w.FIRST) == both.signed_by(w.SECOND) == both.id
    await site.later(hours=25)
    await w.accept(site.service, case)
    await w.told(site.service)
    alone = site.partner.asked[-1]
    assert alone.signed_by(w.SECOND)
    with pytest.raises(NotSigned):
        alone.signed_by(w.FIRST)


async def test_a_test_goes_out_also_while_it_is_paused_and_tells_of_no_case(site: Site) -> None:
    site.partner.status = 410
    await w.case_of(site.service)
    await w.told(site.service)
    site.partner.status = 204
    await w.done(site.service, AskForWebhookTest())
    await w.told(site.service)
    tried = site.partner.asked[-1]
    assert tried.told["type"] == "webhook.test"
    assert tried.told["data"] == {}
    assert tried.signed_by(w.FIRST)


async def test_what_has_ended_is_told_nothing(site: Site) -> None:
    await w.case_of(site.service)
    await w.done(site.service, EndWebhook())
    await w.told(site.service)
    assert site.partner.asked == []
    assert [each.stage for each in await w.messages(site.service)] == [WebhookMessageStage.DROPPED]


async def test_outside_of_a_demonstration_this_machine_is_not_spoken_to(site: Site) -> None:
    await w.case_of(site.service)
    await w.told(site.service, loopback=False)
    assert site.partner.asked == []
    (waits,) = await w.messages(site.service)
    assert waits.failure is MessageFailure.ADDRESS_REFUSED
