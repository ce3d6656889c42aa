"""``/counter``: an officer enters an application for whoever stands at his window (ADR 58)."""

from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk
from api.identity import Identity
from api.pages.counter import receipt
from api.pages.counter.known import consulted
from api.pages.counter.sent import USUAL, sent_of, window_of
from api.pages.counter.shown import check_page, entry_page
from api.pages.counter.tills import page as tills
from api.pages.counter.windows import by_group, offered_at, taken_in_here, windows_of
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page import NavigationLink, Page, Side
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer
from api.problems import Problem
from api.window_intake import took_in
from domain.case.roles import OFFICERS
from domain.refusal import Refusal
from domain.titles import Title

PATH: Final = "/counter"

Officer = Annotated[Identity, Depends(PagePermission(OFFICERS))]

router = APIRouter(route_class=PageRoute)
router.include_router(receipt.router)
router.include_router(tills.router)

PAGE: Final = Page(
    router=router,
    form_folder=f"{PATH}/",
    link=NavigationLink(PATH, Title("窗口受理", "Counter"), Side.OFFICE),
    card="counter/card.html",
)


@router.get(PATH)
async def choose(
    desk: TheDesk, identity: Officer, viewer: TheViewer, counter: str | None = None
) -> Response:
    """Lists what windows take in, and what of it this one does today."""
    window = window_of(identity, counter, viewer.language)
    offered = await offered_at(desk, window, taken_in_here())
    return render(
        viewer,
        "counter/choose.html",
        groups=by_group(offered),
        windows=windows_of(identity, viewer.language),
        counter=window,
        who=identity.actor.role.text(viewer.language),
        office=office_text(window, viewer.language),
        open_here=sum(each.at_a_site or each.today["open"] for each in offered),
        count=len(offered),
    )


@router.get(f"{PATH}/{{window_service}}")
async def enter(
    window_service: str,
    desk: TheDesk,
    identity: Officer,
    viewer: TheViewer,
    counter: str | None = None,
) -> Response:
    """The page of a service, with what most people answer filled in."""
    begun = {**USUAL, "counter": counter or ""}
    sent = sent_of(desk, identity, window_service, begun, viewer.language)
    return await entry_page(desk, identity, viewer, sent)


@router.post(f"{PATH}/{{window_service}}")
async def entered(
    window_service: str, request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer
) -> Response:
    """Asks the register, checks what was entered, or takes it in."""
    given = await fields(request)
    sent = sent_of(desk, identity, window_service, given, viewer.language)
    match given.get("act"):
        case "look":
            says = await consulted(desk, identity, sent.entered, viewer.language)
            return await entry_page(desk, identity, viewer, sent, register=says)
        case "edit":
            return await entry_page(desk, identity, viewer, sent)
        case "check" | "submit" if sent.entered.defects or sent.green.errors:
            return await entry_page(desk, identity, viewer, sent, judged=True)
        case "check":
            return await check_page(request, desk, identity, viewer, sent)
        case "submit" if sent.key:
            body = msgspec.json.encode((sent.entered.body, sent.counter, sent.green.given))
            try:
                outcome = await took_in(
                    desk,
                    identity,
                    sent.entered.form,
                    sent.counter,
                    sent.green.given,
                    body=body,
                    key=sent.key,
                )
            except (Problem, Refusal) as refused:
                return await check_page(request, desk, identity, viewer, sent, refused)
            return RedirectResponse(receipt.address(outcome.stream), 303)
        case _:
            raise Problem("bad-request", 400)
