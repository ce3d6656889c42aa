"""``/webhooks``: the headquarters enter partners, see what they have taken, and send it again."""

import re
from collections.abc import AsyncIterator, Mapping
from urllib.parse import urlencode

import httpx
import pytest

from domain.inbox.webhook_signature import secret_of
from domain.people import Role
from domain.webhooks.kinds import WebhookStage
from tests.integration.test_desk import cookie
from tests.kit import webhooks as w
from tests.kit.page_reading import Page
from tests.kit.partner import Partner, partner_server
from tests.kit.served import Service

ONE = f"/webhooks/{w.STREAM}"
SECRET = re.compile(r"whsec_[A-Za-z0-9+/=]+")


@pytest.fixture
async def partner() -> AsyncIterator[Partner]:
    async with partner_server() as made:
        yield made


async def look(service: Service, path: str, role: Role = Role.HQ) -> httpx.Response:
    return await service.http.get(path, headers=cookie(service, "hq-1", role))


async def send(
    service: Service, path: str, sent: Mapping[str, str], role: Role = Role.HQ
) -> httpx.Response:
    headers = {
        **cookie(service, "hq-1", role),
        "content-type": "application/x-www-form-urlencoded",
        "origin": str(service.http.base_url).rstrip("/"),
    }
    return await service.http.post(path, content=urlencode(sent), headers=headers)


async def entered(service: Service, address: str, key: str = "first") -> httpx.Response:
    stages = {f"stage-{each}": "yes" for each in w.STAGES}
    form = {"partner": w.PARTNER, "address": address, "key": key, **stages}
    return await send(service, "/webhooks", form)


async def act(service: Service, name: str, **sent: str) -> httpx.Response:
    shown = (await look(service, ONE)).text
    (version,) = set(re.findall(r'name="version" value="(\d+)"', shown))
    return await send(service, ONE, {"act": name, "version": version, **sent})


async def test_the_secret_is_shown_once_and_signs_what_he_is_sent(
    service: Service, partner: Partner
) -> None:
    answer = await entered(service, partner.address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    (secret,) = SECRET.findall(answer.text)
    again = await entered(service, partner.address)
    assert (again.status_code, SECRET.findall(again.text)) == (200, [])
    assert not SECRET.search((await look(service, ONE)).text)
    await w.case_of(service)
    await w.told(service)
    (told,) = partner.asked
    assert told.signed_by(secret_of(secret))
    replaced = await act(service, "secret")
    (second,) = SECRET.findall(replaced.text)
    assert second != secret
    assert (await act(service, "test")).status_code == 303
    await w.told(service)
    both = partner.asked[-1]
    assert both.signed_by(secret_of(secret)) == both.signed_by(secret_of(second))


async def test_the_log_shows_what_was_not_taken_and_sends_it_again(
    service: Service, partner: Partner
) -> None:
    await entered(service, partner.address)
    partner.status = 410
    await w.case_of(service)
    await w.told(service)
    await service.fold()
    (_, line) = Page((await look(service, "/webhooks")).text).tables["合作单位（近 14 日消息数）"]
    assert line[0] == w.PARTNER
    assert "对方答复地址已停用" in line[2]
    assert line[3:] == ["0", "0", "1"]
    shown = (await look(service, ONE)).text
    assert "推送已暂停：对方答复地址已停用" in shown
    (message,) = re.findall(r'name="message" value="([0-9a-f-]+)"', shown)
    partner.status = 204
    assert (await act(service, "resume")).status_code == 303
    await service.fold()
    await w.told(service)
    await service.fold()
    (_, row) = Page((await look(service, ONE)).text).tables["送达记录"]
    assert row[3] == "2"
    assert "204" in row[4]
    late = await send(service, ONE, {"act": "again", "message": message})
    assert late.status_code == 409
    assert len(set(partner.ids)) == 1


@pytest.mark.parametrize(
    "address", ["http://hooks.insurer.example/", "https://10.0.0.1/", "https://2130706433/"]
)
async def test_an_address_inside_is_refused_beside_its_field(
    service: Service, address: str
) -> None:
    answer = await entered(service, address)
    assert answer.status_code == 422
    assert 'href="#address"' in answer.text
    assert "不得填写 IP 地址" in answer.text


async def test_without_a_stage_or_a_partner_nothing_is_entered(service: Service) -> None:
    form = {"partner": "", "address": "https://hooks.insurer.example/", "key": "x"}
    answer = await send(service, "/webhooks", form)
    assert answer.status_code == 422


async def test_it_is_paused_changed_and_ended(service: Service, partner: Partner) -> None:
    await entered(service, partner.address)
    assert (await act(service, "pause")).status_code == 303
    moved = {"address": "https://hooks.insurer.example/v2", "stage-completed": "yes"}
    assert (await act(service, "change", **moved)).status_code == 303
    current = await w.subscription(service)
    assert (current.stage, current.address) == (WebhookStage.PAUSED, moved["address"])
    assert [each.value for each in current.stages] == ["completed"]
    assert (await act(service, "end")).status_code == 303
    assert 'name="act"' not in (await look(service, ONE)).text


@pytest.mark.parametrize("role", [Role.CLERK, Role.SUPERVISOR, Role.PARTNER, Role.APPLICANT])
async def test_nobody_else_sees_or_changes_them(
    service: Service, partner: Partner, role: Role
) -> None:
    await entered(service, partner.address)
    assert (await look(service, ONE, role)).status_code == 403
    assert (await send(service, ONE, {"act": "end", "version": "1"}, role)).status_code == 403


async def test_an_auditor_reads_and_does_nothing(service: Service, partner: Partner) -> None:
    await entered(service, partner.address)
    shown = await look(service, ONE, Role.AUDITOR)
    assert shown.status_code == 200
    assert 'name="act"' not in shown.text
    assert (
        await send(service, ONE, {"act": "end", "version": "1"}, Role.AUDITOR)
    ).status_code == 403
