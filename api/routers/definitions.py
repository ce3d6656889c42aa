"""What the figures of the statistics mean, so that nobody has to guess."""

from typing import TypedDict

from fastapi import APIRouter, Depends

from api.dependencies import TheLanguage
from api.language import Language
from api.openapi.answer import Answer, TypedRoute
from api.permissions import public
from projections.throughput.definitions.all_definitions import DEFINITIONS
from projections.throughput.definitions.definition import Definition, Unit, When

router = APIRouter(
    prefix="/statistics",
    tags=["statistics"],
    dependencies=[Depends(public())],
    route_class=TypedRoute,
)


class FigureWhen(TypedDict):
    """The day on which something counts."""

    code: When
    title: str


class FigureMeaning(TypedDict):
    """What one figure counts."""

    code: str
    title: str
    counts: str
    unit: Unit
    when: FigureWhen
    dimensions: tuple[str, ...]
    cohort: bool
    available: bool


@router.get("/definitions", operation_id="statisticsDefinitions", summary="What each figure means")
async def definitions(language: TheLanguage) -> Answer[list[FigureMeaning]]:
    """Lists every figure, also those that nothing feeds: they are not ``available``.

    ``when`` says on which day something counts. A figure with ``cohort`` is a rate of those who
    began on one day, and is marked open until all of them have come to their end.
    """
    return Answer([_shown(each, language) for each in DEFINITIONS])


def _shown(definition: Definition, language: Language) -> FigureMeaning:
    return {
        "code": definition.code,
        "title": definition.title.text(language),
        "counts": definition.counts.text(language),
        "unit": definition.unit,
        "when": {
            "code": definition.when,
            "title": definition.when.text(language),
        },
        "dimensions": definition.dimensions,
        "cohort": definition.is_cohort,
        "available": definition.is_available,
    }
