"""``/audit``: one case, event by event, and how it stood after each."""

from collections.abc import Mapping
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import Reading, TheParts
from api.identity import Identity
from api.language import Language
from api.pages.audit.event_values import field_rows
from api.pages.audit.roles import ROLES
from api.pages.audit.state_rows import state_rows
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page import Link, Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.rendering import render
from api.pages.kit.viewer import TheViewer
from api.problems import Problem
from api.views.replay import ReplayStep, replay
from domain.case.case import CASE
from domain.case.state import Case
from domain.identifiers import reference as references
from domain.identifiers.invalid import InvalidIdentifier
from domain.people import Role
from domain.services.choices import Channel
from domain.titles import Title
from projections.tracking.row import by_reference

PATH: Final = "/audit"
_READERS: Final = (Role.CLERK, Role.SUPERVISOR, Role.HQ, Role.AUDITOR)

Reader = Annotated[Identity, Depends(PagePermission(frozenset(_READERS)))]

_CHANNELS: Final[Mapping[str, Title]] = {
    **{channel: channel.words for channel in Channel},
    "api": Title("业务接口", "programming interface"),
    "system": Title("系统自动", "by itself"),
}

router = APIRouter(route_class=PageRoute)

PAGE: Final = Page(
    router=router,
    form_paths=frozenset({PATH}),
    link=Link(PATH, Title("审计回放", "Audit")),
    card="audit/card.html",
)


@router.get(PATH)
async def audit(
    parts: TheParts,
    identity: Reader,
    viewer: TheViewer,
    case: str | None = None,
    at: str | None = None,
) -> Response:
    """Shows the case as of ``at``: a position of the log, or an instant with its zone."""
    who = ROLES[identity.actor.role].text(viewer.language)
    if not case:
        return render(viewer, "audit/audit.html", who=who, office=identity.actor.office, case=None)
    opened, history = await parts.door.open(CASE, _id(case), identity.actor)
    steps = replay(CASE, history, at)
    places = [recorded.position for recorded in history]
    reached = len(steps)
    state = steps[-1].after if steps else None
    return render(
        viewer,
        "audit/audit.html",
        who=who,
        office=identity.actor.office,
        case=opened.stream,
        reference=opened.state.reference,
        service=parts.catalogue[opened.state.service].title.text(viewer.language),
        of_versions=opened.version,
        as_of=at is not None,
        steps=[_shown(step, viewer.language) for step in steps],
        stage=CASE.words.stages[state.stage].text(viewer.language) if state else None,
        state=state_rows(state, viewer.language) if state else [],
        previous=places[reached - 2] if reached > 1 else None,
        following=places[reached] if reached < len(places) else None,
    )


@router.post(PATH)
async def look_up(
    request: Request, parts: TheParts, reading: Reading, identity: Reader
) -> RedirectResponse:
    """Finds a case by its id or by its reference, which no address shows."""
    wanted = (await fields(request)).get("case", "")
    try:
        row = await by_reference(reading, references.parse(wanted).text)
        case = row.stream if row else _id(wanted)
    except InvalidIdentifier:
        case = _id(wanted)
    await parts.door.open(CASE, case, identity.actor)
    return RedirectResponse(f"{PATH}?case={case}", 303)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Problem("not-found", 404) from None


def _shown(step: ReplayStep[Case], language: Language) -> dict[str, Any]:
    """A step in words. The actor is told by role and office only."""
    envelope, name = step.recorded.envelope, type(step.recorded.event).__name__
    channel = _CHANNELS.get(envelope.channel)
    return {
        "version": step.recorded.version,
        "position": step.recorded.position,
        "at": step.recorded.at,
        "name": name,
        "title": CASE.words.events[name].text(language),
        "fields": field_rows(step.recorded.event, language),
        "role": ROLES[envelope.by.role].text(language),
        "office": office_text(envelope.office, language),
        "channel": channel.text(language) if channel else envelope.channel,
        "rules": envelope.rules,
        "stage": CASE.words.stages[step.after.stage].text(language),
        "waits": state_rows(step.after, language, only=("clock", "deadline")),
    }
