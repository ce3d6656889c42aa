"""Commands to an examination plan."""

from datetime import datetime
from typing import Annotated

import msgspec

from domain.exam_plans.events import Capacity
from domain.exam_plans.reason import ExamCancelReason
from domain.identifiers.licence_classes import LicenceClass
from domain.message import Command
from domain.plausible import TakesEffect
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.appointment.examination import ExamSession
from domain.spelling import OfficeId


class ExamPlanCommand(Command, frozen=True, kw_only=True):
    """A request to the plan of an examination."""


class PublishExamPlan(ExamPlanCommand, frozen=True, kw_only=True):
    """Announce an examination and its places. The address names the same one."""

    site: OfficeId
    exam_on: TakesEffect
    session: ExamSession
    subject: ExamSubject
    exam_class: LicenceClass
    capacity: Capacity


class FixExamRanking(ExamPlanCommand, frozen=True, kw_only=True):
    """Say who is the last one to have a place, once all bookings are known."""

    applicants: Annotated[int, msgspec.Meta(ge=0)]
    placed: Annotated[int, msgspec.Meta(ge=0)]
    last_since: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    last_serial: str | None = None


class CancelExamPlan(ExamPlanCommand, frozen=True, kw_only=True):
    """Do not hold the examination, for the epidemic or because the site cannot."""

    reason: ExamCancelReason


class FollowSiteOpening(ExamPlanCommand, frozen=True, kw_only=True):
    """Do not hold the examination if the prefecture has closed its site for the day."""
