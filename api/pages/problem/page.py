"""``/problems/{code}``: the page a problem's ``type`` resolves to."""

from fastapi import APIRouter
from starlette.responses import Response

from api.dependencies import TheParts
from api.pages.kit.page_route import PageRoute
from api.pages.kit.rendering import page
from api.pages.kit.viewer import TheViewer
from api.problems import Problem, describe

router = APIRouter(route_class=PageRoute)


@router.get("/problems/{code}")
async def problem(code: str, parts: TheParts, viewer: TheViewer) -> Response:
    described = describe(code, viewer.language)
    if described is None:
        raise Problem("not-found", 404)
    return page(
        viewer,
        "kit/problem.html",
        described=described,
        code=code,
        demo=parts.settings.demo,
        enter=False,
    )
