"""What a decision of a prefecture would do to its cases, before anybody takes it."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Final, TypedDict

from fastapi import APIRouter, Depends, Path, Request

from api.command_request import read_command
from api.dependencies import TheDesk
from api.identity import Identity
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import asked
from api.openapi.schemas import Described, any_of, command_body, named
from api.permissions import require
from api.problems import Problem
from api.resource import OFFICIALS
from api.views.decision_preview import ROWS, foretold
from domain.message import Command
from domain.people import Role
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import prefecture_named
from projections.caseload.preview import Concerned

router = APIRouter(prefix="/prefectures", tags=["prefectures"], route_class=TypedRoute)

_ROWS: Final = {name: row for name, row in ROWS.items() if Role.SUPERVISOR in row.by}
"""What is decided in a prefecture itself."""


class CasesConcerned(TypedDict):
    office: str
    service: str
    cases: int


class DecisionPreview(TypedDict):
    """``opens`` are cases that would go on because their window is open, ``holds`` those that
    would rest because it is closed, ``moves`` those that would go to another office.
    """

    region: str
    decision: str
    effective_on: date
    opens: list[CasesConcerned]
    holds: list[CasesConcerned]
    moves: list[CasesConcerned]
    opened: int
    held: int
    moved: int


def _body() -> Described:
    """The body is that of the decision itself."""
    bodies = [command_body(row.command, PREFECTURE.words.fields) for row in _ROWS.values()]
    definitions = {name: schema for each in bodies for name, schema in each.definitions.items()}
    return named("AnyDecision", any_of(*(each.schema for each in bodies)), definitions)


@router.post(
    "/{prefecture}/preview/{decision}",
    operation_id="previewDecision",
    summary="What a decision would do to the cases",
    openapi_extra=asked(_body()),
)
async def preview(
    request: Request,
    desk: TheDesk,
    identity: Annotated[Identity, Depends(require(*OFFICIALS))],
    prefecture: Annotated[str, Path(min_length=1, max_length=64)],
    decision: Annotated[str, Path(max_length=64)],
) -> Answer[DecisionPreview]:
    """Counts the open cases that a decision would open, hold or move, by office and service.

    The body is that of the decision, which is refused as it would be. Nothing is stored. The
    figures are those of the day on which it would take effect, beside what would hold on that
    day without it.
    """
    if (row := _ROWS.get(decision)) is None:
        raise Problem("not-found", 404)
    command: Command = read_command(row.command, request, await request.body())
    opened, _ = await desk.door.open(PREFECTURE, prefecture_named(prefecture), identity.actor)
    found = await foretold(desk, opened, command, identity)
    return Answer(
        {
            "region": opened.state.region,
            "decision": row.command.__name__,
            "effective_on": found.day,
            "opens": _told(found.opens),
            "holds": _told(found.holds),
            "moves": _told(found.moves),
            "opened": sum(each.cases for each in found.opens),
            "held": sum(each.cases for each in found.holds),
            "moved": sum(each.cases for each in found.moves),
        }
    )


def _told(found: Sequence[Concerned]) -> list[CasesConcerned]:
    return [CasesConcerned(office=o, service=s, cases=n) for o, s, n in found]
