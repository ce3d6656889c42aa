"""Calls, questions and ratings of a period, by region."""

from datetime import date, timedelta
from typing import Annotated, Final, TypedDict, cast

from fastapi import APIRouter, Depends, Query

from api.day import Day
from api.dependencies import Reading, TheDesk
from api.openapi.answer import Answer, TypedRoute
from api.permissions import public
from api.problems import Problem
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.enquiries.queries import enquiry_lines
from projections.throughput.definitions.all_definitions import OF_ENQUIRIES
from projections.throughput.lines import Line, summed

router = APIRouter(
    prefix="/statistics",
    tags=["statistics"],
    dependencies=[Depends(public())],
    route_class=TypedRoute,
)

_USUAL: Final = timedelta(days=29)
_LONGEST: Final = timedelta(days=3660)


class EnquiryFigures(TypedDict):
    """Under the codes of ``/statistics/definitions``. ``avg_wait`` is in seconds.

    A rate is null where there is nothing of which it could be a part.
    """

    call_answer_rate: float | None
    avg_wait: int | None
    enquiries_received: int
    assigned_handler_rate: float | None
    enquiries_answered: int
    answered_in_time_rate: float | None
    first_answer_rate: float | None
    transfer_rate: float | None
    shirking_alarms: int
    hard_problem_closed: float | None
    satisfaction: float | None
    rating_rate: float | None
    bad_review_callback: float | None


class EnquiriesOfRegion(TypedDict):
    """``open`` tells by code of how many a rate is not known yet, where there are any."""

    region: str
    figures: EnquiryFigures
    open: dict[str, int]


class EnquiryStatistics(TypedDict):
    """``since`` and ``to`` are the days that were counted, both included."""

    since: date
    to: date
    position: int
    all: EnquiryFigures
    open: dict[str, int]
    regions: list[EnquiriesOfRegion]


@router.get(
    "/enquiries",
    operation_id="enquiryStatistics",
    summary="Calls answered, questions answered, and how satisfied people are",
)
async def enquiries(
    desk: TheDesk,
    reading: Reading,
    first: Annotated[Day | None, Query(alias="from")] = None,
    last: Annotated[Day | None, Query(alias="to")] = None,
) -> Answer[EnquiryStatistics]:
    """From ``from`` to ``to``, both included; the last 30 days when they are left out.

    A rate of those who began on a day is open as long as it is not known of some of them.
    """
    to = min(last or desk.today, desk.today)
    since = first or to - _USUAL
    if since > to or to - since > _LONGEST:
        raise Problem("period-invalid", 422)
    async with snapshot(reading):
        lines = await enquiry_lines(reading, since, to)
        stands = await standing(reading, "enquiries")
    whole = summed(lines, []).get((), Line({}))
    content: EnquiryStatistics = {
        "since": since,
        "to": to,
        "position": stands.position,
        "all": _figures(whole),
        "open": _open(whole),
        "regions": [
            {"region": line.key["region"], "figures": _figures(line), "open": _open(line)}
            for line in lines
        ],
    }
    return Answer(content)


def _figures(line: Line) -> EnquiryFigures:
    return cast(EnquiryFigures, {code: each.of(line) for code, each in OF_ENQUIRIES.items()})


def _open(line: Line) -> dict[str, int]:
    return {code: open for code, each in OF_ENQUIRIES.items() if (open := each.unknown(line))}
