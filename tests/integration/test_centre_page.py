"""The head of a network office centre keeps it by forms, and what is wrong stands beside them."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode
from uuid import uuid4

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.centres.centre import CENTRE
from domain.centres.choices import CentreIncidentKind, CentreShift, EquipmentCondition
from domain.centres.state import Centre, centre_of
from domain.offices.tree import ZHENGZHOU
from domain.people import Actor, Role
from tests.kit.page_reading import Page
from tests.kit.served import Service

PATH: Final = "/prefecture/centre"
OFFICE: Final = f"{ZHENGZHOU}.noc"
HEAD: Final = Actor(Role.SUPERVISOR, "head", ZHENGZHOU)


def cookie(service: Service, role: Role = Role.SUPERVISOR, office: str = ZHENGZHOU) -> str:
    token = service.bearer(role, "head", office).removeprefix("Bearer ")
    return f"{COOKIE}={token}; __Host-cheguan-lang=zh"


async def look(service: Service, office: str = ZHENGZHOU, query: str = "") -> httpx.Response:
    return await service.http.get(
        f"{PATH}{query}", headers={"cookie": cookie(service, office=office)}
    )


async def record(
    service: Service, act: str, sent: Mapping[str, str], role: Role = Role.SUPERVISOR
) -> httpx.Response:
    return await service.http.post(
        PATH,
        content=urlencode({"region": ZHENGZHOU, "key": str(uuid4()), **sent, "act": act}),
        headers={
            "cookie": cookie(service, role),
            "content-type": "application/x-www-form-urlencoded",
            "origin": str(service.http.base_url).rstrip("/"),
        },
    )


async def state(service: Service) -> Centre:
    return (await service.desk.door.open(CENTRE, centre_of(OFFICE), HEAD))[0].state


@pytest.mark.requirement("R17")
async def test_each_thing_of_a_centre_is_recorded_by_a_form(service: Service) -> None:
    today = service.desk.today.isoformat()
    for act, sent in (
        ("issue-work-rules", {"document_no": "郑公交车管〔2020〕7号", "effective_on": today}),
        ("confirm-work-rules", {"version": "1"}),
        (
            "roster-centre-shift",
            {"day": today, "shift": "day", "officers": "wang-1、li-2,li-2 zhao"},
        ),
        ("register-equipment", {"item": "ws-01", "equipment": "workstation"}),
        ("report-centre-incident", {"kind": "equipment_old", "lacking": "", "which": "WS-01"}),
        ("report-centre-incident", {"kind": "staff_shortage", "lacking": "2", "which": ""}),
        ("remedy-centre-incident", {"incident": "1", "remedy": "replaced"}),
    ):
        answer = await record(service, act, sent)
        assert answer.status_code == 303, (act, answer.text)
        assert answer.headers["location"] == f"{PATH}?region={ZHENGZHOU}&done={act}"
    centre = await state(service)
    assert centre.rules[-1].readers == ("head",)
    assert centre.officers_on(service.desk.today) == {CentreShift.DAY: 3}
    assert [(each.item, each.condition) for each in centre.items] == [
        ("WS-01", EquipmentCondition.GOOD)
    ]
    assert [(each.kind, each.lacking) for each in centre.open] == [
        (CentreIncidentKind.STAFF_SHORTAGE, 2)
    ]
    page = Page((await look(service, query="?done=issue-work-rules")).text).text
    for text in ("已登记：发布工作规范", "3 人未阅", "缺 2 人", "更换新设备", "42"):
        assert text in page, text


async def test_what_is_wrong_stands_beside_its_field_and_nothing_is_recorded(
    service: Service,
) -> None:
    """A form that is sent twice is one command."""
    for _ in range(2):
        twice = {"key": "twice", "item": "WS-01", "equipment": "workstation"}
        assert (await record(service, "register-equipment", twice)).status_code == 303
    before = (await service.desk.door.open(CENTRE, centre_of(OFFICE), HEAD))[0].version
    assert before == 1
    for act, sent, status, field in (
        ("register-equipment", {"item": "WS-01", "equipment": "server"}, 409, "item"),
        ("register-equipment", {"item": "?", "equipment": "server"}, 422, "item"),
        ("report-centre-incident", {"kind": "staff_shortage"}, 422, "kind"),
        ("report-centre-incident", {"kind": "equipment_old", "which": "WS-9"}, 409, "which"),
        ("roster-centre-shift", {"day": "2019-01-01", "shift": "day"}, 422, "day"),
        ("remedy-centre-incident", {"incident": "4", "remedy": "repaired"}, 409, "incidents"),
        ("confirm-work-rules", {"version": "3"}, 409, "rules"),
        ("issue-work-rules", {"document_no": "", "effective_on": "2020-06-01"}, 422, "document_no"),
    ):
        answer = await record(service, act, sent)
        assert answer.status_code == status, (act, answer.status_code, answer.text)
        assert f'href="#{field}"' in answer.text, act
        assert f'id="{field}"' in answer.text, act
    assert (await record(service, "dismiss-everybody", {})).status_code == 400
    assert (await service.desk.door.open(CENTRE, centre_of(OFFICE), HEAD))[0].version == before


async def test_a_clerk_reports_and_others_look_or_do_not(service: Service) -> None:
    short = {"kind": "staff_shortage", "lacking": "1"}
    answer = await record(service, "report-centre-incident", short, Role.CLERK)
    assert answer.status_code == 303
    server = {"item": "WS-1", "equipment": "server"}
    refused = await record(service, "register-equipment", server, Role.CLERK)
    assert refused.status_code == 403
    assert (await look(service, "410300", f"?region={ZHENGZHOU}")).status_code == 404
    assert "410300.noc" not in (await look(service)).text
    auditor = {"cookie": cookie(service, Role.AUDITOR)}
    page = await service.http.get(f"{PATH}?region=410300", headers=auditor)
    assert "尚未发布工作规范" in page.text
    assert "<form" in page.text
    assert 'method="post" action="/prefecture/centre"' not in page.text
