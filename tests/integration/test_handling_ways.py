"""An application comes by a way that is for it, and records that one."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.case.case import CASE
from domain.people import Role, system
from domain.services.choices import Channel
from tests.kit.served import Service


async def at_a_machine(service: Service, code: str) -> tuple[int, dict[str, Any]]:
    body = await service.example(code) | {"channel": "self_service"}
    bearer = service.bearer(Role.PARTNER, "machine", channel=Channel.SELF_SERVICE)
    answer = await service.submit(body, str(uuid4()), bearer=bearer)
    return answer.status_code, answer.json()


@pytest.mark.requirement("R14")
async def test_a_machine_takes_a_document_and_no_deferral(service: Service) -> None:
    status, told = await at_a_machine(service, "plate_reissue")
    assert status == 201
    opened, history = await service.desk.door.open(CASE, UUID(told["id"]), system("test"))
    assert opened.state.facts is not None
    assert opened.state.facts.channel is Channel.SELF_SERVICE
    assert history[0].envelope.channel == Channel.SELF_SERVICE
    status, told = await at_a_machine(service, "renewal_deferral")
    assert (status, told["type"]) == (422, "/problems/handling-way-unfit")
    assert (told["channel"], told["rule"]) == ("self_service", "which")


@pytest.mark.requirement("R13")
async def test_website_and_app_are_told_apart(service: Service) -> None:
    for channel in (Channel.ONLINE_WEB, Channel.ONLINE_APP):
        body = await service.example("plate_reissue") | {"channel": channel.value}
        if channel is Channel.ONLINE_WEB:
            body["vehicle"] |= {"plate_no": "豫A9Z8Y7", "vin": "LZYTBTD61L1000129"}
        answer = await service.submit(body, str(uuid4()))
        assert answer.status_code == 201, answer.text
        case = UUID(answer.json()["id"])
        opened, _ = await service.desk.door.open(CASE, case, system("test"))
        assert opened.state.facts is not None
        assert opened.state.facts.channel is channel
