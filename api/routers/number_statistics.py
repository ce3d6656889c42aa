"""How many plate numbers are reserved, about to be issued, in use, or free again."""

from typing import TypedDict

from fastapi import APIRouter, Depends

from api.dependencies import Reading
from api.openapi.answer import Answer, TypedRoute
from api.permissions import public
from projections.numbers.row import counted_numbers

router = APIRouter(
    prefix="/statistics",
    tags=["statistics"],
    dependencies=[Depends(public())],
    route_class=TypedRoute,
)


class NumbersLine(TypedDict):
    """So many ``numbers`` of a prefix and a kind of plate stand at a stage."""

    prefix: str
    plate_kind: str
    stage: str
    numbers: int


class NumbersTold(TypedDict):
    lines: list[NumbersLine]


@router.get(
    "/numbers", operation_id="countPlateNumbers", summary="Plate numbers by prefix and stage"
)
async def numbers(reading: Reading) -> Answer[NumbersTold]:
    """Counts the numbers that anybody has ever wanted or had, and names none.

    A number that is on offer for some seconds counts as free. One that nobody has ever touched is
    free, and is not counted.
    """
    found = await counted_numbers(reading)
    lines: list[NumbersLine] = [
        {
            "prefix": each.prefix,
            "plate_kind": each.plate_kind,
            "stage": each.stage,
            "numbers": each.numbers,
        }
        for each in found
    ]
    return Answer({"lines": lines})
