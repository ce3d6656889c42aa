"""Learners book one examination: it closes by itself, is ranked, and each is told his result."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.calendar import local_day, start_of_day
from domain.case.examination.commands import (
    CancelExamBooking,
    RecordAbsence,
    RecordExamResult,
)
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.event_store.transaction import Connection
from domain.exam_plans.commands import CancelExamPlan
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.ranking import waited
from domain.exam_plans.reason import ExamCancelReason
from domain.exam_plans.state import ExamPlanStage
from domain.offices.tree import PROVINCE
from domain.people import Actor, Role, system
from domain.prefectures.commands import SuspendWindows
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.reliefs.commands import AnnounceRelief
from domain.reliefs.kind import ReliefBody, ReliefMode
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from projections.examinations.bookings import QueuePosition, queue_position
from projections.examinations.figures import of_month, rates
from tests.kit.exam_site import EXAMINER, LEADER, PLAN, RECORD, Site, exam_site
from tests.kit.life import HQ
from tests.kit.offices import asked
from tests.unit.case.exam_situations import DAY
from workers.ranker import rank_all


@pytest.fixture
async def site(database_url: str, tmp_path: Path, connection: Connection) -> AsyncIterator[Site]:
    async with exam_site(database_url, tmp_path, connection) as made:
        yield made


async def test_the_first_of_the_ranking_have_the_places_whatever_the_order_of_their_bookings(
    site: Site,
) -> None:
    await site.announces(capacity=2)
    last, first, second = [await site.books(each) for each in (3, 1, 2)]
    await site.service.fold()
    assert await queue_position(site.connection, last) == QueuePosition(3, 3)
    assert await queue_position(site.connection, first) == QueuePosition(1, 3)
    await site.closes()
    assert await rank_all(site.connection, site.door) == 0
    await site.service.fold()
    assert await rank_all(site.connection, site.door) == 1
    await site.follows()
    placed = [(await site.stands(each)).booking for each in (first, second)]
    assert [each and each.placed for each in placed] == [True, True]
    assert (await site.stands(last)).stage is Stage.LAPSED
    assert await rank_all(site.connection, site.door) == 0
    site.now = start_of_day(DAY) + timedelta(hours=2)
    await site.gives(first, RecordExamResult(passed=True), EXAMINER)
    await site.gives(second, RecordExamResult(passed=False), EXAMINER)
    await site.service.fold()
    found = rates(await of_month(site.connection, DAY.replace(day=1)))
    assert (found.called, found.passed, found.pass_rate, found.absence_rate) == (2, 1, 0.5, 0)
    answer = await site.service.http.get("/api/v1/statistics/examinations?month=2020-03-05")
    assert answer.json()["subjects"] == [
        {
            "of": "SUBJ2",
            "called": 2,
            "passed": 1,
            "absent": 0,
            "cancelled_epidemic": 0,
            "pass_rate": 0.5,
            "absence_rate": 0.0,
        }
    ]


@pytest.mark.requirement("R28")
@pytest.mark.requirement("R29")
async def test_an_examination_that_is_not_held_ends_every_booking_once_and_takes_no_attempt(
    site: Site,
) -> None:
    await site.announces(capacity=2)
    cases = [await site.books(each) for each in range(5)]
    own = CancelExamBooking(reason=ExamCancelReason.OWN)
    await site.gives(cases[0], own, Actor(Role.APPLICANT, "learner-0"))
    await site.follows()
    cancel = CancelExamPlan(reason=ExamCancelReason.EPIDEMIC)
    await site.door.handle(EXAM_PLAN, PLAN, cancel, asked(cancel, LEADER))
    await site.follows()
    states = [await site.stands(each) for each in cases]
    assert {each.stage for each in states} == {Stage.WITHDRAWN}
    assert [each.ordered for each in states] == [()] * 5
    found = rates(await of_month(site.connection, DAY.replace(day=1)))
    assert (found.called, found.cancelled_epidemic) == (0, 4)
    opened, _ = await site.door.open(EXAM_PLAN, PLAN, system("test"))
    assert opened.state.stage is ExamPlanStage.CANCELLED


async def test_a_prefecture_that_closes_ends_the_bookings_of_its_sites_and_counts_no_attempt(
    site: Site,
) -> None:
    await site.announces(capacity=2)
    cases = [await site.books(each) for each in range(3)]
    suspend = SuspendWindows(effective_on=local_day(site.now))
    await site.door.handle(PREFECTURE, stream_of("410300"), suspend, asked(suspend, HQ))
    for _ in range(2):
        await site.follows()
    states = [await site.stands(each) for each in cases]
    assert {each.stage for each in states} == {Stage.WITHDRAWN}
    assert [each.ordered for each in states] == [()] * 3
    found = rates(await of_month(site.connection, DAY.replace(day=1)))
    assert (found.called, found.cancelled_epidemic) == (0, 3)


@pytest.mark.requirement("R29")
@pytest.mark.requirement("R30")
async def test_only_who_sat_or_stayed_away_has_an_attempt_and_only_a_place_given_up_moves_a_rank(
    site: Site,
) -> None:
    await site.announces(capacity=4)
    cases = [await site.books(each) for each in range(4)]
    permits = [await site.enters_a_permit(each) for each in cases]
    relief = AnnounceRelief(
        mode=ReliefMode.SUSPEND,
        clocks=(Clock.EXAM_CANCEL,),
        first=date(2020, 1, 25),
        body=ReliefBody.HEADQUARTERS,
        text="已预约考试的，可以自行取消预约",
    )
    await site.door.handle(RELIEFS, reliefs_of(PROVINCE), relief, asked(relief, HQ))
    await site.closes()
    await site.service.fold()
    await rank_all(site.connection, site.door)
    await site.follows()
    site.now = given_up_at = start_of_day(DAY) - timedelta(hours=10)
    for learner, reason in ((0, ExamCancelReason.OWN), (1, ExamCancelReason.EPIDEMIC)):
        cancel = CancelExamBooking(reason=reason)
        await site.gives(cases[learner], cancel, Actor(Role.APPLICANT, f"learner-{learner}"))
    site.now = start_of_day(DAY) + timedelta(hours=2)
    await site.gives(cases[2], RecordExamResult(passed=True), EXAMINER)
    await site.gives(cases[3], RecordAbsence(), EXAMINER)
    await site.follows()
    records = [(await site.permit(each)).record for each in permits]
    assert [len(each.sittings) for each in records] == [0, 0, 1, 1]
    assert [each.sittings[0].passed for each in records[2:]] == [True, False]
    assert [each.given_up_at for each in records] == [given_up_at, None, None, None]
    assert records[1] == RECORD
    assert waited(records[1]) < waited(records[0])


async def test_a_site_that_fails_on_the_day_takes_no_attempt_from_whoever_has_not_sat(
    site: Site,
) -> None:
    await site.announces(capacity=3)
    cases = [await site.books(each) for each in range(3)]
    permits = [await site.enters_a_permit(each) for each in cases]
    await site.closes()
    await site.service.fold()
    await rank_all(site.connection, site.door)
    await site.follows()
    site.now = start_of_day(DAY) + timedelta(hours=10)
    await site.gives(cases[0], RecordExamResult(passed=False), EXAMINER)
    cancel = CancelExamPlan(reason=ExamCancelReason.SITE)
    await site.door.handle(EXAM_PLAN, PLAN, cancel, asked(cancel, LEADER))
    await site.follows()
    states = [await site.stands(each) for each in cases]
    assert [each.stage for each in states] == [Stage.COMPLETED, Stage.WITHDRAWN, Stage.WITHDRAWN]
    records = [(await site.permit(each)).record for each in permits]
    assert [len(each.sittings) for each in records] == [1, 0, 0]
    assert records[1] == records[2] == RECORD
