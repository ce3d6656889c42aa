"""An official has a text sent to his own telephone, and it is on record what became of it."""

import re

import httpx
import pytest

from domain.aggregates import CODEC
from domain.event_store.log import read_log
from domain.event_store.transaction import Connection
from domain.notice_samples.kinds import NoticeSampleStage
from domain.notice_samples.notice_samples import NOTICE_SAMPLES
from domain.notice_samples.state import NoticeSamples, samples_of
from domain.people import Role, system
from tests.kit.messengers import delivered
from tests.kit.own_pages import cookie
from tests.kit.served import Service
from tests.kit.sms import Telephones

PATH = "/notices/sample"
STEP = "CaseAccepted"


def as_official(service: Service, role: Role = Role.CLERK) -> dict[str, str]:
    return {**cookie(service, "clerk-1", role), "origin": "http://127.0.0.1"}


async def page(service: Service, query: str = "", role: Role = Role.CLERK) -> httpx.Response:
    return await service.http.get(f"{PATH}{query}", headers=as_official(service, role))


async def sent(service: Service, **other: str) -> httpx.Response:
    form = {"step": STEP, "language": "both", "key": "first", **other}
    return await service.http.post(PATH, data=form, headers=as_official(service))


async def samples(service: Service) -> NoticeSamples:
    stream = samples_of("clerk-1")
    opened, _ = await service.desk.door.open(NOTICE_SAMPLES, stream, system("test"))
    return opened.state


def numbers(telephones: Telephones) -> list[str]:
    return [each.to for each in telephones.received]


async def test_it_goes_to_his_own_number_and_is_recorded(
    service: Service, connection: Connection
) -> None:
    telephones = Telephones()
    answer = await sent(service)
    assert answer.status_code == 303, answer.text
    assert (await samples(service)).stage is NoticeSampleStage.DUE
    await delivered(service, telephones)
    (message,) = telephones.received
    assert re.fullmatch(r"138\d{8}", message.to)
    assert message.text.startswith("【样例】【河南车管】")
    assert "[Sample] " in message.text
    assert (await samples(service)).stage is NoticeSampleStage.HANDED_OVER
    shown = (await page(service, f"?step={STEP}&done=yes")).text
    assert f"138****{message.to[-4:]}" in shown
    assert message.to not in shown
    assert "已发出" in shown
    log = await read_log(connection, CODEC, 0, 1_000)
    assert all(message.to.encode() not in CODEC.encode(each.envelope) for each in log)


async def test_the_same_form_sent_twice_is_one_message(service: Service) -> None:
    telephones = Telephones()
    for _ in range(2):
        assert (await sent(service)).status_code == 303
        await delivered(service, telephones)
    assert len(telephones.received) == 1
    assert (await samples(service)).samples == 1


async def test_whoever_is_killed_hands_it_over_again_under_the_same_id(service: Service) -> None:
    telephones = Telephones(fails_after=1)
    await sent(service)
    with pytest.raises(RuntimeError):
        await delivered(service, telephones)
    await delivered(service, telephones)
    first, again = telephones.received
    assert first == again
    assert (await samples(service)).stage is NoticeSampleStage.HANDED_OVER


async def test_what_the_gateway_refuses_is_told_on_the_page(service: Service) -> None:
    telephones = Telephones()
    await sent(service)
    await delivered(service, telephones)
    dead = Telephones(dead=numbers(telephones))
    await sent(service, key="second", language="zh")
    await delivered(service, dead)
    assert (await samples(service)).stage is NoticeSampleStage.TURNED_AWAY
    assert "网关拒收" in (await page(service)).text


async def test_he_sees_before_what_will_be_sent(service: Service) -> None:
    for language, there, away in (("zh", "【样例】", "[Sample]"), ("en", "[Sample]", "【样例】")):
        shown = (await page(service, f"?step={STEP}&language={language}")).text
        preview = shown.partition("told-sample")[2]
        assert there in preview
        assert away not in preview
    assert (await page(service, "?step=NoSuchThing")).status_code == 200


async def test_nobody_else_sends_or_sees_them(service: Service) -> None:
    """Of a step that nobody is told of there is no text."""
    await sent(service)
    assert (await sent(service, step="NoSuchThing")).status_code == 400
    assert (await page(service, role=Role.APPLICANT)).status_code != 200
    read = await service.http.get(
        f"/api/v1/notice-samples/{samples_of('clerk-1')}",
        headers={"authorization": service.bearer(Role.CLERK, "clerk-2")},
    )
    assert read.status_code == 404
