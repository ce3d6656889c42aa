"""What is published of draws of plate numbers, so that anybody can verify them (ADR 80)."""

from datetime import timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.cached import cached
from api.day import Day
from api.dependencies import TheDesk, read_connection
from api.media_type import JSON_LINES
from api.openapi.operation import answered
from api.openapi.schemas import lines_of, schema_of
from api.permissions import public
from api.problems import Problem
from domain.draws.published import AnyLine
from domain.offices.tree import REGIONS
from projections.draws.publication import publication

router = APIRouter(
    prefix="/published-draws", tags=["published draws"], dependencies=[Depends(public())]
)

_LONGEST: Final = timedelta(days=6)
_FRESH_S: Final = 60
_LINES: Final = JSON_LINES.decode()
_DESCRIBED: Final = answered(
    lines_of(schema_of(AnyLine)), headers=("ETag", "Cache-Control"), media_type=_LINES
)
_REGION: Final = {"example": "410100"}


@router.get(
    "",
    operation_id="publishedDraws",
    summary="Commitments, seeds and sessions of a prefecture",
    response_class=Response,
    openapi_extra=_DESCRIBED,
)
async def published_draws(
    desk: TheDesk,
    region: Annotated[str, Query(max_length=6, json_schema_extra=_REGION)],
    first: Annotated[Day | None, Query(alias="from")] = None,
    last: Annotated[Day | None, Query(alias="to")] = None,
) -> Response:
    """The file that `cheguan draws verify` takes, of seven days at most.

    From ``from``, which is today if it is left out, to ``to``, which is six days later. Days that
    lie ahead have their commitments: whoever saves these sees later that nobody has exchanged
    a seed. Nothing in it leads to a person.
    """
    if region not in REGIONS:
        members = {"pointer": "/region", "rule": "region_unknown", "choices": list(REGIONS)}
        raise Problem("opening-unknown", 422, members=members)
    since = first or desk.today
    to = last or since + _LONGEST
    if not timedelta(0) <= to - since <= _LONGEST:
        raise Problem("period-invalid", 422)
    async with read_connection(desk) as reading:
        made = await publication(reading, since, to, [region], desk.clock())
    return cached(made, seconds=_FRESH_S, media_type=_LINES)
