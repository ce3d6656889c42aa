"""Asks every route as everybody, and tells what came of it."""

import json
from collections.abc import Mapping
from itertools import count
from typing import Any, Final, NamedTuple
from uuid import UUID

import httpx
import msgspec

from api.command_request import command_id
from api.demo_issuer import ISSUER
from api.identity import principal
from api.resource import API
from domain.bans.state import ban_of
from domain.calendar import local_day
from domain.collections.state import collection_of
from domain.notices.kinds import Addressee
from domain.notices.state import notice_of
from domain.numbers.state import plate_number
from domain.offices.tree import PROVINCE, ZHENGZHOU
from domain.parcels.state import parcel_of
from domain.people import Role
from domain.prefectures.commands import ClassifyPrefecture
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import prefecture_named
from domain.print_jobs.state import print_job_of
from domain.reliefs.commands import AnnounceRelief
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from tests.kit.life import HQ
from tests.kit.offices import asked
from tests.kit.on_record import LICENCE_ID, PERMIT_ID, VEHICLE_ID, enter_all
from tests.kit.served import Service
from tests.matrix.arranged import Arranger, Placed
from tests.matrix.ask import Ask, Fresh
from tests.matrix.centre_requests import FreshCentres
from tests.matrix.enquiry_requests import FreshEnquiries
from tests.matrix.exam_requests import FreshExams
from tests.matrix.fine_requests import FreshFines
from tests.matrix.hall_requests import FreshHalls
from tests.matrix.improvement_streams import improvement_values
from tests.matrix.outcomes import Outcome, outcome_of
from tests.matrix.people import CALLERS, OWNER, Relation, asking, token
from tests.matrix.planned import UNPLANNED, plan_a_day
from tests.matrix.requests import FIRST_RELIEF, SUBMITTED_UNDER, ask_for
from tests.matrix.situations import situation_for
from tests.matrix.till_streams import till_at
from tests.matrix.told_streams import reminder_named
from tests.matrix.webhook_streams import webhook_values

_TAKE_FROM_A_LIST: Final = frozenset({f"POST {API}/cases/next", "POST /desk/bulk"})


class Cell(NamedTuple):
    route: str
    role: Role
    relation: Relation


