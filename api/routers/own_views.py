"""Who has looked at my application: what an applicant is told, with times but without people.

He may know who handles his data, why, and what of it (PIPL 17, 44 and 45). A role and an office
say who answers for a look; the pseudonym of the officer is for the office itself.
"""

from datetime import datetime
from typing import Annotated, Final, TypedDict
from uuid import UUID

from fastapi import APIRouter, Query

from api.dependencies import Applicant, Reading, TheDesk, TheLanguage
from api.language import Language
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import headed, joined, titled
from api.stream_cursor import cursor_after, stream_before
from domain.accesses.kind import CaseAspect, RevealPurpose
from domain.case.case import CASE
from domain.offices.tree import OFFICES
from domain.people import Role
from domain.services.choices import DocumentKind
from domain.services.texts import PARTS
from domain.titles import Title
from projections.accesses.row import Look, accessed

router = APIRouter(prefix="/applications", tags=["applications"], route_class=TypedRoute)

_PAGE: Final = 50
_NEWEST: Final = 2**63
_WORDS: Final = Title("谁查看过我的业务", "Who has looked at my application")
_MASKED: Final = Title("查看{}（个人信息已遮掩）", "looked at the {}, with personal data masked")
_SEEN: Final = {**{kind.value: kind.words for kind in DocumentKind}, **PARTS}
"""What of an application may be seen unmasked: its sealed parts, and its documents by kind."""
_REVEALED: Final = Title("查看个人信息：{}", "was shown personal data: {}")


class OwnView(TypedDict):
    """One look. Either a view of the case, or parts of the application for a purpose."""

    at: datetime
    role: Role
    role_title: str
    office: str | None
    office_title: str | None
    view: CaseAspect | None
    parts: tuple[str, ...]
    purpose: RevealPurpose | None
    purpose_title: str | None
    title: str


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
        "views": [_told(each, language) for each in page],
        "next": following,
    }
    return Answer(told, headers=headers)


def _told(look: Look, language: Language) -> OwnView:
    office = OFFICES.get(look.office or "")
    return {
        "at": look.at,
        "role": look.role,
        "role_title": look.role.text(language),
        "office": look.office,
        "office_title": office.title.text(language) if office else None,
        "view": look.view,
        "parts": look.parts,
        "purpose": look.purpose,
        "purpose_title": look.purpose.text(language) if look.purpose else None,
        "title": _title(look, language),
    }


def _title(look: Look, language: Language) -> str:
    if look.view:
        return _MASKED.text(language).format(look.view.text(language))
    parts = ("、" if language == "zh" else ", ").join(
        _SEEN[part].text(language) for part in look.parts
    )
    return _REVEALED.text(language).format(parts)
