"""``/services``: what can be applied for, until when it is decided, and what it costs."""

from random import SystemRandom
from typing import Any, Final, NamedTuple

import msgspec
from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import TheDesk
from api.desk import Desk
from api.language import Language
from api.pages.kit.answer import render
from api.pages.kit.as_it_goes import AsItGoes, GoesNow, as_it_goes, goes_now
from api.pages.kit.page import NavigationLink, Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer
from api.pages.services.form_rows import form_rows
from api.permissions import public
from api.problems import Problem
from api.views.service_guide import ServiceGuideView, service_guide
from domain.services.blocks.fresh_numbers import with_fresh_numbers
from domain.services.guide import guide_of
from domain.services.service import Group, Service
from domain.titles import Title

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(
    router=router,
    link=NavigationLink("/services", Title("业务目录", "Services")),
    card="services/card.html",
)


class Offered(NamedTuple):
    """A service as it is offered. ``priced`` says whether the fee is that of its own example."""

    code: str
    number: str
    at_window: bool
    online: bool
    title: str
    law: str | None
    guide: ServiceGuideView
    priced: bool
    checks: list[str]
    now: GoesNow


@router.get("/services")
async def services(desk: TheDesk, viewer: TheViewer) -> Response:
    known = await as_it_goes(desk, *desk.catalogue)
    every = [_offered(each, desk, known, viewer.language) for each in desk.catalogue.values()]
    groups = [
        (
            group.text(viewer.language),
            [o for o in every if not o.at_window and desk.catalogue[o.code].group is group],
        )
        for group in Group
    ]
    groups.append((viewer.say("窗口业务", "At the windows"), [o for o in every if o.at_window]))
    return render(viewer, "services/services.html", groups=[(t, o) for t, o in groups if o])


@router.get("/services/{code}")
async def service(code: str, desk: TheDesk, viewer: TheViewer) -> Response:
    found = _found(desk.catalogue.get(code))
    return render(
        viewer,
        "services/service.html",
        service=_offered(found, desk, await as_it_goes(desk, code), viewer.language),
        fields=form_rows(found.form, viewer.language),
    )


@router.get("/services/{code}/example.json")
async def example(code: str, desk: TheDesk) -> Response:
    """A complete body that is in order today. It belongs to nobody.

    Its numbers are drawn for whoever asks.
    """
    fixed = _found(desk.catalogue.get(code)).example(desk.today)
    body = msgspec.json.encode(with_fresh_numbers(fixed, SystemRandom()))
    return Response(msgspec.json.format(body, indent=2), media_type="application/json")


def _found(service: Service[Any] | None) -> Service[Any]:
    if service is None:
        raise Problem("not-found", 404)
    return service


def _offered(service: Service[Any], desk: Desk, known: AsItGoes, language: Language) -> Offered:
    guide = guide_of(service, desk.today)
    return Offered(
        code=service.code,
        number=service.number,
        at_window=service.at_window,
        online=service.online,
        title=service.title.text(language),
        law=service.law.citation(language),
        guide=service_guide(guide, language),
        priced=guide.payable and service.told.fee is None,
        checks=[check.title.text(language) for check in service.checks],
        now=goes_now(known, service.code, language),
    )
