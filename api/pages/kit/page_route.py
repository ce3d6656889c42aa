"""Makes a refusal on a page a page too, in the words of the problem that a program would get."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from api.dependencies import unavailable
from api.pages.kit.answer import render
from api.pages.kit.viewer import viewer
from api.problems import Problem
from domain.event_store.pending import StoreUnavailable
from domain.refusal import Refusal


class PageRoute(APIRoute):
    """A route whose problems, refusals and bad parameters leave as HTML."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handle_for_people(request: Request) -> Response:
            try:
                return await handle(request)
            except Problem as problem:
                return problem_page(request, problem)
            except Refusal as refusal:
                return problem_page(request, request.app.state.problems.of(refusal))
            except StoreUnavailable:
                return problem_page(request, unavailable())
            except RequestValidationError:
                return problem_page(request, Problem("not-found", 404))

        return handle_for_people


def problem_page(request: Request, problem: Problem) -> Response:
    """The page of ``problem``. Without an identity it shows the way in."""
    looking = viewer(request)
    return render(
        looking,
        "kit/problem.html",
        problem.status,
        problem.headers,
        described=problem.described(looking.language),
        code=problem.code,
        demo=request.app.state.desk.demo_issuer is not None,
        enter=problem.status == 401,
    )
