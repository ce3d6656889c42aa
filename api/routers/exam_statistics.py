"""Pass rates of examinations by subject, site and school, published for every month."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Final, TypedDict

import msgspec
from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.cached import cached
from api.day import Day
from api.dependencies import TheDesk, read_connection
from api.openapi.operation import answered
from api.openapi.schemas import schema_of
from api.permissions import public
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.examinations.figures import CountedBookings, of_month, rates

router = APIRouter(prefix="/statistics", tags=["statistics"], dependencies=[Depends(public())])

_FRESH_S: Final = 60


class ExamRow(TypedDict):
    """``of`` is the code of a subject, a site or a school. A learner without one has none.

    ``called`` had a place in an examination that was held. Rates are null where nobody had.
    """

    of: str
    called: int
    passed: int
    absent: int
    cancelled_epidemic: int
    pass_rate: float | None
    absence_rate: float | None


class ExamStatistics(TypedDict):
    month: date
    position: int
    all: ExamRow
    subjects: list[ExamRow]
    sites: list[ExamRow]
    schools: list[ExamRow]


@router.get(
    "/examinations",
    operation_id="examStatistics",
    summary="Pass rates of examinations",
    openapi_extra=answered(schema_of(ExamStatistics), headers=("ETag", "Cache-Control")),
)
async def examinations(
    desk: TheDesk, month: Annotated[Day | None, Query(description="a day of the month")] = None
) -> Response:
    """The examinations of a month, of this one if none is named, counted as they stand."""
    first = (month or desk.today).replace(day=1)
    async with read_connection(desk) as reading, snapshot(reading):
        counted = await of_month(reading, first)
        stands = await standing(reading, "examinations")
    content: ExamStatistics = {
        "month": first,
        "position": stands.position,
        "all": _row("", counted),
        "subjects": _by("subject", counted),
        "sites": _by("site", counted),
        "schools": _by("school", counted),
    }
    return cached(msgspec.json.encode(content), seconds=_FRESH_S)


def _by(name: str, counted: Sequence[CountedBookings]) -> list[ExamRow]:
    parts: dict[str, list[CountedBookings]] = defaultdict(list)
    for each in counted:
        parts[getattr(each.figure, name)].append(each)
    return [_row(of, parts[of]) for of in sorted(parts)]


def _row(of: str, counted: Iterable[CountedBookings]) -> ExamRow:
    found = rates(counted)
    return {
        "of": of,
        "called": found.called,
        "passed": found.passed,
        "absent": found.absent,
        "cancelled_epidemic": found.cancelled_epidemic,
        "pass_rate": found.pass_rate,
        "absence_rate": found.absence_rate,
    }
