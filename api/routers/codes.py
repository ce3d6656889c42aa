"""The codes that requests take and answers give, in both languages, for whoever keeps them."""

from typing import Annotated, Any, Final, TypedDict

import msgspec
from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.cached import cached
from api.openapi.operation import answered
from api.openapi.schemas import Schema, schema_of
from api.permissions import public
from domain.case.wording import GROUNDS
from domain.offices.office import PICKUP_KINDS, OfficeKind
from domain.offices.tree import OFFICES, REGIONS
from domain.services.catalogue import CHECKS, REFUSALS
from domain.titles import Title

router = APIRouter(tags=["codes"], dependencies=[Depends(public())])


class Coded(TypedDict):
    """A code, and what it means in both languages."""

    code: str
    title: Title


class ReasonList(TypedDict):
    """A closed list by its name."""

    list: str
    title: Title
    codes: list[Coded]


class RegionView(TypedDict):
    """A prefecture-level unit by its GB/T 2260 code, with its counties."""

    code: str
    title: Title
    plate_letter: str
    counties: list[Coded]


class OfficeView(TypedDict):
    """An office. ``counter``: a finished document may be collected there."""

    id: str
    kind: OfficeKind
    title: Title
    region: str
    county: str | None
    parent: str | None
    counter: bool


def _kept(kind: Any) -> Schema:
    """How a list is described that a cache may keep."""
    return answered(schema_of(kind), headers=("ETag", "Cache-Control"))


def _coded(codes: Any) -> list[Coded]:
    return [{"code": str(code), "title": title} for code, title in codes]


_REASONS: Final[list[ReasonList]] = [
    {
        "list": "refusal",
        "title": Title("不予受理、不予办理的理由", "grounds of refusal"),
        "codes": _coded(REFUSALS.items()),
    },
    {"list": "check", "title": Title("核查项目", "checks"), "codes": _coded(CHECKS.items())},
    *(
        ReasonList(list=name, title=title, codes=_coded((each, each.words) for each in grounds))
        for name, (title, grounds) in GROUNDS.items()
    ),
]
_REGIONS: Final[list[RegionView]] = [
    {
        "code": region.code,
        "title": region.title,
        "plate_letter": region.plate_letter,
        "counties": _coded((county.code, county.title) for county in region.counties),
    }
    for region in REGIONS.values()
]
_OFFICES: Final[list[OfficeView]] = [
    {
        "id": office.id,
        "kind": office.kind,
        "title": office.title,
        "region": office.region_code,
        "county": office.county_code,
        "parent": office.parent,
        "counter": office.kind in PICKUP_KINDS,
    }
    for office in OFFICES.values()
]


@router.get(
    "/reasons",
    operation_id="listReasons",
    summary="The reason codes, by list",
    openapi_extra=_kept(list[ReasonList]),
)
async def reasons() -> Response:
    """Lists the codes that commands take and events carry, in both languages."""
    return cached(msgspec.json.encode(_REASONS))


@router.get(
    "/regions",
    operation_id="listRegions",
    summary="The prefectures of Henan and their counties",
    openapi_extra=_kept(list[RegionView]),
)
async def regions() -> Response:
    """Lists the 18 units by their GB/T 2260 codes, in both languages."""
    return cached(msgspec.json.encode(_REGIONS))


@router.get(
    "/offices",
    operation_id="listOffices",
    summary="The vehicle offices",
    openapi_extra=_kept(list[OfficeView]),
)
async def offices(
    region: Annotated[
        str | None, Query(max_length=6, json_schema_extra={"example": "410100"})
    ] = None,
    counter: bool | None = None,
) -> Response:
    """Lists the offices, of one ``region`` if it is given, and those with a ``counter``."""
    found = [
        office
        for office in _OFFICES
        if region in (None, office["region"]) and counter in (None, office["counter"])
    ]
    return cached(msgspec.json.encode(found))
