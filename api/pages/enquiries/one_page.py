"""``/enquiries/ID``: one question, the application it is about, and what an officer does in it."""

from collections.abc import Mapping
from typing import Annotated, Final
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.actions import slug
from api.command_request import required_key
from api.dependencies import TheDesk
from api.desk import Desk
from api.enquiries import caller_shown, told_to_enquiry
from api.identity import Identity
from api.pages.enquiries.about_case import about_case
from api.pages.kit import formats
from api.pages.kit.answer import render
from api.pages.kit.forms import fields, version_seen
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from api.views.conversation import conversation
from domain.accesses.kind import RevealPurpose
from domain.case.roles import OFFICERS
from domain.choice import Choice
from domain.enquiries.asked import AskedBy
from domain.enquiries.commands import (
    AnswerEnquiry,
    AskFurther,
    CallAskerBack,
    EnquiryCommand,
    RateEnquiry,
    SettleShirkingAlarm,
    ShowCaller,
    TakeEnquiry,
    TransferEnquiry,
)
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.kind import CallBackResult, EnquiryOutcome, PassingOn, Satisfaction
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, prefecture_of
from domain.refusal import Refusal

PATH: Final = "/enquiries"
_ONE: Final = f"{PATH}/{{enquiry}}"
SHOW: Final = slug(ShowCaller)
_ACTS: Final[Mapping[str, tuple[type[EnquiryCommand], tuple[str, ...]]]] = {
    slug(kind): (kind, names)
    for kind, names in (
        (TakeEnquiry, ()),
        (AnswerEnquiry, ("outcome", "answer")),
        (AskFurther, ("question",)),
        (TransferEnquiry, ("to_office", "reason")),
        (SettleShirkingAlarm, ("handler",)),
        (RateEnquiry, ("satisfaction",)),
        (CallAskerBack, ("result", "note")),
    )
}
_ANSWERING: Final = frozenset(
    {OfficeKind.VEHICLE_OFFICE, OfficeKind.COUNTY_OFFICE, OfficeKind.NETWORK_CENTRE}
)

Officer = Annotated[Identity, Depends(PagePermission(OFFICERS))]

router = APIRouter(route_class=PageRoute)


@router.get(_ONE)
async def one(enquiry: UUID, desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    """The application that it is about comes first, then what was said."""
    return await _shown(desk, identity, viewer, enquiry, {})


@router.post(_ONE)
async def act(
    enquiry: UUID, request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer
) -> Response:
    """Does what was filled in, or shows who asks, after it is on record."""
    sent = await fields(request)
    name = sent.get("act", "")
    if name == SHOW:
        caller = await caller_shown(desk, identity, enquiry, RevealPurpose.CONTACT)
        return await _shown(desk, identity, viewer, enquiry, {}, caller=caller, asked=True)
    if name not in _ACTS:
        raise Problem("bad-request", 400)
    kind, names = _ACTS[name]
    try:
        await told_to_enquiry(
            desk,
            identity,
            enquiry,
            kind,
            {each: sent.get(each, "") for each in names},
            key=required_key(sent.get("key")),
            seen=version_seen(sent),
            language=viewer.language,
        )
    except (Problem, Refusal) as why:
        problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
        if problem.status in {400, 404}:
            raise
        return await _shown(desk, identity, viewer, enquiry, sent, why=problem)
    passed_on = kind is TransferEnquiry
    return RedirectResponse(PATH if passed_on else f"{PATH}/{enquiry}", 303)


async def _shown(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    enquiry: UUID,
    sent: Mapping[str, str],
    *,
    caller: AskedBy | None = None,
    asked: bool = False,
    why: Problem | None = None,
) -> Response:
    language = viewer.language
    opened, history = await desk.door.open(ENQUIRY, enquiry, identity.actor)
    state = opened.state
    about = await about_case(desk, identity, state.case, language) if state.case else None
    at = desk.door.circumstances(opened, identity.actor, identity.id_indexes)

    def options(kind: type[Choice]) -> list[tuple[str, str]]:
        return [(each.value, formats.capital(each.text(language))) for each in kind]

    return render(
        viewer,
        "enquiries/enquiry.html",
        why.status if why else 200,
        opened=opened,
        about=about,
        topic=formats.capital(state.topic.text(language)),
        stage=state.stage.text(language),
        channel=state.channel.text(language) if state.channel else "",
        office=office_text(state.office, language),
        owed=[
            (each.clock.text(language), each.on, each.clock in state.missed) for each in state.owed
        ],
        turns=await conversation(desk, opened, history, language, own=False),
        possible=desk.actions.possible(ENQUIRY, state, at),
        outcomes=options(EnquiryOutcome),
        reasons=options(PassingOn),
        levels=options(Satisfaction),
        results=options(CallBackResult),
        offices=[(each, office_text(each, language)) for each in _offices(state.office)],
        caller=caller,
        asked=asked,
        me=identity.actor.person,
        key=uuid4(),
        sent=sent,
        why=why.described(language) if why else None,
    )


def _offices(office: str) -> list[str]:
    """Where a question may go: the offices that answer, those of the same city first."""
    city = prefecture_of(office)
    answering = [each for each, of in OFFICES.items() if of.kind in _ANSWERING]
    return sorted(answering, key=lambda each: (prefecture_of(each) != city, each))
