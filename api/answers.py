"""Turns whatever goes wrong inside the application into a problem. :func:`install` wires it."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api import defects
from api.dependencies import unavailable
from api.language import preferred
from api.last_resort import LastResort, unforeseen
from api.pages.kit.page_route import problem_page
from api.problems import Problem, Problems
from domain.aggregate import Aggregate
from domain.event_store.pending import OutcomeUnknown, StoreUnavailable
from domain.refusal import Refusal

_CODES: Final[Mapping[int, str]] = {
    401: "unauthenticated",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    408: "body-too-slow",
    409: "conflict",
    410: "gone",
    412: "precondition-failed",
    413: "body-too-large",
    415: "media-type-unsupported",
    422: "unprocessable",
    428: "precondition-required",
    429: "too-many-requests",
    500: "unforeseen",
}


def install(app: FastAPI, aggregates: Iterable[Aggregate[Any]] = ()) -> None:
    """Lets every refusal and every failure of ``app`` leave as a problem."""
    app.state.problems = Problems(aggregates)
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(Refusal, _refusal)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(StoreUnavailable, _away)
    app.add_exception_handler(OutcomeUnknown, _away)
    app.add_exception_handler(Exception, _unforeseen)
    app.add_middleware(LastResort)


async def _problem(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, Problem)
    return problem.response(preferred(request.headers.get("accept-language")))


async def _refusal(request: Request, refusal: Exception) -> Response:
    assert isinstance(refusal, Refusal)
    return await _problem(request, request.app.state.problems.of(refusal))


async def _away(request: Request, error: Exception) -> Response:
    """The store is away, for a route that only looks. One that commands names its command."""
    del error
    return await _problem(request, unavailable())


async def _invalid(request: Request, error: Exception) -> Response:
    """Tells every defect at once, and leaves out the body that FastAPI would send back."""
    assert isinstance(error, RequestValidationError)
    language = preferred(request.headers.get("accept-language"))
    found = defects.in_request(error.errors(), error.body, language)
    of_the_form = any("in" not in defect for defect in found)
    code = "form-invalid" if of_the_form else "parameters-invalid"
    return Problem(code, 422, members={"defects": found}).response(language)


async def _http(request: Request, error: Exception) -> Response:
    """Answers what the framework raises. Its text is dropped, because it may quote the request."""
    assert isinstance(error, HTTPException)
    status = error.status_code
    if status < 400:
        return Response(status_code=status, headers=error.headers)
    fallback = "bad-request" if status < 500 else "unavailable"
    problem = Problem(_CODES.get(status, fallback), status, headers=error.headers)
    if (allowed := problem.headers.get("Allow")) and "GET" in allowed.split(", "):
        problem.headers["Allow"] = f"{allowed}, HEAD"
    if _by_a_person(request):
        return problem_page(request, problem)
    return await _problem(request, problem)


def _by_a_person(request: Request) -> bool:
    """Whether a browser asks for a page. Under ``/api`` there are none."""
    wants_page = "text/html" in request.headers.get("accept", "")
    is_program_s = request.url.path.startswith("/api/")
    return wants_page and not is_program_s and hasattr(request.app.state, "pages")


async def _unforeseen(request: Request, error: Exception) -> Response:
    return unforeseen(error, request.headers.get("accept-language"))
