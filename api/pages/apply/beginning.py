"""The first page of an application: what the service asks for, and the sign-in of who has none."""

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.desk import Desk
from api.form_defects import described
from api.identity import Identity
from api.pages.apply.applicant import HOME, as_applicant, visitor
from api.pages.apply.application import applying, service_of
from api.pages.apply.seat_slot import kind_of
from api.pages.apply.when import ToldWhen
from api.pages.kit.answer import render
from api.pages.kit.as_it_goes import as_it_goes, goes_now
from api.pages.kit.page_route import PageRoute
from api.pages.kit.questionnaire import words
from api.pages.kit.viewer import Viewer, viewer
from api.views.service_guide import service_guide
from domain.drafts.draft import KEPT_FOR
from domain.drafts.drafts import DraftUnreadable
from domain.services.catalogue import OPEN_SERVICES
from domain.services.guide import guide_of

_NOT_SIGNED_IN: Final = frozenset({401, 403})


class ApplicantRoute(PageRoute):
    """A route for whoever has signed in as an applicant. Others find the first page of the
    service, with the sign-in. It is also where one is told of a draft that does not open.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handle_for_applicants(request: Request) -> Response:
            try:
                answer = await handle(request)
            except DraftUnreadable as kept:
                return RedirectResponse(f"{HOME}/{kept.service}", 303)
            service = str(request.path_params.get("service", ""))
            if answer.status_code not in _NOT_SIGNED_IN or service not in OPEN_SERVICES:
                return answer
            who = await visitor(request)
            if as_applicant(who):
                return answer
            desk: Desk = request.app.state.desk
            return await started(service, desk, viewer(request), who, answer.status_code)

        return handle_for_applicants


async def started(
    code: str,
    desk: Desk,
    looking: Viewer,
    who: Identity | None,
    status: int = 200,
    told: ToldWhen | None = None,
) -> Response:
    service = service_of(code)
    applicant = as_applicant(who)
    kept, refused, first, unreadable = None, None, None, False
    try:
        found = await applying(desk, applicant, code) if applicant else None
    except DraftUnreadable:
        found, unreadable = None, True
    if found:
        filled, kept = found
        refused = filled.not_for_him
        first = (filled.unfinished or filled.steps[-1]).key if kept else filled.steps[0].key
    return render(
        looking,
        "apply/start.html",
        status,
        service=service,
        guide=service_guide(guide_of(service, desk.today), looking.language),
        now=goes_now(await as_it_goes(desk, code), code, looking.language),
        signed_in=applicant is not None,
        other=who is not None and applicant is None,
        unreadable=unreadable,
        begun=kept is not None,
        until=kept_until(desk, kept.row.saved_at) if kept else None,
        refused=described(refused, looking.language)["text"] if refused else None,
        first=first,
        demo=desk.demo_issuer is not None,
        where=f"{HOME}/{code}",
        books=kind_of(service) is not None,
        told=told,
        when_label=words.label(service.applied_in.day, looking.language)
        if service.applied_in
        else "",
        entries=told.entries if told else {},
        error=told.error.text(looking.language) if told and told.error else None,
    )


def kept_until(desk: Desk, saved_at: datetime | None) -> datetime | None:
    """When a draft is deleted. That is told by the wall clock, which a town does not keep."""
    return saved_at + KEPT_FOR if saved_at and desk.demo_clock is None else None
