"""Where a booking stands among all who booked the same examination."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter

from api.dependencies import Applicant, Reading, TheDesk
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import titled
from api.views.exam_rank import ExamRank, exam_rank_of
from domain.case.case import CASE
from domain.titles import Title

router = APIRouter(prefix="/applications", tags=["applications"], route_class=TypedRoute)

_WORDS: Final = Title("查询考试预约排序", "Where a booking of an examination stands")


@router.get(
    "/{case}/exam-rank",
    operation_id="getExamRank",
    summary=_WORDS.en,
    openapi_extra=titled(_WORDS),
)
async def exam_rank(
    case: UUID, desk: TheDesk, identity: Applicant, reading: Reading
) -> Answer[ExamRank]:
    """Says the place in the order, and how many places there are.

    The order is folded from the log: with ``min_position`` of the receipt it is that after one's
    own act. An application for anything else has no rank, which is 404.
    """
    state = (await desk.door.open(CASE, case, identity.actor))[0].state
    return Answer(await exam_rank_of(desk, reading, case, state))
