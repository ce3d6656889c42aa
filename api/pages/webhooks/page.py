"""``/webhooks``: partners that are told of their cases, and what they have taken (ADR 104)."""

from datetime import timedelta
from typing import Annotated, Any, Final
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk, read_connection
from api.desk import Desk
from api.identity import Identity
from api.pages.kit.answer import render
from api.pages.kit.faults import told_faults
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page import NavigationLink, Page, Side
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.webhooks import words
from api.pages.webhooks.kept import Sent, acted, registered, repeated, stages_in, why_not
from api.pages.webhooks.lines import message_lines, webhook_lines
from api.problems import Problem
from domain.case.stage import FINAL, Stage
from domain.door.attempt import Opened
from domain.door.refusals import NotFound
from domain.people import Role
from domain.refusal import Refusal
from domain.webhooks.state import Webhook, webhook_of
from domain.webhooks.webhook import WEBHOOK
from projections.caseload.queries import cases_of
from projections.webhooks.queries import counted_messages, every_webhook, latest_messages

PATH: Final = "/webhooks"
_ONE: Final = f"{PATH}/{{subscription}}"
_SINCE: Final = timedelta(days=14)
_MOST: Final = 50
_USUAL: Final = FINAL | {Stage.ACCEPTED, Stage.CORRECTION_REQUESTED, Stage.APPROVED}

Reader = Annotated[Identity, Depends(PagePermission(frozenset({Role.HQ, Role.AUDITOR})))]
Keeper = Annotated[Identity, Depends(PagePermission(frozenset({Role.HQ})))]

router = APIRouter(route_class=PageRoute)

PAGE: Final = Page(
    router=router,
    form_paths=frozenset({PATH}),
    form_folder=f"{PATH}/",
    link=NavigationLink(PATH, words.TITLE, Side.OFFICE),
    card="webhooks/card.html",
)


@router.get(PATH)
async def listed(desk: TheDesk, identity: Reader, viewer: TheViewer) -> Response:
    """All of them, and the form for another one."""
    return await _list(desk, identity, viewer, {})


@router.post(PATH)
async def enter(request: Request, desk: TheDesk, identity: Keeper, viewer: TheViewer) -> Response:
    """Enters a partner, and shows his secret this once."""
    sent = await fields(request)
    try:
        before = await _current(desk, identity, webhook_of(sent.get("partner", "")))
        kept = await registered(desk, identity, sent, before, viewer.language)
    except (Problem, Refusal) as why:
        return await _list(desk, identity, viewer, sent, why_not(request, why))
    return await _one(desk, identity, viewer, kept.stream, {}, secret=kept.secret)


@router.get(_ONE)
async def shown(
    subscription: UUID, desk: TheDesk, identity: Reader, viewer: TheViewer, done: str = ""
) -> Response:
    """One partner: where he is told, what he has taken, and what can be done."""
    return await _one(desk, identity, viewer, subscription, {"done": done})


@router.post(_ONE)
async def act(
    request: Request, subscription: UUID, desk: TheDesk, identity: Keeper, viewer: TheViewer
) -> Response:
    """Changes, pauses, resumes, tests or ends it, replaces the secret, or sends one again."""
    sent = await fields(request)
    try:
        if sent.get("act") == "again":
            await repeated(desk, identity, _message(sent))
        else:
            opened, _ = await desk.door.open(WEBHOOK, subscription, identity.actor)
            kept = await acted(desk, identity, subscription, opened.state, sent, viewer.language)
            if kept.secret is not None:
                return await _one(desk, identity, viewer, subscription, {}, secret=kept.secret)
    except (Problem, Refusal) as why:
        problem = why_not(request, why)
        return await _one(desk, identity, viewer, subscription, sent, problem)
    return RedirectResponse(f"{PATH}/{subscription}?done={sent['act']}", 303)


def _message(sent: Sent) -> UUID:
    try:
        return UUID(sent.get("message", ""))
    except ValueError:
        raise Problem("bad-request", 400) from None


async def _current(desk: Desk, identity: Identity, stream: UUID) -> Webhook:
    try:
        opened: Opened[Webhook] = (await desk.door.open(WEBHOOK, stream, identity.actor))[0]
    except NotFound:
        return Webhook()
    return opened.state


async def _list(
    desk: Desk, identity: Identity, viewer: Viewer, sent: Sent, why: Problem | None = None
) -> Response:
    async with read_connection(desk) as reading:
        found = await every_webhook(reading)
        counted = await counted_messages(reading, desk.clock() - _SINCE)
    chosen = stages_in(sent) if sent else [each.value for each in _USUAL]
    return render(
        viewer,
        "webhooks/webhooks.html",
        why.status if why else 200,
        lines=webhook_lines(found, counted, viewer.language),
        past_days=_SINCE.days,
        keeps=identity.actor.role is Role.HQ,
        key=sent.get("key") or str(uuid4()),
        stages=_stages(viewer),
        chosen=chosen,
        **_told(sent, why, viewer),
    )


async def _one(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    webhook: UUID,
    sent: Sent,
    why: Problem | None = None,
    secret: str | None = None,
) -> Response:
    opened, _ = await desk.door.open(WEBHOOK, webhook, identity.actor)
    current = opened.state
    async with read_connection(desk) as reading:
        found = await latest_messages(reading, webhook, _MOST)
        cases = await cases_of(reading, {each.case_id for each in found if each.case_id})
    chosen = stages_in(sent) if sent.get("act") == "change" else [*current.stages]
    references = {each.stream: each.reference for each in cases}
    return render(
        viewer,
        "webhooks/webhook.html",
        why.status if why else 200,
        headers={"cache-control": "no-store"},
        webhook=webhook,
        version=opened.version,
        current=current,
        tone=words.TONES.get(current.stage, ""),
        secret=secret,
        both_until=_still(desk, current),
        lines=message_lines(found, references, viewer.language),
        most=_MOST,
        keeps=identity.actor.role is Role.HQ and current.stage.value != "ended",
        stages=_stages(viewer),
        chosen=chosen,
        done=words.DONE.get(sent.get("done", "")),
        **_told(sent, why, viewer),
    )


def _still(desk: Desk, current: Webhook) -> object:
    until = current.former_until
    return until if until is not None and desk.clock() < until else None


def _stages(viewer: Viewer) -> list[tuple[str, str]]:
    return [(each.value, each.text(viewer.language)) for each in Stage if each is not Stage.NEW]


def _told(sent: Sent, why: Problem | None, viewer: Viewer) -> dict[str, Any]:
    """What was filled in, and what is wrong with it. A refusal names its field."""
    found = told_faults(why, viewer.language) if why else []
    field = str(why.members.get("field", "")) if why else ""
    errors = [(each.field or field or "webhook", each.text) for each in found]
    return {"sent": sent, "errors": errors, "faults": dict(errors)}
