"""Whose applications these are: known by his sign-in, to which whoever has none is led."""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any, Final

from fastapi import Depends, Request
from starlette.responses import Response

from api.desk import Desk
from api.identity import Identity
from api.pages.kit.answer import render
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import viewer
from domain.people import Role

HOME: Final = "/mine"
_NOT_SIGNED_IN: Final = frozenset({401, 403})

TheApplicant = Annotated[Identity, Depends(PagePermission(frozenset({Role.APPLICANT})))]


class OwnRoute(PageRoute):
    """A route for whoever has signed in as an applicant. Others find the sign-in, which leads
    them to where they wanted to go.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handle_for_applicants(request: Request) -> Response:
            answer = await handle(request)
            wants_page = request.method == "GET"
            if answer.status_code not in _NOT_SIGNED_IN or not wants_page:
                return answer
            desk: Desk = request.app.state.desk
            return render(
                viewer(request),
                "mine/sign_in.html",
                answer.status_code,
                where=request.url.path,
                other=answer.status_code == 403,
                demo=desk.demo_issuer is not None,
            )

        return handle_for_applicants
