"""``/hall/measures``: what the halls of a city keep beyond the announcement (ADR 100)."""

from collections.abc import Mapping
from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.command_outcome import carried_out
from api.command_request import decoded, request_by
from api.dependencies import TheDesk
from api.desk import Desk
from api.identity import Identity
from api.pages.hall.measures.basis import BASES
from api.pages.hall.measures.standing import StandingMeasures, standing_measures
from api.pages.kit.answer import render
from api.pages.kit.faults import WHOLE, Fault, told_faults
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.preconditions import exactly
from api.problems import Problem
from api.resource import READERS
from domain.hall_measures.commands import DecideHallMeasures
from domain.hall_measures.decisions import may_decide
from domain.hall_measures.hall_measures import HALL_MEASURES
from domain.hall_measures.precautions import Precautions
from domain.offices.tree import OFFICES, REGIONS, ZHENGZHOU
from domain.people import Role
from domain.refusal import Refusal
from domain.titles import Title

PATH: Final = "/hall/measures"
_KEPT: Final = {"yes": True, "no": False}
_FIELDS: Final = {"measures-of-the-past": "effective_on"}
_UNCHOSEN: Final[Mapping[str, Title]] = {
    "measure": Title("请选择一项措施。", "Choose a measure."),
    "kept": Title("请选择执行或者不执行。", "Say whether it is kept."),
}

_NEEDLESS: Final = Title(
    "该措施在生效日期当日已经如此，无需再作决定。",
    "It is so already on that day. Nothing is to be decided.",
)

Reader = Annotated[Identity, Depends(PagePermission(READERS))]
Decider = Annotated[Identity, Depends(PagePermission(frozenset({Role.SUPERVISOR, Role.HQ})))]

router = APIRouter(route_class=PageRoute)


@router.get(PATH)
async def measures(
    desk: TheDesk, identity: Reader, viewer: TheViewer, region: str | None = None, done: str = ""
) -> Response:
    """The measures of a city, with the form for whoever decides about them."""
    of = _region(region, identity)
    return _shown(desk, identity, viewer, of, await standing_measures(desk, of), {"done": done})


@router.post(PATH)
async def switch(request: Request, desk: TheDesk, identity: Decider, viewer: TheViewer) -> Response:
    """Switches one measure from a day on. The others stay on that day as they were decided."""
    sent = await fields(request)
    region = _region(sent.get("region"), identity)
    standing = await standing_measures(desk, region)
    wrong = [
        Fault(name, _UNCHOSEN[name].text(viewer.language))
        for name, known in (("measure", BASES), ("kept", _KEPT))
        if sent.get(name) not in known
    ]
    if wrong:
        return _shown(desk, identity, viewer, region, standing, sent, 422, wrong)
    try:
        needless = await _decided(desk, identity, viewer, standing, sent)
    except (Problem, Refusal) as why:
        problem: Problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
        if problem.status not in {409, 412, 422}:
            raise problem from None
        standing = await standing_measures(desk, region)
        faults = told_faults(problem, viewer.language, _FIELDS)
        return _shown(desk, identity, viewer, region, standing, sent, problem.status, faults)
    if needless:
        told = [Fault("kept", _NEEDLESS.text(viewer.language))]
        return _shown(desk, identity, viewer, region, standing, sent, 409, told)
    return RedirectResponse(f"{PATH}?region={region}&done=yes", 303)


async def _decided(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    standing: StandingMeasures,
    sent: Mapping[str, str],
) -> bool:
    """Decides on the version that was read, so nothing that others decide meanwhile is undone.

    Gives whether the measure is so on that day already, and nothing was to be decided.
    """
    asked = {name: sent.get(name, "").strip() for name in ("effective_on", "reason")}
    held = dict.fromkeys(BASES, True) | asked
    command = decoded(DecideHallMeasures, msgspec.json.encode(held), viewer.language)
    on_the_day: Precautions = standing.opened.state.on(command.effective_on)
    measure, wanted = sent["measure"], _KEPT[sent["kept"]]
    if getattr(on_the_day, measure) is wanted:
        return True
    for name in BASES:
        held[name] = wanted if name == measure else getattr(on_the_day, name)
    body = msgspec.json.encode(held)
    command = decoded(DecideHallMeasures, body, viewer.language)
    stream = standing.opened.stream
    by = request_by(
        identity,
        stream=stream,
        name=DecideHallMeasures.__name__,
        body=body,
        expected=exactly(standing.opened.version),
    )
    await carried_out(desk, by.command_id, desk.door.handle(HALL_MEASURES, stream, command, by))
    return False


def _shown(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    region: str,
    standing: StandingMeasures,
    sent: Mapping[str, str],
    status: int = 200,
    faults: list[Fault] | None = None,
) -> Response:
    actor, language = identity.actor, viewer.language
    found = faults or []
    return render(
        viewer,
        "hall/measures/measures.html",
        status,
        region=region,
        regions=REGIONS,
        title=REGIONS[region].title,
        standing=standing,
        decides=may_decide(region, actor.role, actor.office),
        options=[(each.name, each.title.text(language)) for each in standing.measures],
        place=lambda code: office_text(code, language),
        today=desk.today,
        sent=sent,
        errors=[(each.field or "measures", each.text) for each in found],
        faults={each.field: each.text for each in found if each.field != WHOLE},
    )


def _region(asked: str | None, identity: Identity) -> str:
    """The city that is asked for, or else that of the officer, or the first of the province."""
    if asked is not None:
        if asked not in REGIONS:
            raise Problem("not-found", 404)
        return asked
    office = OFFICES.get(identity.actor.office or "")
    return office.region_code if office and office.region_code in REGIONS else ZHENGZHOU
