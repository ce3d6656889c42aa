"""``/enquiries``: questions that an office owes an answer, and who answers them."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final
from uuid import UUID, uuid4

import msgspec
from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from api.command_outcome import carried_out
from api.command_request import decoded, request_by, required_key
from api.day_text import day_text
from api.dependencies import Arrived, TheDesk, read_connection
from api.desk import Desk
from api.enquiries import AskEnquiry, taken_down
from api.identity import Identity
from api.pages.enquiries import one_page, words
from api.pages.enquiries.one_page import PATH, Officer
from api.pages.kit import formats
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.page import NavigationLink, Page, Side
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from domain.access import offices_of
from domain.calendar import OFFICE_ZONE
from domain.door.refusals import NotFound
from domain.enquiries.kind import EnquiryChannel, EnquiryClock, EnquiryTopic
from domain.enquiry_desks.commands import BeginEnquiryShift, EndEnquiryShift
from domain.enquiry_desks.enquiry_desk import ENQUIRY_DESK
from domain.enquiry_desks.state import EnquiryDesk, HandlerOnShift, enquiry_desk_of
from domain.refusal import Refusal
from domain.titles import counted
from projections.enquiries.listed import ListedEnquiry, owed_enquiries

_MOST: Final = 100
_SHIFT: Final = timedelta(hours=8)
_ASKED: Final = ("question", "topic", "channel", "name", "mobile", "case")
_TOPIC: Final = "topic-"

router = APIRouter(route_class=PageRoute)
router.include_router(one_page.router)

PAGE: Final = Page(
    router=router,
    form_folder=f"{PATH}/",
    form_paths=frozenset({PATH}),
    link=NavigationLink(PATH, words.HEADING, Side.OFFICE),
    card="enquiries/card.html",
)


@router.get(PATH)
async def owed(desk: TheDesk, identity: Officer, viewer: TheViewer, arrived: Arrived) -> Response:
    """What is owed, alarms first, and the form for a call."""
    return await _shown(desk, identity, viewer, {})


@router.post(PATH)
async def act(request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    """Takes a call down, or begins or ends the shift of whoever looks."""
    sent = await fields(request)
    try:
        match sent.get("act"):
            case "take-down":
                stream = await _taken_down(desk, identity, viewer, sent)
                return RedirectResponse(f"{PATH}/{stream}", 303)
            case "begin":
                await _begun(desk, identity, sent)
            case "end":
                await _given(desk, identity, EndEnquiryShift(), sent)
            case _:
                raise Problem("bad-request", 400)
    except (Problem, Refusal) as why:
        problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
        if problem.status == 400:
            raise
        return await _shown(desk, identity, viewer, sent, problem)
    return RedirectResponse(PATH, 303)


async def _taken_down(
    desk: Desk, identity: Identity, viewer: Viewer, sent: Mapping[str, str]
) -> UUID:
    body = msgspec.json.encode({name: sent[name] for name in _ASKED if sent.get(name)})
    asked = decoded(AskEnquiry, body, viewer.language)
    key = required_key(sent.get("key"))
    return (await taken_down(desk, identity, asked, body=body, key=key)).stream


async def _begun(desk: Desk, identity: Identity, sent: Mapping[str, str]) -> None:
    topics = tuple(each for each in EnquiryTopic if f"{_TOPIC}{each}" in sent)
    begin = BeginEnquiryShift(
        office=identity.actor.office or "", until=desk.clock() + _SHIFT, topics=topics
    )
    await _given(desk, identity, begin, sent)


async def _given(
    desk: Desk,
    identity: Identity,
    command: BeginEnquiryShift | EndEnquiryShift,
    sent: Mapping[str, str],
) -> None:
    stream = enquiry_desk_of(identity.actor.office or "")
    by = request_by(
        identity,
        stream=stream,
        name=type(command).__name__,
        body=b"",
        key=required_key(sent.get("key")),
    )
    await carried_out(desk, by.command_id, desk.door.handle(ENQUIRY_DESK, stream, command, by))


async def _desk(desk: Desk, identity: Identity) -> EnquiryDesk:
    """The desk of the officer's own office. Until somebody has come there is none."""
    try:
        stream = enquiry_desk_of(identity.actor.office or "")
        opened, _ = await desk.door.open(ENQUIRY_DESK, stream, identity.actor)
    except NotFound:
        return EnquiryDesk()
    return opened.state


async def _shown(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    sent: Mapping[str, str],
    why: Problem | None = None,
) -> Response:
    language, me = viewer.language, identity.actor.person
    async with read_connection(desk) as reading:
        found = await owed_enquiries(reading, offices_of(identity.actor), _MOST)
    own_desk = await _desk(desk, identity)
    here = [each for each in own_desk.shifts if each.until > desk.clock()]
    return render(
        viewer,
        "enquiries/enquiries.html",
        why.status if why else 200,
        mine=[_line(each, viewer, desk) for each in found if each.handler == me],
        others=[_line(each, viewer, desk) for each in found if each.handler != me],
        alarms=sum(each.alarm for each in found),
        late=sum(each.late for each in found),
        unhandled=sum(each.handler is None for each in found),
        office=office_text(identity.actor.office or "", language),
        here=[_on_shift(each, own_desk, viewer) for each in here],
        on_shift=any(each.handler == me for each in here),
        queued=len(list(own_desk.queued)),
        topics=[(each.value, formats.capital(each.text(language))) for each in EnquiryTopic],
        channels=[
            (each.value, formats.capital(each.text(language)))
            for each in (EnquiryChannel.TELEPHONE, EnquiryChannel.COUNTER)
        ],
        key=uuid4(),
        sent=sent,
        why=why.described(language) if why else None,
    )


def _on_shift(each: HandlerOnShift, own_desk: EnquiryDesk, viewer: Viewer) -> tuple[str, str]:
    until = f"{each.until.astimezone(OFFICE_ZONE):%H:%M}"
    topics = viewer.say("、", ", ").join(topic.text(viewer.language) for topic in each.topics)
    load = own_desk.load(each.handler)
    in_hand = counted(load, "question")
    said = viewer.say(f"至 {until}，在办咨询 {load} 件", f"until {until}, {in_hand} in hand")
    return each.handler, f"{said} · {topics}" if topics else said


def _line(
    each: ListedEnquiry, viewer: Viewer, desk: Desk
) -> tuple[str, str, list[str | Markup], str, str]:
    language = viewer.language
    more: list[str | Markup] = [
        EnquiryChannel(each.channel).text(language),
        office_text(each.office, language),
        formats.moment(each.said_at, language),
        each.handler or viewer.say("尚无承办人", "no handler yet"),
    ]
    if each.transfers:
        more.append(viewer.say(f"转接 {each.transfers} 次", f"passed on {each.transfers} times"))
    head = formats.capital(EnquiryTopic(each.topic).text(language))
    left, tone = _left(each, viewer, desk)
    return f"{PATH}/{each.stream}", head, more, left, tone


def _left(each: ListedEnquiry, viewer: Viewer, desk: Desk) -> tuple[str, str]:
    if each.alarm:
        return viewer.say("推诿警报", "Shirking alarm"), "bad"
    assert each.owed_by
    assert each.owed_clock
    what = formats.capital(EnquiryClock(each.owed_clock).text(viewer.language))
    late = each.late or each.owed_by < desk.today
    tone = "bad" if late else "act" if each.owed_by == desk.today else "wait"
    return f"{what} {day_text(each.owed_by, viewer.language)}", tone