class Matrix:
    """Asks. A case that somebody has changed is made again for the next."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._arranger = Arranger(service)
        self._tokens = {
            (role, relation): token(service.secrets, role, relation)
            for role in CALLERS
            for relation in Relation
        }
        self._example: dict[str, Any] = {}
        self._window_case: dict[str, Any] = {}
        self._numbers = count()
        self._days = count(7)
        self._planned = UNPLANNED

    async def begin(self) -> None:
        """Begins what is common to all. The owner submits an application and withdraws it."""
        begun = ClassifyPrefecture(region=ZHENGZHOU, region_class=1)
        stream = prefecture_named(ZHENGZHOU)
        await self._service.desk.door.handle(PREFECTURE, stream, begun, asked(begun, HQ))
        relief = msgspec.json.decode(FIRST_RELIEF, type=AnnounceRelief)
        stream = reliefs_of(PROVINCE)
        await self._service.desk.door.handle(RELIEFS, stream, relief, asked(relief, HQ))
        await self._service.desk.seeds.today(ZHENGZHOU)
        self._planned = await plan_a_day(self._service.desk, next(self._days))
        await enter_all(self._service.desk, local_day(self._service.desk.clock()))
        self._example = await self._service.example("renewal_deferral")
        desk = self._service.desk
        self._fresh: tuple[Fresh, ...] = (
            FreshFines(desk, local_day(desk.clock())),
            *(made(desk) for made in (FreshExams, FreshHalls, FreshEnquiries, FreshCentres)),
        )
        # A centre has no window, so nobody who may take a case in does so here.
        entered = await self._service.example("exam_s1")
        self._window_case = {"application": entered, "counter": f"{ZHENGZHOU}.noc"}
        answer = await self._service.submit(self._example, SUBMITTED_UNDER, OWNER.id)
        assert answer.status_code == 201, answer.text
        await self._service.http.post(
            f"{answer.headers['location']}/withdrawal",
            headers={"authorization": f"Bearer {self._tokens[Role.APPLICANT, Relation.OWNER]}"},
        )

    async def of(self, route: str) -> Mapping[Cell, Outcome]:
        """What everybody is answered on one route."""
        ask, told = ask_for(route), {}
        placed = await self._placed(route, ask)
        await self._listed(route)
        for role in CALLERS:
            for relation in asking(role):
                answer = await self._asked(route, ask, placed, self._tokens[role, relation])
                told[Cell(route, role, relation)] = outcome_of(route, ask, answer)
                if answer.is_success and not route.startswith("GET"):
                    placed = await self._placed(route, ask)
                    if route in _TAKE_FROM_A_LIST:
                        await self._listed(route)
            for relation in set(Relation) - set(asking(role)):
                told[Cell(route, role, relation)] = told[Cell(route, role, Relation.NONE)]
        return told

    async def _placed(self, route: str, ask: Ask) -> Placed:
        if "{plan" in route + ask.body or "{seat}" in route:
            self._planned = await plan_a_day(self._service.desk, next(self._days))
        return await self._arranger.place(situation_for(ask.at))

    async def _listed(self, route: str) -> None:
        """What is placed stands in the lists too, for a route that names no stream."""
        if "{" not in route:
            await self._service.fold()
            async with self._service.desk.reading.connection() as connection:
                await connection.execute("DELETE FROM handed_out")

    async def _asked(self, route: str, ask: Ask, placed: Placed, bearer: str) -> httpx.Response:
        method, _, path = route.partition(" ")
        values = dict(self._values(placed))
        for each in self._fresh:
            values.update(await each.values(route))
        body = ask.body
        for name, value in values.items():
            body = body.replace(f"{{{name}}}", value)
        headers = ask.headers(bearer)
        address = (path + ask.query).format_map(values)
        return await self._service.http.request(method, address, content=body, headers=headers)

    def _values(self, placed: Placed) -> Mapping[str, str]:
        submitted: UUID = command_id(principal(ISSUER, OWNER), SUBMITTED_UNDER)
        return {
            "case": str(placed.case),
            "stream": str(placed.case),
            "order": str(placed.case),
            "stock": "410100:plate",
            "alarm": "410100:backlog_overdue",
            "parcel": str(parcel_of(placed.case, 1)),
            "access_record": str(placed.case),
            "one_time_code": str(placed.case),
            "mobile": f"139{next(self._numbers):08d}",
            "claim": str(placed.claim),
            "collection": str(collection_of(placed.case, "")),
            "till": str(till_at(placed.case)),
            **improvement_values(placed.case, self._service.desk.today),
            "ban": str(ban_of(placed.case.bytes)),
            "notice_samples": str(placed.case),
            "reminder": str(reminder_named(placed.case)),
            **webhook_values(placed.case),
            "notice": str(notice_of(placed.case, 1, Addressee.APPLICANT)),
            "number": str(plate_number(placed.case.bytes)),
            "service": "plate_reissue",
            "window_service": "exam_s1",
            "key": "applicant",
            "name": "sms-code",
            "sha256": placed.paper,
            "version": str(placed.accepted),
            "print_job": str(print_job_of(placed.case, placed.accepted)),
            "item_no": placed.item_no,
            "kind": "case",
            "prefecture": ZHENGZHOU,
            "decision": "suspend-windows",
            "reliefs": PROVINCE,
            "draw": f"{ZHENGZHOU}-{self._service.desk.today}",
            "plan": self._planned.plan,
            "plan_on": self._planned.on,
            "seat": self._planned.seat,
            "vehicle": str(VEHICLE_ID),
            "licence": str(LICENCE_ID),
            "learner_permit": str(PERMIT_ID),
            "command": str(submitted),
            "id_no": self._example["applicant"]["id_no"],
            "lookup": json.dumps({"id_no": self._example["applicant"]["id_no"]}),
            "form": json.dumps(self._example),
            "window_case": json.dumps(self._window_case),
        }
