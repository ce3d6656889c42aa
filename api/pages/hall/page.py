"""``/hall``: the halls of an office, the screen of one, and what its staff records in it."""

from collections.abc import Mapping
from typing import Annotated, Final
from uuid import uuid4

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from api.actions import slug
from api.dependencies import TheDesk
from api.desk import Desk
from api.identity import Identity
from api.pages.hall.acts import acted
from api.pages.hall.day_figures import day_figures
from api.pages.hall.door.page import router as door_router
from api.pages.hall.door.worker import router as worker_router
from api.pages.hall.measures.page import router as measures_router
from api.pages.hall.standing import StandingHall, must_reach, reaches, standing_hall
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission, WhoLooks
from api.pages.kit.page import NavigationLink, Page, Side
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer, Viewer
from api.permissions import public
from api.problems import Problem
from api.views.halls import doors_of
from domain.calendar import OFFICE_ZONE
from domain.case.roles import OFFICERS
from domain.halls.choices import CleaningResult, Disinfectant, HallClosing, StaffDuty
from domain.halls.hall import HALL
from domain.halls.state import HallStage
from domain.offices.tree import CONTACTS, OFFICES
from domain.people import Role
from domain.refusal import Refusal
from domain.titles import Title

PATH: Final = "/hall"
_LIVELY_S: Final = 30
COUNTERS: Final = 12
"""So many counters a page offers. A hall with more names the number in the API."""

Officer = Annotated[Identity, Depends(PagePermission(OFFICERS))]

router = APIRouter(route_class=PageRoute)
router.include_router(door_router)
router.include_router(worker_router)
router.include_router(measures_router)

PAGE: Final = Page(
    router=router,
    form_folder=f"{PATH}/",
    link=NavigationLink(PATH, Title("大厅管理", "Halls"), Side.OFFICE),
    card="hall/card.html",
)


@router.get(PATH)
async def overview(desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    """The halls that the officer reaches, and whether their doors stand open."""
    mine = [office for office in OFFICES if reaches(identity, office)]
    doors = await doors_of(desk, mine, desk.today)
    return render(
        viewer,
        "hall/overview.html",
        today=desk.today,
        halls=[(OFFICES[office], found) for office, found in doors.items()],
        figures=await day_figures(desk, mine, desk.today, viewer),
    )


@router.get(f"{PATH}/{{office}}", dependencies=[Depends(public())])
async def screen(
    office: str,
    desk: TheDesk,
    looking: WhoLooks,
    viewer: TheViewer,
    paused: Annotated[int | None, Query()] = None,
) -> Response:
    """Who is called to which counter, for whoever waits. It names nobody."""
    standing = await standing_hall(desk, office)
    return render(
        viewer,
        "hall/screen.html",
        standing=standing,
        hall=standing.hall,
        contact=CONTACTS[office],
        staff=looking is not None and looking.actor.role in OFFICERS and reaches(looking, office),
        refresh=None if paused else _LIVELY_S,
        now=desk.clock().astimezone(OFFICE_ZONE),
        speed=desk.demo_clock.speed if desk.demo_clock else 1,
        demo=desk.demo_clock is not None,
        today=desk.today,
    )


@router.get(f"{PATH}/{{office}}/work")
async def work(
    office: str,
    desk: TheDesk,
    identity: Officer,
    viewer: TheViewer,
    done: str = "",
    counter: Annotated[int | None, Query(ge=1, le=60)] = None,
) -> Response:
    """What is to be done before the hall opens, and who waits for a counter."""
    must_reach(identity, office)
    standing = await standing_hall(desk, office)
    return _shown(desk, identity, viewer, standing, done=done, counter=counter)


@router.post(f"{PATH}/{{office}}/work")
async def act(
    office: str, request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer
) -> Response:
    """Records it, and shows the hall as it stands after it, or says why nothing was recorded."""
    must_reach(identity, office)
    sent = await fields(request)
    standing = await standing_hall(desk, office)
    try:
        done = await acted(desk, identity, standing, sent, viewer.language)
    except (Problem, Refusal) as why:
        problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
        if problem.status in {400, 404}:
            raise
        standing = await standing_hall(desk, office)
        return _shown(desk, identity, viewer, standing, why=problem, counter=_counter(sent))
    kept = f"&counter={number}" if (number := _counter(sent)) else ""
    return RedirectResponse(f"{PATH}/{office}/work?done={done}{kept}", 303)


def _counter(sent: Mapping[str, str]) -> int | None:
    text = sent.get("counter", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 else None


def _shown(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    standing: StandingHall,
    *,
    done: str = "",
    counter: int | None = None,
    why: Problem | None = None,
) -> Response:
    commands = {slug(kind): title for kind, title in _titles().items()}
    return render(
        viewer,
        "hall/work.html",
        why.status if why else 200,
        standing=standing,
        hall=standing.hall,
        stage=HallStage,
        duties=list(StaffDuty),
        checks={each.duty: each for each in standing.hall.staff},
        results=list(CleaningResult),
        agents=list(Disinfectant),
        closings=list(HallClosing),
        counters=range(1, COUNTERS + 1),
        counter_chosen=counter or 1,
        done=commands.get(done),
        why=why.described(viewer.language) if why else None,
        leads=identity.actor.role is Role.SUPERVISOR,
        today=desk.today,
        key=uuid4(),
    )


def _titles() -> Mapping[type, Title]:
    return {row.command: HALL.words.commands[row.command.__name__] for row in HALL.decisions}
