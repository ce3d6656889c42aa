"""In a demonstration nobody has documents to copy from, so an example is filled in instead."""

from collections.abc import Mapping
from datetime import date
from random import Random, SystemRandom
from typing import Any, Final

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk
from api.pages.apply.applicant import HOME, TheApplicant
from api.pages.apply.application import service_of
from api.pages.apply.beginning import ApplicantRoute
from api.pages.kit.forms import fields
from api.pages.kit.prefilled import prefilled
from api.pages.kit.questionnaire.answers import written
from api.pages.kit.questionnaire.questions import AnswerKind, questions_of
from api.problems import Problem
from domain.services.blocks.fresh_numbers import with_fresh_numbers
from domain.services.service import Service

_ABSENT: Final = object()

router = APIRouter(route_class=ApplicantRoute)


@router.post(f"{HOME}/{{service}}/example")
async def example(
    service: str, request: Request, desk: TheDesk, applicant: TheApplicant
) -> Response:
    """Fills the draft in with the example of the service, about a made-up person and vehicle.

    Papers, codes and the declaration remain to be done. Raises 404 outside of a demonstration.
    """
    await fields(request)
    if desk.demo_issuer is None:
        raise Problem("not-found", 404)
    entries = example_entries(service_of(service), desk.today, SystemRandom())
    return RedirectResponse(await prefilled(desk, applicant, service, entries), 303)


def example_entries(service: Service[Any], today: date, draw: Random) -> dict[str, str]:
    """What somebody would have typed into the pages of the service to send its example."""
    body = with_fresh_numbers(service.example(today), draw)
    entries: dict[str, str] = {}
    for question in questions_of(service.form):
        if question.kind is AnswerKind.CODE:
            continue
        value = _value(body, question.path)
        if value is not _ABSENT and (value is not None or question.none):
            entries.update(written(question, value))
    return entries


def _value(body: Mapping[str, Any], path: str) -> Any:
    found: Any = body
    for name in path.split("."):
        if not isinstance(found, Mapping) or name not in found:
            return _ABSENT
        found = found[name]
    return found
