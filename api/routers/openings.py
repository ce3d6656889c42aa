"""What is open where, for whoever asks before he goes."""

from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.cached import cached
from api.day import Day
from api.dependencies import TheDesk
from api.openapi.operation import answered
from api.openapi.schemas import schema_of
from api.permissions import public
from api.problems import Problem
from api.views.halls import doors_of
from api.views.openings import Openings, asked_of, groups, offices_of, openings, prefectures
from domain.offices.business import WindowGroup
from domain.offices.tree import OFFICES, REGIONS

router = APIRouter(prefix="/openings", tags=["openings"], dependencies=[Depends(public())])

_FRESH_S: Final = 60
"""A cache may tell for so long what it was told. A promise is asked of the log itself."""
_DESCRIBED: Final = answered(schema_of(Openings), headers=("ETag", "Cache-Control"))
_REGION: Final = {"example": "410300"}
_OFFICE: Final = {"example": "410300"}
_SERVICE: Final = {"example": "reissue_replace"}
_ON: Final = {"example": "2020-02-24"}


@router.get("", operation_id="listOpenings", summary="What is open where", openapi_extra=_DESCRIBED)
async def what_is_open(
    desk: TheDesk,
    region: Annotated[str | None, Query(max_length=6, json_schema_extra=_REGION)] = None,
    office: Annotated[str | None, Query(max_length=40, json_schema_extra=_OFFICE)] = None,
    service: Annotated[str | None, Query(max_length=40, json_schema_extra=_SERVICE)] = None,
    on: Annotated[Day | None, Query(json_schema_extra=_ON)] = None,
) -> Response:
    """Says of each service whether it is open, why, since when and by which decision.

    ``service`` is the code of a service or of a group; without it, it is asked of the six groups.
    With neither ``region`` nor ``office`` it is asked of the vehicle offices of all prefectures.
    ``on`` is today if it is left out. The answer may be a minute old; whoever chooses a
    counter is asked again. ``open`` tells what was decided, and ``hall`` whether the doors of the
    hall stand open at this moment.
    """
    record = OFFICES.get(office) if office is not None else None
    if region is not None and region not in REGIONS:
        raise _unknown("/region", "region_unknown", list(REGIONS))
    if office is not None and (record is None or record.region_code not in REGIONS):
        raise _unknown("/office", "office_unknown", [])
    if record is not None and region not in {None, record.region_code}:
        raise _unknown("/office", "office_elsewhere", [])
    asked = asked_of(service, desk.catalogue) if service is not None else None
    if service is not None and asked is None:
        choices = dict.fromkeys([*map(str, WindowGroup), *desk.catalogue])
        raise _unknown("/service", "service_unknown", list(choices))
    day = on or desk.today
    offices = offices_of(region, office)
    states = await prefectures(desk, {each.region_code for each in offices})
    halls = await doors_of(desk, {each.id for each in offices}, day)
    found = openings(offices, [asked] if asked else groups(desk.catalogue), states, day, halls)
    return cached(msgspec.json.encode(Openings(on=day, openings=found)), seconds=_FRESH_S)


def _unknown(pointer: str, rule: str, choices: list[str]) -> Problem:
    """Names the field, the rule and what could stand there."""
    members = {"pointer": pointer, "rule": rule, "choices": choices}
    return Problem("opening-unknown", 422, members=members)
