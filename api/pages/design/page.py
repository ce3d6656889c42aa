"""``/design``: what pages are made of, each part as it looks and as it is called.

It is drawn in one theme at a time, so that no id stands twice: light, wall or paper.
"""

from typing import Final

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import TheDesk
from api.pages.design.examples import examples
from api.pages.design.samples import SECTIONS
from api.pages.kit.answer import render
from api.pages.kit.page import Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.tokens import DRAWN_ON, TEXT_ON, THEMES, contrast
from api.pages.kit.viewer import TheViewer
from api.permissions import public

PATH: Final = "/design"

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(router=router)


@router.get(PATH)
async def design(desk: TheDesk, viewer: TheViewer) -> Response:
    theme = THEMES[viewer.screen or "light"]
    colours = [
        (name, ground, round(contrast(theme[name], theme[ground]), 1))
        for name, grounds in (*TEXT_ON.items(), *DRAWN_ON.items())
        for ground in grounds
    ]
    return render(
        viewer,
        "design/design.html",
        sections=SECTIONS,
        colours=colours,
        **examples(desk.today, viewer.language),
    )
