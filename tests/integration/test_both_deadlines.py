"""Whoever looks sees a deadline twice: by law, and under relief with the basis of that."""

from datetime import date, timedelta
from typing import Any

import pytest

from domain.calendar import local_day
from domain.clocks.clock import Clock
from domain.offices.tree import PROVINCE
from domain.people import Role
from domain.reliefs.commands import AnnounceRelief, EndRelief
from domain.reliefs.kind import ReliefBody, ReliefMode
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from tests.kit.life import HQ
from tests.kit.offices import asked
from tests.kit.on_record import LICENCE_ID, PERMIT_ID, VEHICLE_ID, enter_all
from tests.kit.served import Service

TEXT = "驾驶证期满换证、审验、提交身体条件证明等期限适当延长"


async def decide(service: Service, command: AnnounceRelief | EndRelief) -> None:
    await service.desk.door.handle(RELIEFS, reliefs_of(PROVINCE), command, asked(command, HQ))


def open_from(first: date, *regions: str) -> AnnounceRelief:
    return AnnounceRelief(
        mode=ReliefMode.SUSPEND,
        clocks=(Clock.LIC_RENEW, Clock.LEARNER_PERMIT),
        regions=regions,
        first=first,
        body=ReliefBody.HEADQUARTERS,
        document_no="豫公交〔2020〕1号",
        text=TEXT,
    )


async def told(service: Service, **query: str) -> dict[str, Any]:
    answer = await service.http.get("/api/v1/deadlines", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_without_a_relief_both_days_are_the_same(service: Service) -> None:
    both = await told(service, clock="LIC_RENEW", last="2020-02-24", region="410100")
    assert (both["by_law"], both["until"], both["open"]) == ("2020-02-24", "2020-02-24", False)
    assert both["relief"] is None


@pytest.mark.requirement("R31")
async def test_a_citizen_asks_with_the_day_on_his_licence(service: Service) -> None:
    today = local_day(service.desk.clock())
    await decide(service, open_from(today, "410100"))
    last = (today + timedelta(days=10)).isoformat()
    both = await told(service, clock="LIC_RENEW", last=last, region="410100")
    assert (both["by_law"], both["until"], both["open"]) == (last, None, True)
    assert both["relief"]["text"] == TEXT
    assert both["relief"]["document_no"] == "豫公交〔2020〕1号"
    assert both["relief"]["body_title"] == "省公安厅交警总队"
    elsewhere = await told(service, clock="LIC_RENEW", last=last, region="410300")
    assert elsewhere["relief"] is None
    await decide(service, EndRelief(relief="relief-1", last=today + timedelta(days=4)))
    ended = await told(service, clock="LIC_RENEW", last=last, region="410100")
    assert ended["until"] == (today + timedelta(days=15)).isoformat()
    assert not ended["open"]


@pytest.mark.requirement("R31")
@pytest.mark.requirement("R34")
async def test_an_officer_sees_both_days_beside_the_record(service: Service) -> None:
    today = local_day(service.desk.clock())
    await enter_all(service.desk, today)
    await decide(service, open_from(today))
    headers = {"authorization": service.bearer(Role.CLERK)}
    found = {}
    for path, stream in (
        ("licences", LICENCE_ID),
        ("learner-permits", PERMIT_ID),
        ("vehicles", VEHICLE_ID),
    ):
        answer = await service.http.get(f"/api/v1/{path}/{stream}", headers=headers)
        assert answer.status_code == 200, answer.text
        found[path] = {each["clock"]: each for each in answer.json()["both_deadlines"]}
    assert found["licences"]["LIC_RENEW"]["open"]
    assert found["licences"]["LIC_RENEW"]["relief"]["relief"] == "relief-1"
    assert found["learner-permits"]["LEARNER_PERMIT"]["until"] is None
    assert found["vehicles"]["INSP_DUE"]["relief"] is None


async def test_what_is_no_clock_or_no_prefecture_is_said(service: Service) -> None:
    for query in ({"clock": "NO_CLOCK"}, {"region": "110100"}, {"last": "0001-01-01"}):
        sent = {"clock": "LIC_RENEW", "last": "2020-02-24", "region": "410100", **query}
        answer = await service.http.get("/api/v1/deadlines", params=sent)
        assert answer.status_code == 422, answer.text
