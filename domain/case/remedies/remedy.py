"""What may be done against a decision, until when, and with whom (ALL art. 38).

Whoever decides stores the last days with the decision. What was decided before they were stored
has its term in words instead.
"""

from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from domain.case.remedies.organs import organs_of
from domain.law import Law
from domain.titles import Title


class RemedyKind(StrEnum):
    RECONSIDERATION = "reconsideration"
    LAWSUIT = "lawsuit"


class Remedy(NamedTuple):
    """``sentence`` tells it to the citizen. ``{by}`` and ``{organs}`` stand in it."""

    kind: RemedyKind
    title: Title
    sentence: Title
    by: date | None
    organs: tuple[Title, ...]
    law: Law


_RECONSIDERATION: Final = Title("行政复议", "administrative reconsideration")
_LAWSUIT: Final = Title("行政诉讼", "administrative lawsuit")
_RECONSIDER_BY: Final = Title(
    "对上述决定不服的，可以在{by}前（含当日）依法向{organs}申请行政复议。",
    "Whoever disagrees may apply to {organs} for administrative reconsideration, on {by} at the "
    "latest.",
)
_RECONSIDER: Final = Title(
    "对上述决定不服的，可以自知道该决定之日起60日内依法向{organs}申请行政复议。",
    "Whoever disagrees may apply to {organs} for administrative reconsideration, within 60 days "
    "of learning of the decision.",
)
_SUE_BY: Final = Title(
    "也可以在{by}前（含当日）依法向{organs}提起行政诉讼。",
    "An administrative lawsuit may also be brought before {organs}, on {by} at the latest.",
)
_SUE: Final = Title(
    "也可以自知道该决定之日起6个月内依法向{organs}提起行政诉讼。",
    "An administrative lawsuit may also be brought before {organs}, within six months of "
    "learning of the decision.",
)
_SUE_AFTER_RECONSIDERATION: Final = Title(
    "对行政复议决定不服的，可以在{by}前（含当日）依法向{organs}提起行政诉讼。",
    "Whoever disagrees with the decision on reconsideration may bring an administrative lawsuit "
    "before {organs}, on {by} at the latest.",
)


def remedies(office: str, reconsider_by: date | None, sue_by: date | None) -> tuple[Remedy, ...]:
    """Against a decision of the office: reconsideration, or at once a lawsuit."""
    organs = organs_of(office)
    return (
        Remedy(
            kind=RemedyKind.RECONSIDERATION,
            title=_RECONSIDERATION,
            sentence=_RECONSIDER_BY if reconsider_by else _RECONSIDER,
            by=reconsider_by,
            organs=(organs.government, organs.superior),
            law=Law("ARL", "9", verified=True),
        ),
        Remedy(
            kind=RemedyKind.LAWSUIT,
            title=_LAWSUIT,
            sentence=_SUE_BY if sue_by else _SUE,
            by=sue_by,
            organs=(organs.court,),
            law=Law("LITIGATION", "46", verified=True),
        ),
    )


def after_reconsideration(office: str, sue_by: date) -> tuple[Remedy, ...]:
    """Against a decision on reconsideration there is the lawsuit alone."""
    return (
        Remedy(
            kind=RemedyKind.LAWSUIT,
            title=_LAWSUIT,
            sentence=_SUE_AFTER_RECONSIDERATION,
            by=sue_by,
            organs=(organs_of(office).court,),
            law=Law("LITIGATION", "45", verified=True),
        ),
    )
