"""A look at an application, as its applicant is told of it."""

from datetime import datetime
from typing import Final, TypedDict

from api.language import Language
from domain.accesses.kind import CaseAspect, RevealPurpose
from domain.offices.tree import OFFICES
from domain.people import Role
from domain.services.choices import DocumentKind
from domain.services.texts import PARTS
from domain.titles import Title
from projections.accesses.row import Look

_MASKED: Final = Title("查看{}（个人信息已脱敏）", "looked at the {}, with personal data masked")
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


def own_view(look: Look, language: Language) -> OwnView:
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
