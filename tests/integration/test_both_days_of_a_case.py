"""Whoever looks at a case under relief sees both days, why, and on whose word."""

from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

import pytest

from api.day_text import day_text
from domain.case.case import CASE
from domain.clocks.clock import Clock
from domain.message import CountReliefs
from domain.offices.tree import PROVINCE
from domain.people import Role, system
from domain.reliefs.commands import AnnounceRelief, EndRelief
from domain.reliefs.kind import ReliefBody, ReliefMode
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from tests.kit.life import HQ
from tests.kit.offices import asked
from tests.kit.served import Service

NUMBER: Final = "豫公交〔2020〕1号"
SERVICE: Final = "vehicle_contact_change"


async def announce(service: Service, number: str = NUMBER, instead_of: str | None = None) -> None:
    await decide(
        service,
        AnnounceRelief(
            mode=ReliefMode.SUSPEND,
            clocks=(Clock.CORRECTION_REPLY,),
            first=service.desk.today,
            body=ReliefBody.HEADQUARTERS,
            document_no=number,
            text="疫情防控期间，申请人补正材料的期限中止计算。",
            instead_of=instead_of,
        ),
    )


async def decide(service: Service, command: AnnounceRelief | EndRelief) -> None:
    await service.desk.door.handle(RELIEFS, reliefs_of(PROVINCE), command, asked(command, HQ))


async def to_correct(service: Service) -> dict[str, Any]:
    told = await service.submitted(SERVICE)
    defects = {"defects": [{"where": "id_front", "code": "missing"}]}
    answer = await service.command(told["id"], "request-correction", 1, defects)
    assert answer.status_code == 200, answer.text
    return told


async def tracked(service: Service, told: dict[str, Any], language: str) -> tuple[Any, str]:
    await service.fold()
    id_no = (await service.example(SERVICE))["applicant"]["id_no"]
    end = {"reference": told["reference"], "last_four": id_no[-4:]}
    headers = {"accept-language": language, "origin": "http://127.0.0.1"}
    api = await service.http.post("/api/v1/tracking", json=end, headers=headers)
    page = await service.http.post("/track", data=end, headers=headers)
    assert (api.status_code, page.status_code) == (200, 200), api.text
    return api.json(), page.text


@pytest.mark.requirement("R31")
async def test_both_days_are_told_to_the_applicant_and_to_officers_in_the_same_words(
    service: Service,
) -> None:
    await announce(service)
    told = await to_correct(service)
    view, page = await tracked(service, told, "zh")
    both = view["under_relief"]
    by_law = day_text(date.fromisoformat(both["by_law"]), "zh")
    today = day_text(service.desk.today, "zh")
    assert both["text"] == (
        f"原期限为{by_law}，因疫情防控，期限中止计算，恢复计算的时间另行公布；"
        f"中止期间不按逾期处理（依据：省公安厅交警总队{today}公布的期限延长措施，{NUMBER}）。"
    )
    assert (both["open"], both["until"], view["next"]) == (True, None, None)
    assert view["duty"]["by"] is None
    assert both["text"] in page
    reader = {"authorization": service.bearer(Role.CLERK), "accept-language": "zh"}
    case = (await service.http.get(f"/api/v1/cases/{told['id']}", headers=reader)).json()
    assert case["both_deadlines"] == [both]
    asks = {"clock": "CORRECTION_REPLY", "last": both["by_law"], "region": "410100"}
    answer = await service.http.get("/api/v1/deadlines", params=asks)
    assert answer.json()["text"] == both["text"]


async def test_when_the_relief_ends_the_later_day_is_told_and_counted(service: Service) -> None:
    await announce(service)
    told = await to_correct(service)
    last = service.desk.today + timedelta(days=20)
    await decide(service, EndRelief(relief="relief-1", last=last))
    count = CountReliefs()
    await service.desk.door.handle(CASE, UUID(told["id"]), count, asked(count, system("reactor")))
    view, page = await tracked(service, told, "en")
    both = view["under_relief"]
    until = date.fromisoformat(both["until"])
    assert until >= last + timedelta(days=30)
    assert f"it is extended to {day_text(until, 'en')}" in both["text"]
    assert both["text"] in page
    assert view["duty"]["by"] == view["next"]["on"] == both["until"]
    assert view["timeline"][-1]["until"] == both["until"]
    figures = (await service.http.get("/api/v1/statistics/reliefs")).json()
    assert figures["cases_extended"] == 1
    (line,) = figures["clocks"]
    assert (line["clock"], line["moved"], line["dated"]) == ("CORRECTION_REPLY", 1, 1)


async def test_a_relief_whose_place_another_has_taken_is_still_named(service: Service) -> None:
    await announce(service)
    told = await to_correct(service)
    await announce(service, "豫公交〔2020〕2号", instead_of="relief-1")
    view, page = await tracked(service, told, "zh")
    both = view["under_relief"]
    assert f"公布的期限延长措施，{NUMBER}，已由其后公布的措施替代" in both["text"]
    assert both["relief"]["document_no"] == NUMBER
    assert both["text"] in page


async def test_without_a_relief_nothing_is_told_of_one(service: Service) -> None:
    told = await to_correct(service)
    view, page = await tracked(service, told, "zh")
    assert view["under_relief"] is None
    assert "因疫情防控" not in page


@pytest.mark.parametrize("clock", ["PAY_HOLD", "DECIDE"])
async def test_no_relief_names_the_fee_or_a_term_of_the_office(
    service: Service, clock: str
) -> None:
    answer = await service.http.post(
        "/api/v1/reliefs/410000/announce-relief",
        json={
            "mode": "suspend",
            "clocks": [clock],
            "first": service.desk.today.isoformat(),
            "body": "headquarters",
            "text": "期限中止计算",
        },
        headers={"authorization": service.bearer(Role.HQ), "if-match": '"v0"'},
    )
    assert answer.status_code == 422, answer.text
    assert "CORRECTION_REPLY" in answer.json()["choices"]
