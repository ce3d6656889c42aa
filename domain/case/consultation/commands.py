"""Commands of this chapter."""

from datetime import datetime
from typing import Annotated

import msgspec

from domain.case.review.commands import CheckResult
from domain.case.vocabulary import CaseCommand
from domain.exam_plans.booking import LearnerStanding


class RecordExtract(CaseCommand, frozen=True, kw_only=True):
    """Put on record what the register has said: the checks that it can judge."""

    as_of: Annotated[datetime, msgspec.Meta(tz=True)]
    results: Annotated[tuple[CheckResult, ...], msgspec.Meta(max_length=20)]
    holders: tuple[bytes, ...] = ()
    learner: LearnerStanding | None = None
