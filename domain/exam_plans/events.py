"""Events about an examination plan. These names and fields are stored for ever."""

from datetime import date, datetime
from typing import Annotated

import msgspec

from domain.exam_plans.reason import ExamCancelReason
from domain.identifiers.licence_classes import LicenceClass
from domain.message import Event
from domain.register.learner_permit import ExamSubject
from domain.services.blocks.appointment.examination import ExamSession

Capacity = Annotated[int, msgspec.Meta(ge=1, le=500)]


class ExamPlanEvent(Event, frozen=True, kw_only=True):
    """Something that happened to the plan of an examination."""


class ExamPlanPublished(ExamPlanEvent, frozen=True, kw_only=True):
    """The site examines so many in a subject, for a class, in a session of a day.

    Bookings are ranked. On ``results_on`` it is public who has a place, so bookings end before.
    """

    site: str
    exam_on: date
    session: ExamSession
    subject: ExamSubject
    exam_class: LicenceClass
    capacity: Capacity
    results_on: date


class ExamPlanClosed(ExamPlanEvent, frozen=True, kw_only=True):
    """No booking joins the ranking any more: whoever joined before this event is in it."""


class ExamRankingFixed(ExamPlanEvent, frozen=True, kw_only=True):
    """Of so many ``applicants`` those up to the last one here have a place.

    He waited since ``last_since``, and his serial number is ``last_serial``. Without applicants
    there is no last one.
    """

    applicants: int
    placed: int
    last_since: datetime | None = None
    last_serial: str | None = None


class ExamPlanCancelled(ExamPlanEvent, frozen=True, kw_only=True):
    """The examination is not held. Nobody who booked loses an attempt or his rank by it."""

    reason: ExamCancelReason
