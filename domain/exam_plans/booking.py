"""What a learner's permit says of his next booking, and the booking as it is ranked."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec

from domain.exam_plans.ranking import RankBasis, RankingKey, waited
from domain.register.learner_permit import ExamSubject, LearnerPermitRecord
from domain.titles import Title


class LearnerStanding(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Since when a learner has waited, how often he has sat the subject, and where he learns."""

    since: Annotated[datetime, Title("排序时间", "ranked from")]
    basis: Annotated[RankBasis, Title("排序依据", "ranked by")]
    attempts: Annotated[int, Title("已考次数", "attempts so far")]
    school: Annotated[str | None, Title("驾驶培训机构", "driving school")] = None


class RankedBooking(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A booking in the ranking of an examination. ``placed``: it has a place."""

    plan: Annotated[UUID, Title("考试计划", "examination plan")]
    exam_on: Annotated[date, Title("考试日期", "date of the examination")]
    key: Annotated[RankingKey, Title("排序", "rank")]
    placed: Annotated[bool, Title("预约成功", "has a place")] = False


def standing(permit: LearnerPermitRecord, subject: ExamSubject) -> LearnerStanding:
    """What the permit says before the next examination in a subject."""
    since, basis = waited(permit)
    attempts = sum(each.subject is subject for each in permit.sittings)
    return LearnerStanding(since, basis, attempts, permit.school)
