"""``/reference``: the API for readers, in two languages, with guides; nothing needs a script."""

from http import HTTPStatus
from typing import Final

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.pages.kit.answer import render
from api.pages.kit.page import NavigationLink, Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer
from api.pages.reference.guides import GUIDES
from api.pages.reference.prose import prose
from api.pages.reference.rows import (
    body_rows,
    by_tag,
    operations,
    parameter_rows,
    samples,
    tag_title,
)
from api.permissions import public
from api.problems import Problem
from domain.titles import Title

PATH: Final = "/reference"

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(
    router=router,
    link=NavigationLink(PATH, Title("接口说明", "Reference")),
    card="reference/card.html",
)


@router.get(PATH)
async def reference(request: Request, viewer: TheViewer) -> Response:
    """The guides, and every operation by its subject."""
    tags = by_tag(request.app.openapi(), viewer.language)
    return render(viewer, "reference/reference.html", guides=GUIDES, tags=tags, prose=prose)


@router.get(f"{PATH}/{{operation}}")
async def operation(operation: str, request: Request, viewer: TheViewer) -> Response:
    """One operation: parameters, body, answers and problems, with examples."""
    document = request.app.openapi()
    found = next(
        (each for each in operations(document, viewer.language) if each.id == operation), None
    )
    if found is None:
        raise Problem("not-found", 404)
    said = found.said
    answers = [
        (status, HTTPStatus(int(status)).phrase, list(samples(answer.get("content", {}))))
        for status, answer in sorted(said["responses"].items())
        if status.isdigit()
    ]
    return render(
        viewer,
        "reference/operation.html",
        row=found,
        tag_title=tag_title(found.tag, viewer.language),
        text=said.get("description", "") if viewer.language == "en" else "",
        signed="security" in said,
        parameters=parameter_rows(said, viewer.language),
        fields=body_rows(document, said, viewer.language),
        bodies=list(samples(said.get("requestBody", {}).get("content", {}))),
        answers=answers,
        prose=prose,
    )
