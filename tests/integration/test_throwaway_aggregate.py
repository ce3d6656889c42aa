"""An aggregate that the product knows nothing of lives whole from three lines of a registry.

It is begun, commanded, listed and audited over HTTP, folded and rebuilt, and its timer runs out.
"""

import json
from collections.abc import AsyncIterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from cheguan import history
from cheguan.migrate import migrate_all
from cheguan.processes import in_processes
from domain.calendar import end_of_day
from domain.event_store.transaction import Connection
from domain.people import Actor, Role
from projections.engine.rebuild import rebuild
from projections.timers.queries import run_out
from tests.integration.lost_things.registry import WITH_LOST_THINGS
from tests.integration.lost_things.row import LOST_THINGS, Kept
from tests.integration.lost_things.thing import THING, UNCLAIMED, ThingForfeited, ThingStage, What
from tests.kit.projected import rows
from tests.kit.served import OFFICE, Service, served
from workers import timekeeper

PATH = "/api/v1/lost-things"
PHONE = {"hall": OFFICE, "what": "phone"}
PRODUCT = ("domain", "projections", "api", "workers", "cheguan")


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    migrate_all(database_url, database_url, WITH_LOST_THINGS.projections)
    async with served(database_url, tmp_path, registry=WITH_LOST_THINGS) as made:
        yield made


async def told(
    service: Service,
    path: str,
    body: Mapping[str, Any],
    headers: Mapping[str, str],
    role: Role = Role.CLERK,
) -> httpx.Response:
    return await service.http.post(
        f"{PATH}/{path}",
        content=json.dumps(body),
        headers={
            "content-type": "application/json",
            "authorization": service.bearer(role),
            **headers,
        },
    )


async def registered(service: Service, body: Mapping[str, Any] = PHONE) -> str:
    """The id of a thing that was found."""
    key = {"idempotency-key": str(uuid4())}
    answer = await told(service, "register-thing", body, key)
    assert answer.status_code == 201, answer.text
    thing: str = answer.json()["id"]
    return thing


async def does(
    service: Service,
    thing: str,
    command: str,
    version: int,
    body: Mapping[str, Any] | None = None,
    role: Role = Role.SUPERVISOR,
) -> httpx.Response:
    seen = {"if-match": f'"v{version}"'}
    return await told(service, f"{thing}/{command}", body or {}, seen, role)


async def read(
    service: Service, path: str, role: Role = Role.CLERK, office: str | None = None
) -> httpx.Response:
    authorization = service.bearer(role, "somebody", office)
    return await service.http.get(path, headers={"authorization": authorization})


async def test_what_begins_is_answered_once_and_again(service: Service) -> None:
    key = {"idempotency-key": "key"}
    first = await told(service, "register-thing", PHONE, key)
    again = await told(service, "register-thing", PHONE, key)
    without = await told(service, "register-thing", PHONE, {})

    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert first.headers["location"] == f"{PATH}/{first.json()['id']}"
    assert UUID(first.json()["id"]).version == 7
    assert first.json()["hall"] == OFFICE
    assert first.json()["actions"] == ["move-thing"]
    assert (without.status_code, without.json()["type"]) == (
        400,
        "/problems/idempotency-key-missing",
    )


async def test_it_is_commanded_as_everything_else_is(service: Service) -> None:
    thing = await registered(service)
    moved = await does(service, thing, "move-thing", 1, {"shelf": "A3"})
    stale = await does(service, thing, "move-thing", 1, {"shelf": "B1"})
    unseen = await told(service, f"{thing}/move-thing", {"shelf": "B1"}, {})
    by_a_clerk = await does(service, thing, "hand-back-thing", 2, role=Role.CLERK)
    back = await does(service, thing, "hand-back-thing", 2)
    late = await does(service, thing, "move-thing", 3, {"shelf": "B1"})

    assert (moved.status_code, moved.headers["etag"]) == (200, '"v2"')
    assert (stale.status_code, stale.json()["version"]) == (412, 2)
    assert unseen.status_code == 428
    assert by_a_clerk.status_code == 403
    assert (back.status_code, back.json()["stage"], back.json()["actions"]) == (200, "gone", [])
    assert (late.status_code, late.json()["type"]) == (409, "/problems/not-at-this-stage")


async def test_it_refuses_in_words_of_its_own(service: Service) -> None:
    foreign = {"hall": "410300", "what": "keys"}
    answer = await told(service, "register-thing", foreign, {"idempotency-key": "key"})
    page = await service.http.get("/problems/other-hall?lang=zh")

    assert (answer.status_code, answer.json()["title"]) == (403, "只能登记本单位拾得物品")
    assert answer.json()["hall"] == "410300"
    assert "只能登记本单位服务大厅的拾得物品" in page.text


async def test_it_is_read_and_does_not_exist_for_others(service: Service) -> None:
    thing = await registered(service)
    shown = (await read(service, f"{PATH}/{thing}")).json()
    foreign = await read(service, f"{PATH}/{thing}", office="410300")
    applicant = await read(service, f"{PATH}/{thing}", Role.APPLICANT)

    assert shown["state"] == {"stage": "kept", "hall": OFFICE, "keep_until": "2020-08-24"}
    assert (shown["stage_title"], shown["version"]) == ("待认领", 1)
    assert (foreign.status_code, applicant.status_code) == (404, 403)


