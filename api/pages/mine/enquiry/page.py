"""``/mine/enquiries``: questions to the office, the answers, and how satisfied one is."""

from collections.abc import Mapping
from typing import Annotated, Final
from uuid import UUID, uuid4

import msgspec
from fastapi import APIRouter, Query, Request
from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from api.actions import slug
from api.command_request import decoded, required_key
from api.dependencies import Arrived, TheDesk, read_connection
from api.desk import Desk
from api.enquiries import AskEnquiry, taken_down, told_to_enquiry
from api.identity import Identity
from api.pages.kit import formats
from api.pages.kit.answer import render
from api.pages.kit.forms import fields, version_seen
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.mine.applicant import HOME, OwnRoute, TheApplicant
from api.problems import Problem
from api.views.conversation import conversation
from domain.case.case import CASE
from domain.enquiries.commands import AskFurther, EnquiryCommand, RateEnquiry
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.kind import EnquiryTopic, Satisfaction
from domain.enquiries.stage import EnquiryStage
from domain.offices.tree import CONTACTS, REGIONS
from domain.refusal import Refusal
from projections.enquiries.listed import ListedEnquiry, own_enquiries

PATH: Final = f"{HOME}/enquiries"
_ONE: Final = f"{PATH}/{{enquiry}}"
_MOST: Final = 50
_ASKED: Final = ("question", "topic", "office", "case")
_ACTS: Final[Mapping[str, tuple[type[EnquiryCommand], str]]] = {
    slug(AskFurther): (AskFurther, "question"),
    slug(RateEnquiry): (RateEnquiry, "satisfaction"),
}
_TONES: Final = {
    EnquiryStage.OPEN: "wait",
    EnquiryStage.FOLLOW_UP: "wait",
    EnquiryStage.ANSWERED: "good",
    EnquiryStage.SOLVED: "good",
}

router = APIRouter(route_class=OwnRoute)


@router.get(PATH)
async def own(
    desk: TheDesk,
    applicant: TheApplicant,
    viewer: TheViewer,
    arrived: Arrived,
    case: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """What one has asked, and the form for a question, which may be about a ``case``."""
    return await _listed(desk, applicant, viewer, {"case": case})


@router.post(PATH)
async def ask(
    request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Asks, or tells beside the form what is missing."""
    sent = await fields(request)
    given = {name: sent[name] for name in _ASKED if sent.get(name)}
    body = msgspec.json.encode(given)
    try:
        asked = decoded(AskEnquiry, body, viewer.language)
        key = required_key(sent.get("key"))
        outcome = await taken_down(desk, applicant, asked, body=body, key=key)
    except (Problem, Refusal) as why:
        problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
        if problem.status in {400, 404}:
            raise
        return await _listed(desk, applicant, viewer, sent, problem)
    return RedirectResponse(f"{PATH}/{outcome.stream}?done=1", 303)


@router.get(_ONE)
async def one(
    enquiry: UUID,
    desk: TheDesk,
    applicant: TheApplicant,
    viewer: TheViewer,
    done: Annotated[str, Query(max_length=1)] = "",
) -> Response:
    """One conversation. ``done``: something was just sent."""
    return await _shown(desk, applicant, viewer, enquiry, {}, said=bool(done))


@router.post(_ONE)
async def go_on(
    enquiry: UUID, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Asks on, or rates the answer."""
    sent = await fields(request)
    try:
        kind, field = _ACTS[sent.get("act", "")]
    except KeyError:
        raise Problem("bad-request", 400) from None
    try:
        await told_to_enquiry(
            desk,
            applicant,
            enquiry,
            kind,
            {field: sent.get(field, "")},
            key=required_key(sent.get("key")),
            seen=version_seen(sent),
            language=viewer.language,
        )
    except (Problem, Refusal) as why:
        problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
        if problem.status in {400, 404}:
            raise
        return await _shown(desk, applicant, viewer, enquiry, sent, why=problem)
    return RedirectResponse(f"{PATH}/{enquiry}?done=1", 303)


async def _listed(
    desk: Desk,
    applicant: Identity,
    viewer: Viewer,
    sent: Mapping[str, str],
    why: Problem | None = None,
) -> Response:
    about = await _about(desk, applicant, sent.get("case", ""), viewer)
    async with read_connection(desk) as reading:
        found = await own_enquiries(reading, applicant.actor.caller, _MOST)
    return render(
        viewer,
        "mine/enquiry/enquiries.html",
        why.status if why else 200,
        asked=[_line(each, viewer) for each in found],
        about=about,
        sent=sent,
        key=uuid4(),
        why=why.described(viewer.language) if why else None,
        topics=[(each.value, formats.capital(each.text(viewer.language))) for each in EnquiryTopic],
        offices=[(code, office_text(code, viewer.language)) for code in sorted(REGIONS)],
    )


async def _about(
    desk: Desk, applicant: Identity, case: str, viewer: Viewer
) -> tuple[UUID, str] | None:
    """The application that the question is about, and what it is called."""
    if not case:
        return None
    try:
        stream = UUID(case)
    except ValueError:
        raise Problem("not-found", 404) from None
    opened, _ = await desk.door.open(CASE, stream, applicant.actor)
    return stream, desk.catalogue[opened.state.service].title.text(viewer.language)


def _line(each: ListedEnquiry, viewer: Viewer) -> tuple[str, str, list[str | Markup], str, str]:
    language, stage = viewer.language, EnquiryStage(each.stage)
    more: list[str | Markup] = [
        office_text(each.office, language),
        formats.moment(each.said_at, language),
    ]
    if each.questions > 1:
        more.append(viewer.say(f"提问 {each.questions} 次", f"asked {each.questions} times"))
    head = formats.capital(EnquiryTopic(each.topic).text(language))
    return f"{PATH}/{each.stream}", head, more, stage.text(language), _TONES[stage]


async def _shown(
    desk: Desk,
    applicant: Identity,
    viewer: Viewer,
    enquiry: UUID,
    sent: Mapping[str, str],
    *,
    said: bool = False,
    why: Problem | None = None,
) -> Response:
    language = viewer.language
    opened, history = await desk.door.open(ENQUIRY, enquiry, applicant.actor)
    state = opened.state
    at = desk.door.circumstances(opened, applicant.actor, applicant.id_indexes)
    return render(
        viewer,
        "mine/enquiry/enquiry.html",
        why.status if why else 200,
        opened=opened,
        topic=formats.capital(state.topic.text(language)),
        stage=state.stage.text(language),
        tone=_TONES[EnquiryStage(state.stage)],
        turns=await conversation(desk, opened, history, language, own=True),
        told={"office_title": office_text(state.office, language)},
        contact=CONTACTS[state.office],
        possible=desk.actions.possible(ENQUIRY, state, at),
        levels=[(each.value, formats.capital(each.text(language))) for each in Satisfaction],
        rated=state.satisfaction.text(language) if state.satisfaction else None,
        key=uuid4(),
        sent=sent,
        said=said,
        why=why.described(language) if why else None,
    )
