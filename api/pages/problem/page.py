"""``/problems``: every problem, and for each the page to which its ``type`` resolves."""

from typing import Final

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.pages.kit.answer import render
from api.pages.kit.page import Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from api.problem_guides import guide_of
from api.problems import Problem, Problems

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(router=router)


@router.get("/problems")
async def index(request: Request, viewer: TheViewer) -> Response:
    """Lists all problems by their status."""
    problems: Problems = request.app.state.problems
    by_status: dict[int, list[object]] = {}
    for code in sorted(problems.codes):
        described = problems.describe(code, viewer.language)
        by_status.setdefault(guide_of(code).status, []).append(described)
    return render(viewer, "problem/problems.html", statuses=sorted(by_status.items()))


@router.get("/problems/{code}")
async def problem(code: str, request: Request, viewer: TheViewer) -> Response:
    """Says what one problem means, why it arises, what it looks like, and what to do next."""
    problems: Problems = request.app.state.problems
    described = problems.describe(code, viewer.language)
    if described is None:
        raise Problem("not-found", 404)
    guide = guide_of(code)
    example = problems.example(code, guide.status, guide.members).body(viewer.language)
    return render(
        viewer,
        "problem/problem.html",
        described=described,
        code_of_http=guide.status,
        cause=guide.cause.text(viewer.language),
        following=guide.following.text(viewer.language),
        example=msgspec.json.format(msgspec.json.encode(example), indent=2).decode(),
    )
