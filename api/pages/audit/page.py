"""``/audit``: one case, or a stream of any other kind, event by event."""

from collections.abc import Iterable
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk, read_connection
from api.identity import Identity
from api.pages.audit.stream_words import called, heading, state_of, step_of
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page import NavigationLink, Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.sealed_parts import SEALED_PARTS
from api.pages.kit.viewer import TheViewer
from api.problems import Problem
from api.rates.buckets import LOOKUPS
from api.rates.guesses import Drawn
from api.resource import Resource
from api.views.history import unopened_parts
from api.views.replay import replay
from domain.case.case import CASE
from domain.door.refusals import NotFound
from domain.identifiers import reference as references
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed
from domain.people import Role
from domain.titles import Title
from projections.tracking.row import by_reference

PATH: Final = "/audit"
_READERS: Final = (Role.CLERK, Role.SUPERVISOR, Role.HQ, Role.AUDITOR)

Reader = Annotated[Identity, Depends(PagePermission(frozenset(_READERS)))]

router = APIRouter(route_class=PageRoute)

PAGE: Final = Page(
    router=router,
    form_paths=frozenset({PATH}),
    link=NavigationLink(PATH, Title("审计回放", "Audit")),
    card="audit/card.html",
)


@router.get(PATH)
async def audit(
    desk: TheDesk,
    identity: Reader,
    viewer: TheViewer,
    request: Request,
    case: str | None = None,
    stream: str | None = None,
    at: str | None = None,
) -> Response:
    """Shows a stream as of ``at``: a position of the log, or an instant with its zone."""
    who = identity.actor.role.text(viewer.language)
    asked = case or stream
    if not asked:
        return render(viewer, "audit/audit.html", who=who, office=identity.actor.office, case=None)
    told = await desk.door.history(_id(asked), identity.actor)
    of, opened = told.of, told.opened
    desk.accesses.history_seen(opened, identity.actor)
    steps = replay(of, told.events, at)
    places = [recorded.position for recorded in told.events]
    reached = len(steps)
    state = steps[-1].after if steps else None
    return render(
        viewer,
        "audit/audit.html",
        who=who,
        office=identity.actor.office,
        case=opened.stream,
        is_case=of is CASE,
        heading=heading(of, opened.state, request.app.state.resources).text(viewer.language),
        called=called(of, opened.state),
        of_versions=told.stored,
        unreadable_from=told.unreadable_from,
        unopened=[
            SEALED_PARTS[name].text(viewer.language)
            for name in await unopened_parts(desk, request.app.state.resources, told)
        ],
        as_of=at is not None,
        steps=[step_of(of, step, viewer.language) for step in steps],
        stage=of.words.stages[state.stage].text(viewer.language) if state else None,
        state=state_of(of, state, viewer.language) if state else [],
        previous=places[reached - 2] if reached > 1 else None,
        following=places[reached] if reached < len(places) else None,
    )


@router.post(PATH)
async def look_up(request: Request, desk: TheDesk, identity: Reader) -> RedirectResponse:
    """Finds a case by its id or by its reference, which no address shows, or any other stream.

    Of a kind whose ids are computed, a stream is found by its name too.
    """
    wanted = (await fields(request)).get("case", "").strip()
    attempt = await desk.guesses.attempt(Drawn(LOOKUPS, identity.principal))
    try:
        reference = references.parse(wanted).text
        async with read_connection(desk) as reading:
            row = await by_reference(reading, reference)
        found = [row.stream] if row else []
    except InvalidIdentifier:
        found = _streams(wanted, request.app.state.resources)
    missing = NotFound()
    for stream in found:
        try:
            of = (await desk.door.history(stream, identity.actor)).of
            await attempt.void()
            return RedirectResponse(f"{PATH}?{'case' if of is CASE else 'stream'}={stream}", 303)
        except NotFound as none:
            missing = none
    await attempt.wrong()
    raise missing


def _streams(wanted: str, resources: Iterable[Resource[Any]]) -> list[UUID]:
    """The one with this id, or those that have this name in their kinds."""
    try:
        return [UUID(squeezed(wanted))]
    except ValueError:
        return [each.stream_of(wanted) for each in resources if wanted and each.stream_of]


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Problem("not-found", 404) from None
