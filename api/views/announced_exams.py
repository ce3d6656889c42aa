"""Which examinations a site has announced, as the API and the pages show them alike."""

from datetime import date

import msgspec

from domain.event_store.transaction import Connection
from domain.exam_plans.state import ExamPlanStage, exam_plan_name
from domain.identifiers.licence_classes import LicenceClass
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.appointment.examination import ExamSession, ExamSlot
from projections.examinations.announced import Announced, announced


class AnnouncedExam(msgspec.Struct, frozen=True):
    """One examination. ``plan`` is its name in addresses.

    Places go by rank and not by who comes first, so ``free`` are those that are left if nobody
    else books. ``bookable``: a booking of today may still join the ranking.
    """

    plan: str
    exam_on: date
    session: ExamSession
    subject: ExamSubject
    exam_class: LicenceClass
    stage: ExamPlanStage
    results_on: date
    capacity: int
    applicants: int
    free: int
    bookable: bool


async def announced_exams(
    reading: Connection, site: str, subject: ExamSubject, first: date, today: date
) -> list[AnnouncedExam]:
    """The examinations of a site in a subject from the day ``first`` on."""
    found = await announced(reading, site, subject, first)
    return [_shown(site, subject, each, today) for each in found]


def _shown(site: str, subject: ExamSubject, found: Announced, today: date) -> AnnouncedExam:
    session, wanted = ExamSession(found.session), LicenceClass(found.exam_class)
    stage = ExamPlanStage(found.stage)
    return AnnouncedExam(
        plan=exam_plan_name(ExamSlot(site, found.exam_on, session, subject, wanted)),
        exam_on=found.exam_on,
        session=session,
        subject=subject,
        exam_class=wanted,
        stage=stage,
        results_on=found.results_on,
        capacity=found.capacity,
        applicants=found.applicants,
        free=max(0, found.capacity - found.applicants),
        bookable=stage is ExamPlanStage.OPEN and today < found.results_on,
    )
