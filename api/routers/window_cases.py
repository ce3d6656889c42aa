"""The route by which a clerk takes a case in at a window."""

import dataclasses
from typing import Any, Final

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from api.command_request import idempotency_key, read_command, required_key
from api.dependencies import Clerk, TheDesk, TheLanguage
from api.form_defects import problem_of
from api.json_scan import check_json
from api.openapi.operation import answered, asked, joined, sent
from api.openapi.parameters import IDEMPOTENCY_KEY
from api.openapi.schemas import Described, block_of, named, ref, schema_of
from api.openapi.stream_schemas import receipt_of
from api.receipt import receipt
from api.resource import API
from api.window_intake import took_in
from domain.case.case import CASE
from domain.case.intake.commands import GreenAtWindow
from domain.message import Command
from domain.services.choices import Channel
from domain.services.defects import FormDefect, FormRefused
from domain.services.reader import read_window_form
from domain.services.window.form import WindowForm

router = APIRouter(prefix="/window-cases", tags=["cases"])

_APPLICATION: Final = "/application"


class WindowCase(Command, frozen=True, kw_only=True):
    """``counter`` is the office of the window, if it is not the officer's own."""

    application: msgspec.Raw
    counter: str | None = None
    green: GreenAtWindow | None = None


def _described() -> Described:
    form, green = block_of(WindowForm), schema_of(GreenAtWindow)
    properties: dict[str, Any] = {
        "application": form.schema,
        "counter": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": None},
        "green": {"anyOf": [ref("GreenAtWindow"), {"type": "null"}], "default": None},
    }
    schema = {
        "type": "object",
        "description": "The form, and the window at which it is entered. `green` is for duty "
        "leaders, who answer for a case that is taken in at a closed window or outside its hours. "
        "Its channel is then `emergency`, whatever the form says.",
        "required": ["application"],
        "properties": properties,
        "additionalProperties": False,
    }
    return named("WindowCase", schema, {**form.definitions, **green.definitions})


@router.post(
    "",
    operation_id="takeInAtWindow",
    status_code=201,
    summary="Take a case in at the window",
    openapi_extra=joined(
        asked(_described()),
        answered(receipt_of(CASE), 201, ("ETag", "Location", "Idempotency-Replayed")),
        sent({**IDEMPOTENCY_KEY, "required": True}),
    ),
)
async def take_in(
    request: Request, desk: TheDesk, identity: Clerk, language: TheLanguage
) -> Response:
    """Takes a case in for the person who stands there, and accepts it.

    It is refused when the window does not do it today, with the reason and the nearest offices
    that are open and have the power.
    """
    body, key = await request.body(), required_key(idempotency_key(request))
    if body:
        check_json(body)
    entered = read_command(WindowCase, request, body)
    try:
        form = read_window_form(
            bytes(entered.application), today=desk.today, vouched=identity.vouched
        )
        if entered.green and Channel.EMERGENCY not in identity.vouched.channels:
            raise FormRefused(defects=(FormDefect("/channel", "channel_not_yours"),))
    except FormRefused as refused:
        raise problem_of(_placed(refused), language) from None
    counter = entered.counter or identity.actor.office or ""
    outcome = await took_in(desk, identity, form, counter, entered.green, body=body, key=key)
    return receipt(desk.actions, outcome, identity.actor.role, f"{API}/cases")


def _placed(refused: FormRefused) -> FormRefused:
    """The defects with the pointers that they have in the whole body."""
    return FormRefused(
        defects=tuple(
            dataclasses.replace(each, pointer=f"{_APPLICATION}{each.pointer}")
            for each in refused.defects
        )
    )
