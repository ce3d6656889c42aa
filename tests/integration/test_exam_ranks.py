"""What is told of the examinations that people may book, and of where a booking stands."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from domain.case.examination.commands import CancelExamBooking
from domain.event_store.transaction import Connection
from domain.exam_plans.reason import ExamCancelReason
from domain.people import Actor, Role
from tests.kit.exam_site import Site, exam_site
from tests.unit.case.exam_situations import DAY, RESULTS, SLOT
from workers.ranker import rank_all

PLAN_NAME = "410300.exs1:2020-03-20:morning:SUBJ2:C1"


@pytest.fixture
async def site(database_url: str, tmp_path: Path, connection: Connection) -> AsyncIterator[Site]:
    async with exam_site(database_url, tmp_path, connection) as made:
        yield made


async def rank(site: Site, case: UUID, learner: int) -> httpx.Response:
    headers = {"authorization": site.service.bearer(Role.APPLICANT, f"learner-{learner}")}
    return await site.service.http.get(f"/api/v1/applications/{case}/exam-rank", headers=headers)


async def listed(site: Site, **query: str) -> list[dict[str, Any]]:
    asked = {"site": SLOT.site, "subject": "SUBJ2", "first": "2020-03-01"} | query
    answer = await site.service.http.get("/api/v1/examinations", params=asked)
    assert answer.status_code == 200, answer.text
    told: list[dict[str, Any]] = answer.json()["examinations"]
    return told


async def test_a_learner_hears_his_rank_and_how_many_places_there_are(site: Site) -> None:
    await site.announces(capacity=1)
    second, first = await site.books(2), await site.books(1)
    await site.service.fold()
    told = {
        "plan": PLAN_NAME,
        "stage": "open",
        "exam_on": str(DAY),
        "results_on": str(RESULTS),
        "capacity": 1,
        "applicants": 2,
        "placed": False,
    }
    assert (await rank(site, first, 1)).json() == told | {"rank": 1}
    assert (await rank(site, second, 2)).json() == told | {"rank": 2}
    await site.closes()
    await site.service.fold()
    await rank_all(site.connection, site.door)
    await site.follows()
    ranked = told | {"stage": "ranked"}
    assert (await rank(site, first, 1)).json() == ranked | {"rank": 1, "placed": True}
    assert (await rank(site, second, 2)).json() == ranked | {"rank": None}


async def test_a_booking_that_is_cancelled_has_no_rank_and_leaves_its_place(site: Site) -> None:
    await site.announces(capacity=2)
    gone, stays = await site.books(1), await site.books(2)
    own = CancelExamBooking(reason=ExamCancelReason.OWN)
    await site.gives(gone, own, Actor(Role.APPLICANT, "learner-1"))
    await site.service.fold()
    assert (await rank(site, gone, 1)).json()["rank"] is None
    assert (await rank(site, stays, 2)).json()["rank"] == 1
    (told,) = await listed(site)
    assert (told["applicants"], told["free"]) == (1, 1)


async def test_nobody_hears_the_rank_of_somebody_else_or_of_another_matter(site: Site) -> None:
    await site.announces(capacity=1)
    case = await site.books(1)
    assert (await rank(site, case, 2)).status_code == 404
    other = await site.service.submitted()
    headers = {"authorization": site.service.bearer(Role.APPLICANT, "citizen")}
    told = await site.service.http.get(
        f"/api/v1/applications/{other['id']}/exam-rank", headers=headers
    )
    assert told.status_code == 404


async def test_everybody_may_ask_which_examinations_are_announced(site: Site) -> None:
    assert await listed(site) == []
    await site.announces(capacity=2)
    await site.books(1)
    await site.service.fold()
    expected = {
        "plan": PLAN_NAME,
        "exam_on": str(DAY),
        "session": "morning",
        "subject": "SUBJ2",
        "exam_class": "C1",
        "stage": "open",
        "results_on": str(RESULTS),
        "capacity": 2,
        "applicants": 1,
        "free": 1,
        "bookable": True,
    }
    assert await listed(site) == [expected]
    assert await listed(site, exam_class="C1") == [expected]
    assert await listed(site, exam_class="C2") == []
    assert await listed(site, subject="SUBJ1") == []
    assert await listed(site, first="2020-03-21") == []
    await site.closes()
    await site.service.fold()
    (closed,) = await listed(site)
    assert (closed["stage"], closed["bookable"]) == ("closed", False)


async def test_a_place_without_examinations_is_told_where_there_are_some(site: Site) -> None:
    query = {"site": "410100.ins1", "subject": "SUBJ2"}
    answer = await site.service.http.get("/api/v1/examinations", params=query)
    assert answer.status_code == 422
    assert SLOT.site in answer.json()["choices"]
