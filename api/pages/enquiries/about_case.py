"""Where the application stands that a question is about, so that the answer is one sentence."""

from typing import NamedTuple
from uuid import UUID

from api.day_text import day_text
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.enquiries import words
from api.views.tracking import TrackingView, shown
from domain.case.case import CASE
from domain.door.refusals import NotFound
from projections.tracking.row import fold


class AboutCase(NamedTuple):
    """``sentence`` is the answer as far as tracking can give it, in the language of the viewer."""

    case: UUID
    told: TrackingView
    sentence: str


async def about_case(
    desk: Desk, identity: Identity, case: UUID, language: Language
) -> AboutCase | None:
    """The application as tracking tells it. The look is recorded, as that of every officer.

    None for one that the officer may not see, because the question was passed on to his office.
    """
    try:
        opened, history = await desk.door.open(CASE, case, identity.actor)
    except NotFound:
        return None
    row = fold(None, history)
    if row is None:
        return None
    desk.accesses.state_seen(opened, identity.actor)
    told = await shown(desk, row, language)
    return AboutCase(case, told, _sentence(told, language))


def _sentence(told: TrackingView, language: Language) -> str:
    standing = words.WAITING.text(language).format(
        service=told["service_title"], stage=told["stage_title"]
    )
    due = told["next"]
    if due is None:
        return standing
    until = words.UNTIL.text(language)
    return standing + until.format(what=due["title"], day=day_text(due["on"], language))
