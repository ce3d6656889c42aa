"""Bookings of examinations by a citizen and others, at a site that has announced some."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from api.desk import Desk
from domain.case.by_rank import judged_by_register
from domain.case.case import CASE
from domain.case.consultation.commands import RecordExtract
from domain.case.examination.commands import JoinRanking
from domain.case.review.commands import CheckResult
from domain.exam_plans.booking import LearnerStanding
from domain.exam_plans.commands import PublishExamPlan
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.ranking import RankBasis
from domain.exam_plans.state import exam_plan_of
from domain.identifiers.licence_classes import LicenceClass
from domain.people import Actor, Role, system
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.appointment.examination import ExamSession, ExamSlot
from tests.kit.life import HQ
from tests.kit.offices import asked
from tests.kit.own_booking import begun
from tests.kit.own_choice import demo_citizen

SITE: Final = "410100.exs1"
_CHECKER: Final = system("checker")


def slot_in(made: Desk, days: int, session: ExamSession = ExamSession.MORNING) -> ExamSlot:
    """An examination in subject two, so many days ahead."""
    on = made.today + timedelta(days=days)
    return ExamSlot(SITE, on, session, ExamSubject.TWO, LicenceClass.C1)


async def announced(made: Desk, slot: ExamSlot, capacity: int) -> None:
    publish = PublishExamPlan(**slot._asdict(), capacity=capacity)
    await made.door.handle(EXAM_PLAN, exam_plan_of(slot), publish, asked(publish, HQ))


async def ranked(made: Desk, by: Actor, number: int) -> UUID:
    """A booking of the examination of the example. The smaller the number, the longer he waits."""
    case = await begun(made, by, "exam_booking", number, {})
    results = tuple(CheckResult(code, True) for code in judged_by_register("exam_booking"))
    since = made.clock() - timedelta(days=200 - number)
    standing = LearnerStanding(since, RankBasis.ACCEPTED, 0)
    extract = RecordExtract(as_of=made.clock(), results=results, learner=standing)
    for command in (extract, JoinRanking()):
        await made.door.handle(CASE, case, command, asked(command, _CHECKER))
    return case


async def one_in_front_and_one_behind(made: Desk) -> None:
    """The citizen of the demonstration is in front of the places with one booking, and behind
    them with another.
    """
    citizen, other = await demo_citizen(made), Actor(Role.APPLICANT, "another")
    await announced(made, slot_in(made, 20), 2)
    await announced(made, slot_in(made, 21, ExamSession.AFTERNOON), 40)
    await ranked(made, other, 21)
    await ranked(made, citizen, 23)
    await ranked(made, citizen, 22)
