"""A booking of an examination on its way, and what a command to it comes to."""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from domain.case.case import CASE
from domain.case.consultation.events import RegisterConsulted
from domain.case.examination import commands, events
from domain.case.intake.events import CaseSubmitted
from domain.case.review.events import CheckResultRecorded
from domain.case.review.reasons import CheckSource
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.exam_plans.booking import LearnerStanding
from domain.exam_plans.events import ExamPlanPublished
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.ranking import RankBasis
from domain.exam_plans.reason import ExamCancelReason
from domain.exam_plans.state import exam_plan_of
from domain.identifiers.licence_classes import LicenceClass
from domain.message import Command, Event
from domain.people import Actor, Role, system
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.appointment.examination import ExamSession, ExamSlot
from domain.services.catalogue import CATALOGUE
from tests.kit.reliefs import suspended
from tests.unit.case.given import circumstances, morning

DAY, RESULTS, ASKED_ON = date(2020, 3, 20), date(2020, 3, 17), date(2020, 3, 3)
SLOT = ExamSlot("410300.exs1", DAY, ExamSession.MORNING, ExamSubject.TWO, LicenceClass.C1)
PLAN, PERMIT = exam_plan_of(SLOT), UUID(int=12)
SINCE = datetime(2019, 12, 1, 1, 30, tzinfo=UTC)
SERVICE = CATALOGUE["exam_booking"]
REFERENCE = "0000-0000-0000-Q"
FACTS = SERVICE.facts(
    channel="online_app",
    user_kind="real_name",
    capacity="learner",
    papers=(),
    site=SLOT.site,
    exam_on=DAY,
    session=SLOT.session,
    subject=SLOT.subject,
    exam_class=SLOT.exam_class,
)
SUBMITTED = CaseSubmitted(
    stage=Stage.SUBMITTED,
    submitted_on=ASKED_ON,
    office="410300",
    reference=REFERENCE,
    facts=FACTS,
    key_id=UUID(int=3),
    sealed={},
    claim=UUID(int=4),
    id_no_index=b"0123456789abcdef",
    permit=PERMIT,
    accept_by=date(2020, 3, 4),
)
STANDING = LearnerStanding(SINCE, RankBasis.ACCEPTED, 1, "4103A0007")
AS_OF = morning(ASKED_ON)
CONSULTED = RegisterConsulted(as_of=AS_OF, learner=STANDING)
JUDGED = (
    *("C-ID", "C-PERMIT-NO", "C-PERMIT", "C-EXAM-CLASS"),
    *("C-EXAM-SUBJECT", "C-INTERVAL", "C-ATTEMPTS", "C-DUP"),
)
CHECKED = tuple(
    CheckResultRecorded(check=code, passed=True, source=CheckSource.REGISTER, as_of=AS_OF)
    for code in JUDGED
)
READY = (SUBMITTED, CONSULTED, *CHECKED)
RANKED = events.ExamBookingRanked(
    plan=PLAN,
    exam_on=DAY,
    accepted_on=ASKED_ON,
    since=SINCE,
    basis=RankBasis.ACCEPTED,
    attempts=1,
    school="4103A0007",
)
IN_RANKING = (*READY, RANKED)
RECORD_BY = date(2020, 3, 23)
"""The examination is on a Friday."""
CONFIRMED = events.ExamBookingConfirmed(confirmed_on=RESULTS, record_by=RECORD_BY)
PLACED = (*IN_RANKING, CONFIRMED)
PUBLISHED = ExamPlanPublished(
    site=SLOT.site,
    exam_on=DAY,
    session=SLOT.session,
    subject=SLOT.subject,
    exam_class=SLOT.exam_class,
    capacity=2,
    results_on=RESULTS,
)
CHECKER, LEARNER = system("checker"), Actor(Role.APPLICANT, "learner")
CLERK = Actor(Role.CLERK, "examiner", "410300")
OWN = commands.CancelExamBooking(reason=ExamCancelReason.OWN)
EPIDEMIC = commands.CancelExamBooking(reason=ExamCancelReason.EPIDEMIC)
UNDER = (suspended(Clock.EXAM_CANCEL),)


def decided(
    history: Sequence[Event],
    command: Command,
    by: Actor,
    on: date | datetime,
    plan: Iterable[Event] = (PUBLISHED,),
    under: Iterable[Any] = (),
) -> tuple[Event, ...]:
    now = on if isinstance(on, datetime) else morning(on)
    at = circumstances(now, by, under=under)
    at = dataclasses.replace(at, seen={**at.seen, PLAN: EXAM_PLAN.fold(plan)})
    return CASE.decide(CASE.fold(history), command, at).events
