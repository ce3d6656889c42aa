"""Who has looked at my application: what an applicant is told, with times but without people.

He may know who handles his data, why, and what of it (PIPL 17, 44 and 45). A role and an office
say who answers for a look; the pseudonym of the officer is for the office itself.
"""

from datetime import datetime
from typing import Annotated, Final, TypedDict
from uuid import UUID

from fastapi import APIRouter, Query

from api.dependencies import Applicant, Reading, TheDesk, TheLanguage
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import headed, joined, titled
from api.stream_cursor import cursor_after, stream_before
from api.views.own_view import OwnView, own_view
from domain.case.case import CASE
from domain.titles import Title
from projections.accesses.row import accessed

router = APIRouter(prefix="/applications", tags=["applications"], route_class=TypedRoute)

_PAGE: Final = 50
_NEWEST: Final = 2**63
_WORDS: Final = Title("谁查看过我的业务", "Who has looked at my application")


class OwnViews(TypedDict):
    """A page of looks, the last first. ``times`` counts all of them."""

    times: int
    last_at: datetime | None
    views: list[OwnView]
    next: str | None


@router.get(
    "/{case}/views",
    operation_id="listViews",
    summary=_WORDS.en,
    openapi_extra=joined(headed("Link"), titled(_WORDS)),
)
async def views(
    case: UUID,
    desk: TheDesk,
    identity: Applicant,
    reading: Reading,
    language: TheLanguage,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
) -> Answer[OwnViews]:
    """Lists who of the offices has looked at the application, and who has seen personal data.

    Whoever looks at the same again within an hour is listed once. ``Link: rel="next"`` leads to
    the following page.
    """
    await desk.door.open(CASE, case, identity.actor)
    before = stream_before(cursor).int if cursor else _NEWEST
    row = await accessed(reading, case)
    looks = [each for each in row.looks if each.version < before] if row else []
    page, headers, following = looks[:_PAGE], {}, None
    if len(looks) > _PAGE:
        following = cursor_after(UUID(int=page[-1].version))
        address = f"/api/v1/applications/{case}/views?cursor={following}"
        headers["link"] = f'<{address}>; rel="next"'
    told: OwnViews = {
        "times": row.times if row else 0,
        "last_at": row.last_at if row else None,
        "views": [own_view(each, language) for each in page],
        "next": following,
    }
    return Answer(told, headers=headers)
