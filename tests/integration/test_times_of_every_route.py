"""Whatever day or instant stands in a query, a header or a body: no answer is a fault of ours."""

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.case_id import new_case_id
from domain.improvements.area import ImprovementArea
from domain.improvements.commands import EnterImprovement
from domain.improvements.improvement import IMPROVEMENT
from domain.offices.tree import PROVINCE
from domain.parcels.state import parcel_of
from domain.people import Role
from domain.prefectures.commands import ClassifyPrefecture
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.reliefs.commands import AnnounceRelief
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from tests.kit.life import DETACHMENT, HQ
from tests.kit.offices import asked
from tests.kit.parcels import ITEM, PostOffice, post_office
from tests.kit.times_of_routes import TimePlace, times_of
from tests.matrix.fine_requests import FreshFines
from tests.matrix.planned import Planned, plan_a_day
from tests.matrix.requests import FIRST_RELIEF

ZONES = [UTC, timezone(timedelta(hours=14)), timezone(-timedelta(hours=12))]
DAYS = [
    *(date(1, 1, 1), date(1, 1, 10), date(1582, 10, 10), date(1899, 12, 31), date(1969, 12, 31)),
    *(date(1999, 12, 31), date(2000, 1, 1), date(2020, 2, 29), date(2038, 1, 20)),
    *(date(2100, 1, 1), date(2100, 12, 31), date(9999, 1, 1), date(9999, 12, 31)),
]
INSTANTS = [
    datetime.combine(day, moment, zone)
    for day in DAYS
    for moment in (datetime.min.time(), datetime.max.time())
    for zone in ZONES
]
EDGES = {
    "date": st.sampled_from(DAYS) | st.dates(),
    "date-time": st.sampled_from(INSTANTS) | st.datetimes(timezones=st.sampled_from(ZONES)),
}
HISTORIES = ("/api/v1/audit/cases/{case}/history", "/api/v1/prefectures/{prefecture}/history")
"""Their ``at`` is a position or an instant, so the description gives it no format."""

ELSEWHERE = ("/api/v1/demo/", "/api/v1/callbacks/")
"""What there is in a demonstration alone, or is signed, and has tests of its own."""


_IMPROVEMENT = new_case_id()


class Caller:
    """Sends a time to a route, as the first role that may."""

    def __init__(self, office: PostOffice, case: UUID, planned: Planned) -> None:
        self.office, self.case, self.planned = office, case, planned
        self.fines = FreshFines(office.service.desk, office.service.desk.today)
        self.roles: dict[tuple[str, str], Role] = {}

    async def send(self, place: TimePlace, value: str) -> httpx.Response:
        route = (place.method, place.path)
        known = self.roles.get(route)
        for role in [known] if known else [each for each in Role if each is not Role.SYSTEM]:
            answer = await self._as(role, place, value)
            if answer.status_code not in {401, 403}:
                self.roles[route] = role
                break
        return answer

    async def _as(self, role: Role, place: TimePlace, value: str) -> httpx.Response:
        named = {
            "case": self.case,
            "item_no": ITEM,
            "parcel": parcel_of(self.case, 1),
            "improvement": _IMPROVEMENT,
            "prefecture": "410100",
            "decision": "suspend-windows",
            "reliefs": PROVINCE,
            "kind": "case",
            "enquiry_desk": "410100",
            "plan": self.planned.plan,
            **await self.fines.values(place.path),
        }
        path = place.path
        while "{" in path:
            before, _, rest = path.partition("{")
            name, _, after = rest.partition("}")
            path = f"{before}{named.get(name, self.case)}{after}"
        who = "reader" if role is Role.APPLICANT else role.value
        above = any(each in place.path for each in ("{prefecture}", "/improvements"))
        decides = role is Role.SUPERVISOR and above
        bearer = self.office.service.bearer(role, who, DETACHMENT.office if decides else None)
        sent: dict[str, Any] = {"query": {}, "header": {}}
        if place.stands_in in sent:
            sent[place.stands_in][place.steps[0]] = value
        return await self.office.service.http.request(
            place.method,
            path,
            params=sent["query"],
            json=place.with_value(value) if place.stands_in == "body" else None,
            headers={
                "authorization": bearer,
                "idempotency-key": str(uuid4()),
                "if-match": "*",
                **sent["header"],
            },
        )

    async def everything_is_shown(self) -> None:
        """What was taken can be read: a history, the audit page, the stream, its tracking."""
        service = self.office.service
        await service.fold()
        auditor = service.bearer(Role.AUDITOR)
        cookie = f"__Host-cheguan={auditor.removeprefix('Bearer ')}"
        for path in (
            f"/api/v1/cases/{self.case}",
            f"/api/v1/audit/cases/{self.case}/history",
            "/api/v1/prefectures/410100/history",
            "/api/v1/reliefs/410000/history",
            "/api/v1/cases",
            "/api/v1/statistics/throughput",
            "/api/v1/statistics/now",
            f"/audit?case={self.case}",
            f"/audit?stream={stream_of('410100')}",
            "/dashboard?from=0001-01-01&to=9999-12-31",
        ):
            headers = {"authorization": auditor, "cookie": cookie}
            answer = await service.http.get(path, headers=headers)
            assert answer.status_code == 200, (path, answer.text)


def test_no_time_makes_a_route_fail(database_url: str, tmp_path: Path) -> None:
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        office = runner.run(stack.enter_async_context(post_office(database_url, tmp_path)))
        try:
            case, planned, places = runner.run(_prepared(office))
            caller = Caller(office, case, planned)

            @settings(max_examples=20 * len(places), deadline=None)
            @given(st.sampled_from(places), st.data())
            def answered(place: TimePlace, data: st.DataObject) -> None:
                value = data.draw(EDGES[place.kind]).isoformat()
                answer = runner.run(caller.send(place, value))
                assert answer.status_code < 500, (place, value, answer.text)
                assert answer.status_code not in {401, 403, 404}, (place, answer.text)

            answered()
            runner.run(caller.everything_is_shown())
        finally:
            runner.run(stack.aclose())


async def _prepared(office: PostOffice) -> tuple[UUID, Planned, list[TimePlace]]:
    case = await office.in_post()
    classify = ClassifyPrefecture(region="410100", region_class=1)
    door = office.service.desk.door
    await door.handle(PREFECTURE, stream_of("410100"), classify, asked(classify, HQ))
    relief = msgspec.json.decode(FIRST_RELIEF, type=AnnounceRelief)
    await door.handle(RELIEFS, reliefs_of(PROVINCE), relief, asked(relief, HQ))
    wanting = EnterImprovement(
        region="410100",
        area=ImprovementArea.TELEPHONE,
        problem="上午电话无人接听较多",
        action="增加接线人员",
        responsible="410100",
        due_on=office.service.desk.today,
    )
    await door.handle(IMPROVEMENT, _IMPROVEMENT, wanting, asked(wanting, HQ))
    planned = await plan_a_day(office.service.desk, 1)
    document = (await office.service.http.get("/openapi.json")).json()
    places = [each for each in times_of(document) if not each.path.startswith(ELSEWHERE)]
    named = {(place.stands_in, place.steps[-1]) for place in places}
    assert named >= {
        ("query", "from"),
        ("query", "to"),
        ("body", "effective_on"),
        ("body", "scanned_at"),
        ("body", "agreed_at"),
        ("body", "valid_until"),
        ("body", "requested_until"),
    }
    histories = [TimePlace("get", path, "query", ("at",), "date-time") for path in HISTORIES]
    return case, planned, places + histories