async def test_it_is_listed_a_page_at_a_time_for_whoever_may_see_it(service: Service) -> None:
    things = [await registered(service) for _ in range(53)]
    await does(service, things[0], "move-thing", 1, {"shelf": "A3"})
    await service.fold()
    first = await read(service, PATH)
    second = await read(service, first.links["next"]["url"])
    foreign = await read(service, PATH, office="410300")
    everywhere = await read(service, PATH, Role.AUDITOR)

    lines = [line for page in (first, second) for line in page.json()["lost-things"]]
    assert [line["stream"] for line in lines] == things
    assert lines[0] == {
        "stream": things[0],
        "version": 2,
        "office": OFFICE,
        "what": "phone",
        "stage": "kept",
        "stage_title": "待认领",
        "shelf": "A3",
    }
    assert second.json()["next"] is None
    assert "next" not in second.links
    assert foreign.json() == {"lost-things": [], "next": None}
    assert len(everywhere.json()["lost-things"]) == 50
    assert (await read(service, f"{PATH}?cursor=nonsense")).status_code == 400


async def test_it_is_audited_by_every_way(service: Service) -> None:
    thing = await registered(service)
    await does(service, thing, "hand-back-thing", 1)
    for path in (f"{PATH}/{thing}/history", f"/api/v1/audit/thing/{thing}/history"):
        now = (await read(service, path, Role.AUDITOR)).json()
        then = (await read(service, f"{path}?at=1", Role.AUDITOR)).json()
        assert [event["title"] for event in now["events"]] == ["已登记招领", "已归还失主"]
        assert (now["state"]["stage"], then["state"]["stage"]) == ("gone", "kept")
    lines = await history.lines(service.url, WITH_LOST_THINGS.codec, UUID(thing), None)
    assert [line["event"]["type"] for line in lines] == ["ThingFound", "ThingHandedBack"]


async def test_its_timer_runs_out_by_itself(
    service: Service, connection: Connection, tmp_path: Path
) -> None:
    thing = UUID(await registered(service))
    await service.fold()
    ends, codec = end_of_day(date(2020, 8, 24)), WITH_LOST_THINGS.codec
    assert await run_out(connection, "anybody", ends - timedelta(microseconds=1)) == []
    assert (await run_out(connection, "anybody", ends))[0][:4] == (thing, "thing", UNCLAIMED, ends)
    async with served(
        service.url, tmp_path, registry=WITH_LOST_THINGS, clock=lambda: ends
    ) as later:
        door = later.desk.door
        assert await timekeeper.pass_deadlines(connection, codec, door, ends) == 1
        opened, events = await door.open(THING, thing, Actor(Role.AUDITOR, "auditor"))
    assert opened.state.stage is ThingStage.GONE
    assert isinstance(events[-1].event, ThingForfeited)


async def test_its_read_model_is_rebuilt_here_and_in_processes(
    service: Service, connection: Connection
) -> None:
    things = [await registered(service) for _ in range(24)]
    for thing in things[::3]:
        await does(service, thing, "hand-back-thing", 1)
    await service.fold()
    live = sorted(await rows(connection, LOST_THINGS), key=lambda row: str(row.stream))
    for folding in (in_processes(1, WITH_LOST_THINGS.path), in_processes(2, WITH_LOST_THINGS.path)):
        before, after = await rebuild(
            service.url, LOST_THINGS, WITH_LOST_THINGS.codec, folding=folding, size=8
        )
        assert before == after
    again = sorted(await rows(connection, LOST_THINGS), key=lambda row: str(row.stream))
    cursor = await connection.execute("TABLE projections.lost_things_figures ORDER BY stage")

    assert again == live
    assert [row.stream for row in live] == sorted(map(UUID, things), key=str)
    assert Kept(UUID(things[1]), 1, OFFICE, What.PHONE, "kept", "") in live
    assert await cursor.fetchall() == [(OFFICE, "gone", 8), (OFFICE, "kept", 16)]


async def test_it_is_described(service: Service) -> None:
    document = (await service.http.get("/openapi.json")).json()
    operations = {
        (path.removeprefix(PATH), method): operation["operationId"]
        for path, each in document["paths"].items()
        for method, operation in each.items()
        if path.startswith(PATH)
    }
    assert operations == {
        ("", "get"): "listLostThings",
        ("/register-thing", "post"): "registerThing",
        ("/{thing}", "get"): "getThing",
        ("/{thing}/history", "get"): "getThingHistory",
        ("/{thing}/move-thing", "post"): "moveThing",
        ("/{thing}/hand-back-thing", "post"): "handBackThing",
    }


def test_the_product_knows_nothing_of_it() -> None:
    root = Path(__file__).parents[2]
    names = {row.event.__name__ for row in THING.effects} | {LOST_THINGS.name, "lost-things"}
    assert not [
        path
        for package in PRODUCT
        for path in (root / package).rglob("*.py")
        if any(name in path.read_text(encoding="utf-8") for name in names)
    ]
